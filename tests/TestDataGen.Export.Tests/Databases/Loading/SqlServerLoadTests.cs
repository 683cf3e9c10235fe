using System.Text.Json.Nodes;
using Microsoft.Data.SqlClient;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>
/// Loads into SQL Server: a small server of its protocol, which keeps what comes, or with <c>TDG_TEST_SQLSERVER</c> (a connection string, of an empty database) a real one.
/// </summary>
public sealed class SqlServerLoadTests : IDisposable
{
    private const string Shop = """
        schema Shop {
          table p { id: integer primary_key  code: string(20) nullable unique = "c{id}" }
          table c { id: integer primary_key  p_id: integer references(p.id) as p  n: integer nullable(20%) }
        }
        """;

    private readonly string? _real = Environment.GetEnvironmentVariable("TDG_TEST_SQLSERVER");
    private readonly TdsServer _server = new();
    private readonly TemporaryFolder _folder = new();

    public SqlServerLoadTests()
    {
        foreach (string table in _real is null ? Array.Empty<string>() : ["c", "p", "t", "team", "player"])
            Run($"IF OBJECT_ID(N'{table}', N'U') IS NOT NULL DROP TABLE {table}");
    }

    private DatabaseTarget Target => DatabaseTarget.FromConnectionString(_real ?? _server.ConnectionString);

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Awkward_values_come_as_they_are_cell_by_cell()
    {
        using (var sink = new DatabaseSink(Target))
        {
            sink.Begin([AwkwardRows.Table]);
            sink.Write(AwkwardRows.Batch, 0, 10);
            sink.Write(AwkwardRows.Batch, 10, AwkwardRows.Batch.Count - 10);
            sink.Complete();
        }

        IReadOnlyList<object?[]> rows = Rows("t");
        Assert.Equal(AwkwardRows.Batch.Count, rows.Count);
        foreach (Field field in AwkwardRows.Table.Fields)
        {
            for (int row = 0; row < rows.Count; row++)
            {
                object? expected = CellValue.Get(AwkwardRows.Batch.Columns[field.Index], row);
                object? actual = (expected, rows[row][field.Index]) switch
                {
                    (DateOnly, DateTime day) => DateOnly.FromDateTime(day),
                    (TimeOnly, TimeSpan time) => TimeOnly.FromTimeSpan(time),
                    (_, var other) => other,
                };
                Assert.True(expected is byte[] bytes ? bytes.AsSpan().SequenceEqual((byte[])actual!) : Equals(expected, actual), $"{field.Name} of row {row}: {expected} came as {actual}");
            }
        }
    }

