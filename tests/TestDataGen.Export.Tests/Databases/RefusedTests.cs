using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Names and values that a database has no room for: told before it does, with nothing written.</summary>
public sealed class RefusedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Names { get; } = new()
    {
        { "sqlite", "sqlite_master", "SQLite's own" },
        { "postgres", new string('x', 64), "64 bytes, and 63 is the most" },
        { "postgres", new string('漢', 22), "66 bytes, and 63 is the most" },
        { "mysql", new string('漢', 65), "65 characters, and 64 is the most" },
        { "mysql", "blank ", "ends in a blank" },
        { "mysql", "😀", "above U+FFFF" },
        { "sqlserver", new string('x', 129), "129 characters, and 128 is the most" },
    };

    public static TheoryData<string, string> Longest { get; } = new()
    {
        { "sqlite", new string('x', 1000) },
        { "postgres", new string('x', 63) },
        { "mysql", new string('漢', 64) },
        { "sqlserver", new string('x', 128) },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_that_can_be_none_is_an_error_that_says_why(string dialect, string name, string why)
    {
        foreach (string schema in new[] { $"schema S {{ table `{name}` {{ a: integer }} }}", $"schema S {{ table t {{ `{name}`: integer }} }}" })
        {
            // Only the names of tables are SQLite's own.
            if (dialect == "sqlite" && schema.Contains("table t", StringComparison.Ordinal))
                continue;
            var e = Assert.Throws<ExportException>(() => Script.Write(_folder, dialect, Given.Schema(schema), 1));
            Assert.Contains($"`{name}`", e.Message, StringComparison.Ordinal);
            Assert.Contains(why, e.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
        }
    }

    [Fact]
    public void A_database_refuses_a_name_before_it_is_there()
    {
        Schema schema = Given.Schema("schema S { table fine { a: integer } table `SQLite_x` { a: integer } }");
        var e = Assert.Throws<ExportException>(() =>
        {
            using var sink = new SqliteSink(_folder["x.db"]);
            Exporter.Run(Plan.Create(schema, new PlanOptions { Count = 10 }), sink, 1);
        });
        Assert.Contains("`SQLite_x`", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [MemberData(nameof(Longest))]
    public void The_longest_name_is_taken_and_its_index_has_a_shorter_one(string dialect, string name)
    {
        Schema schema = Given.Schema($"schema S {{ table p {{ id: bigint primary_key }} table `{name}` {{ `{name}`: bigint references(p.id) as p }} }}");
        string script = File.ReadAllText(Script.Write(_folder, dialect, schema, 1));
        SqlDialect sql = SqlDialects.Find(dialect)!;
        Assert.Contains($"CREATE TABLE {sql.Quote(name)}", script, StringComparison.Ordinal);
        Assert.Contains($"CREATE INDEX {sql.Quote(dialect == "sqlite" ? $"ix_{name}_{name}" : "ix_2_1")} ON", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_zero_in_a_text_is_an_error_of_PostgreSQL_and_leaves_nothing(int threads)
    {
        Schema schema = Given.Schema("schema S { table t { a: text = if(row_number == 9000, \"x\\u{0}y\", \"fine\") } }");
        var e = Assert.Throws<ExportException>(() =>
        {
            using var sink = new SqlScriptSink(_folder["x.sql"], SqlDialects.Find("postgres")!);
            Exporter.Run(Plan.Create(schema, new PlanOptions { Count = 10_000 }), sink, threads);
        });
        Assert.Contains("U+0000", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("mysql")]
    [InlineData("sqlserver")]
    public void A_statement_stays_under_a_megabyte(string dialect)
    {
        Table table = Given.Table("id: integer\na: text");
        RowBatch batch = Given.Batch(table, [.. Enumerable.Range(0, 400).Select(i => new object[] { i, new string((char)('a' + (i % 26)), 10_000) })]);
        string script = File.ReadAllText(Script.Write(_folder, dialect, batch));
        string[] statements = script.Split("INSERT INTO ")[1..];
        Assert.InRange(statements.Length, 4, 40);
        Assert.All(statements, s => Assert.InRange(s.Length, 1, 1_000_000));
        Assert.Equal(400, statements.Sum(s => s.Split("\n(").Length - 1));
    }
}
