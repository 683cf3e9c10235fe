using Microsoft.Data.Sqlite;
using TestDataGen.Generation;

namespace TestDataGen.Export.Tests;

/// <summary>Loads into a SQLite database that is there, by a connection string.</summary>
public sealed class SqliteLoadTests : IDisposable
{
    private const string Shop = """
        schema Shop {
          table p { id: integer primary_key sequence  code: string(20) unique = "c{id}" }
          table c { id: integer primary_key sequence  p_id: integer references(p.id) as p }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    private string Text => $"Data Source={_folder["x.db"]};Pooling=False";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tables_are_created_emptied_and_filled_again()
    {
        Load(Shop, 5000);
        Assert.Equal("5000|5000", Row("SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM c)"));
        Load(Shop, 200, new LoadOptions { Truncate = true, Transaction = LoadTransaction.Batch, BatchSize = 30 });
        Assert.Equal("200|200|0", Row("SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM c), (SELECT count(*) FROM pragma_foreign_key_check)"));
        Assert.Equal("1", Row("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'c' AND idx = 'ix_c_p_id'"));
    }

    [Fact]
    public void Keys_that_are_there_are_an_error_or_stay_or_are_updated()
    {
        Load(Shop, 10);
        Row("UPDATE p SET code = 'x' || id RETURNING id");
        Assert.Contains("Nothing of this run was kept.", Assert.Throws<ExportException>(() => Load(Shop, 20)).Message, StringComparison.Ordinal);
        Assert.Equal("10|x10", Row("SELECT count(*), max(code) FILTER (WHERE id = 10) FROM p"));
        Assert.Equal([10L, 10L], Load(Shop, 20, new LoadOptions { OnConflict = ConflictAction.Ignore }).Select(r => r.Rows));
        Assert.Equal("20|x10|c20", Row("SELECT count(*), max(code) FILTER (WHERE id = 10), max(code) FILTER (WHERE id = 20) FROM p"));
        Load(Shop, 20, new LoadOptions { OnConflict = ConflictAction.Update });
        Assert.Equal("20|c10", Row("SELECT count(*), max(code) FILTER (WHERE id = 10) FROM p"));
    }

    [Fact]
    public void References_that_lead_nowhere_are_found()
    {
        Row("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p); SELECT 1");
        var e = Assert.Throws<ExportException>(() => Load("schema S { table c { id: integer primary_key  p_id: integer = 7 } }", 5));
        Assert.Contains("5 rows of \"c\" refer to no row of \"p\"", e.Message, StringComparison.Ordinal);
        Assert.Equal("0", Row("SELECT count(*) FROM c"));
    }

    [Fact]
    public void Refused_rows_go_to_their_file()
    {
        Row("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n <> 50)); SELECT 1");
        Load("schema S { table t { id: integer primary_key sequence  n: integer = id } }", 100, new LoadOptions { BadRowPath = _folder["bad.ndjson"] });
        Assert.Equal("99", Row("SELECT count(*) FROM t"));
        Assert.Contains("\"row\":50,\"reason\":\"", Assert.Single(File.ReadAllLines(_folder["bad.ndjson"])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LoadTransaction.All)]
    [InlineData(LoadTransaction.Batch)]
    public void A_database_that_may_not_grow_any_more_keeps_what_was_asked_for(LoadTransaction transaction)
    {
        using var connection = new SqliteConnection(Text);
        connection.Open();
        using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA max_page_count = 200";
            command.ExecuteNonQuery();
        }

        var e = Assert.Throws<ExportException>(() =>
        {
            using var sink = new DatabaseSink(DatabaseTarget.FromConnection(connection), new LoadOptions { Transaction = transaction, BatchSize = 1000 });
            Exporter.Run(Plan.Create(Given.Schema(Shop), new PlanOptions { Count = 30_000 }), sink, 2);
        });
        Assert.Contains("database or disk is full", e.Message, StringComparison.Ordinal);
        Assert.Equal("Make room on the server's disk, then load again.", e.Advice);
        if (transaction == LoadTransaction.All)
        {
            Assert.EndsWith("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
            Assert.Equal("0", Row("SELECT count(*) FROM sqlite_master"));
            return;
        }

        string kept = Row("SELECT max(id), count(*) % 1000, count(*) FROM p");
        Assert.EndsWith("|0|" + kept.Split('|')[0], kept, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"Kept are of p the rows 1 to {long.Parse(kept.Split('|')[0], System.Globalization.CultureInfo.InvariantCulture):N0}; nothing else of this run."), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_another_writes_to_is_waited_for_and_then_left_as_it_was()
    {
        Load(Shop, 10);
        using var other = new SqliteConnection(Text);
        other.Open();
        using SqliteTransaction theirs = other.BeginTransaction();
        var e = Assert.Throws<ExportException>(() => Load(Shop, 20, new LoadOptions { Truncate = true, Timeout = 1 }));
        Assert.Contains("database is locked", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
        Assert.Equal("Load again: others were in the way.", e.Advice);
        theirs.Rollback();
        Assert.Equal("10|10", Row("SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM c)"));
    }

    private IReadOnlyList<ExportResult> Load(string schema, long count, LoadOptions options = default)
    {
        using var sink = new DatabaseSink(DatabaseTarget.FromConnectionString(Text), options);
        return Exporter.Run(Plan.Create(Given.Schema(schema), new PlanOptions { Count = count }), sink, 2);
    }

    private string Row(string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection(Text);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i)));
    }
}