    [Fact]
    public void Keys_and_indexes_follow_the_rows_and_statistics_the_transaction()
    {
        IReadOnlyList<ExportResult> results = Load(Shop, 10_000);
        Assert.Equal([("p", 10_000L), ("c", 10_000L)], results.Select(r => (r.Table, r.Rows)));
        Assert.Equal(Enumerable.Range(1, 10_000), Rows("p").Select(r => (int)r[0]!).Order());
        Assert.Contains(Rows("c"), r => r[2] is null);
        if (_real is not null)
            return;
        string[] said = [.. _server.Statements.Where(s => !s.Contains("sys.", StringComparison.Ordinal) && !s.Contains("FMTONLY", StringComparison.Ordinal)).Select(s => s.Split('(', '\n')[0].Trim())];
        Assert.Equal(
            [
                "CREATE TABLE [p]", "CREATE TABLE [c]", "insert bulk [p]", "insert bulk [c]", "CREATE UNIQUE INDEX [ux_p_code] ON [p]", "CREATE INDEX [ix_c_p_id] ON [c]",
                "ALTER TABLE [c] ADD CONSTRAINT [fk_c_p_id] FOREIGN KEY", "UPDATE STATISTICS [p]", "UPDATE STATISTICS [c]",
            ],
            said);
        Assert.Contains(_server.Statements, s => s.StartsWith("insert bulk", StringComparison.Ordinal) && s.Contains("KEEP_NULLS", StringComparison.Ordinal) && s.Contains("CHECK_CONSTRAINTS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_may_be_loaded_at_the_same_time(bool areThere)
    {
        Load(Shop, 10_000);
        object?[][] parents = Sorted("p"), children = Sorted("c");
        if (!areThere)
        {
            Run("DROP TABLE [c]");
            Run("DROP TABLE [p]");
        }

        Load(Shop, 10_000, new LoadOptions { Truncate = true, Parallel = 2, Transaction = LoadTransaction.Table });
        Assert.Equal(parents, Sorted("p"));
        Assert.Equal(children, Sorted("c"));

        object?[][] Sorted(string table) => [.. Rows(table).OrderBy(r => (int)r[0]!)];
    }

    [Fact]
    public void Names_are_data()
    {
        if (_real is not null)
            return;
        Schema schema = AwkwardNames.Schema();
        Load(schema, AwkwardNames.Rows);
        foreach (Table table in schema.Tables)
        {
            Assert.Equal(AwkwardNames.Rows, _server.Table(table.Name).Rows.Count);
            Assert.All(_server.Table(table.Name).Rows, r => Assert.DoesNotContain(null, r.Skip(2)));
        }
    }

    [Fact]
    public void Constraints_that_rested_are_trusted_again()
    {
        Load(Shop, 10);
        Load(Shop, 20, new LoadOptions { Truncate = true, DisableConstraints = true, TableLock = true });
        Assert.Equal(20, Rows("c").Count);
        if (_real is not null)
        {
            Assert.Equal(0, Run("SELECT count(*) FROM sys.foreign_keys WHERE is_not_trusted = 1 OR is_disabled = 1"));
            return;
        }

        string[] said = [.. _server.Statements];
        Assert.True(
            Array.IndexOf(said, "ALTER TABLE [dbo].[c] NOCHECK CONSTRAINT [fk_c_p_id]") is var off and >= 0
            && Array.IndexOf(said, "ALTER TABLE [dbo].[c] WITH CHECK CHECK CONSTRAINT [fk_c_p_id]") is var on
            && Array.FindLastIndex(said, s => s.StartsWith("insert bulk [c]", StringComparison.Ordinal)) is var rows && off < rows && rows < on);
        Assert.Contains("TABLOCK", said.Last(s => s.StartsWith("insert bulk", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("CHECK_CONSTRAINTS", said.Last(s => s.StartsWith("insert bulk", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LoadTransaction.All, 0)]
    [InlineData(LoadTransaction.Batch, 3000)]
    public void A_key_that_is_there_is_an_error_and_what_stays_is_whole(LoadTransaction transaction, int kept)
    {
        Run("CREATE TABLE [t] (\n  [id] int NOT NULL PRIMARY KEY\n)");
        Table table = Given.Table("id: integer");
        // Keys from 0; row 3,501 has the first one's.
        RowBatch batch = Given.Batch(table, [.. Enumerable.Range(0, 4000).Select(i => new object?[] { i == 3500 ? 0 : i })]);
        using (var sink = new DatabaseSink(Target, new LoadOptions { Transaction = transaction, BatchSize = 1000 }))
        {
            sink.Begin([]);
            var e = Assert.Throws<ExportException>(() =>
            {
                sink.Write(batch, 0, batch.Count);
                sink.Complete();
            });
            Assert.Contains("Violation of PRIMARY KEY constraint", e.Message, StringComparison.Ordinal);
            Assert.Contains(kept == 0 ? "Nothing of this run was kept." : "of t the rows 1 to 3,000;", e.Message, StringComparison.Ordinal);
        }

        Assert.Equal(kept, Rows("t").Count);
    }

    [Fact]
    public void Refused_rows_go_to_their_file()
    {
        Run("CREATE TABLE [t] (\n  [id] int NOT NULL PRIMARY KEY\n)");
        RowBatch batch = Given.Batch(Given.Table("id: integer"), [.. Enumerable.Range(0, 2000).Select(i => new object?[] { i is 777 or 1999 ? 5 : i })]);
        using (var sink = new DatabaseSink(Target, new LoadOptions { BadRowPath = _folder["bad.ndjson"] }))
        {
            sink.Begin([]);
            sink.Write(batch, 0, batch.Count);
            sink.Complete();
        }

        Assert.Equal(1998, Rows("t").Count);
        Assert.Equal([778, 2000], File.ReadAllLines(_folder["bad.ndjson"]).Select(l => (int)JsonNode.Parse(l)!["row"]!));
    }

    [Fact]
    public void A_connection_that_is_cut_leaves_nothing()
    {
        if (_real is not null)
            return;
        _server.CutAfterRows = 100_000;
        var e = Assert.Throws<ExportException>(() => Load(Shop, 300_000));
        Assert.Contains("Nothing of this run was kept.", e.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Tables);
    }

    [Fact]
    public void Ctrl_C_in_the_middle_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        Plan plan = Plan.Create(Given.Schema(Shop), new PlanOptions { Count = 300_000 });
        using (var sink = new DatabaseSink(Target, default, stop.Token))
            Assert.ThrowsAny<OperationCanceledException>(() => Exporter.Run(plan, sink, 2, new Stop(stop), stop.Token));
        if (_real is null)
            Assert.Empty(_server.Tables);
        else
            Assert.Equal(0, Run("SELECT count(*) FROM sys.tables WHERE name IN ('p', 'c')"));
    }

    [Fact]
    public void Statements_for_keys_that_are_there_and_for_circles_are_read_by_its_parser()
    {
        const string circle = """
            schema Circle {
              table team   { id: integer primary_key  captain: integer nullable references(player.id) as cap  name: string(20) }
              table player { id: integer primary_key  team_id: integer references(team.id) as t }
            }
            """;
        Load(circle, 50);
        Load(circle, 50, new LoadOptions { OnConflict = ConflictAction.Update });
        if (_real is not null)
            Assert.Equal(0, Run("SELECT count(*) FROM team WHERE captain IS NULL AND id < 3"));
        else
            Assert.Contains(_server.Statements, s => s.StartsWith("MERGE INTO [player]", StringComparison.Ordinal) && s.TrimEnd().EndsWith(';'));
    }

    private IReadOnlyList<ExportResult> Load(string schema, long count, LoadOptions options = default) => Load(Given.Schema(schema), count, options);

    private IReadOnlyList<ExportResult> Load(Schema schema, long count, LoadOptions options = default)
    {
        using var sink = new DatabaseSink(Target, options);
        return Exporter.Run(Plan.Create(schema, new PlanOptions { Count = count, Seed = 1 }), sink, 2);
    }

    private IReadOnlyList<object?[]> Rows(string table)
    {
        if (_real is null)
            return _server.Table(table).Rows;
        using var connection = new SqlConnection(_real);
        connection.Open();
        using SqlCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM [{table}] ORDER BY 1";
        using SqlDataReader reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    private object? Run(string sql)
    {
        using var connection = new SqlConnection(_real ?? _server.ConnectionString);
        connection.Open();
        using SqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed class Stop(CancellationTokenSource stop) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value)
        {
            if (value is { Table: "c", Rows: > 150_000 })
                stop.Cancel();
        }
    }
}
