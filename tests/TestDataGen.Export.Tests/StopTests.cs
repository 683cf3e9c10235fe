using Microsoft.Data.Sqlite;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>An export that ends in the middle, by Ctrl+C or by an error: nothing half-written is left, and what was there before is as it was.</summary>
public sealed class StopTests : IDisposable
{
    private const string Text = """
        schema S {
          table p { id: bigint primary_key  name: string(50) unique = "n{id}" }
          table c { id: bigint primary_key  p_id: bigint references(p.id) as p  fails: integer = if(row_number == 30001, 1 / (row_number - row_number), 1) }
        }
        """;

    private static readonly Schema Whole = Given.Schema(Text.Replace("1 / (row_number - row_number)", "1", StringComparison.Ordinal));
    private static readonly Schema Failing = Given.Schema(Text.Replace("1 / (row_number - row_number)", "round(1 / (row_number - row_number), 0)", StringComparison.Ordinal));
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, int> Exports
    {
        get
        {
            var exports = new TheoryData<string, int>();
            foreach (string kind in (string[])["csv", "json", "ndjson", "sql", "sqlite", "append"])
            {
                exports.Add(kind, 1);
                exports.Add(kind, 3);
            }

            return exports;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Exports))]
    public void Stopped_in_the_middle_of_the_second_table_nothing_is_left(string kind, int threads)
    {
        byte[]? before = Before(kind);
        using var stop = new CancellationTokenSource();
        int told = 0;
        var listener = new Listener(p =>
        {
            told++;
            if (p is { Table: "c", Rows: > 20_000 })
                stop.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Export(kind, Whole, threads, listener, stop.Token));
        // The first table in whole, of the second some batches.
        Assert.InRange(told, 13 + 5, 13 + 7);
        AssertAsBefore(before);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void A_value_that_can_not_be_made_leaves_nothing(string kind, int threads)
    {
        byte[]? before = Before(kind);
        var e = Assert.Throws<GenerationException>(() => Export(kind, Failing, threads, null, default));
        Assert.Contains("c.fails, row 30001", e.Message, StringComparison.Ordinal);
        AssertAsBefore(before);
    }

    [Fact]
    public void Where_one_file_can_not_take_its_name_none_does()
    {
        var listener = new Listener(p =>
        {
            // Somebody else comes first.
            if (p is { Table: "c", Rows: 50_000 })
                File.WriteAllText(_folder["c.csv"], "mine");
        });
        var e = Assert.Throws<ExportException>(() => Export("csv", Whole, 1, listener, default));
        Assert.Contains("c.csv", e.Message, StringComparison.Ordinal);
        Assert.Equal([_folder["c.csv"]], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Equal("mine", File.ReadAllText(_folder["c.csv"]));
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void Not_stopped_it_is_all_there(string kind, int threads)
    {
        Before(kind);
        Assert.Equal([50_000L, 50_000L], Export(kind, Whole, threads, null, default).Select(r => r.Rows));
        Assert.All(Directory.EnumerateFiles(_folder.Path), f => Assert.False(f.EndsWith(".tmp", StringComparison.Ordinal)));
        if (kind is "csv" or "ndjson")
            Assert.Equal(50_000 + (kind == "csv" ? 1 : 0), File.ReadLines(_folder[$"c.{kind}"]).Count());
        if (kind is "sqlite" or "append")
            Assert.Equal(50_000L, Count());
    }

    private IReadOnlyList<ExportResult> Export(string kind, Schema schema, int threads, Listener? listener, CancellationToken cancellationToken)
    {
        Plan plan = Plan.Create(schema, new PlanOptions { Count = 50_000 });
        using RowSink sink = kind switch
        {
            "csv" => new FileSink(_folder.Path, new CsvFormat()),
            "json" => new FileSink(_folder.Path, new JsonFormat()),
            "ndjson" => new FileSink(_folder.Path, new JsonLinesFormat()),
            "sql" => new SqlScriptSink(_folder["x.sql"], SqlDialects.All[0]),
            _ => new SqliteSink(_folder["x.db"], append: kind == "append"),
        };
        return Exporter.Run(plan, sink, threads, listener, cancellationToken);
    }

    // A database that has a row of its own already.
    private byte[]? Before(string kind)
    {
        if (kind != "append")
            return null;
        using (SqliteConnection connection = Open())
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE mine (a); INSERT INTO mine VALUES ('kept')";
            command.ExecuteNonQuery();
        }

        return File.ReadAllBytes(_folder["x.db"]);
    }

    private void AssertAsBefore(byte[]? before)
    {
        if (before is null)
        {
            Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
            return;
        }

        using (SqliteConnection connection = Open())
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT group_concat(name) || (SELECT a FROM mine) FROM sqlite_master";
            Assert.Equal("minekept", command.ExecuteScalar());
        }

        Assert.Equal([_folder["x.db"]], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Equal(before, File.ReadAllBytes(_folder["x.db"]));
    }

    private long Count()
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM c";
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={_folder["x.db"]};Pooling=False");
        connection.Open();
        return connection;
    }

    private sealed class Listener(Action<ExportProgress> told) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => told(value);
    }
}
