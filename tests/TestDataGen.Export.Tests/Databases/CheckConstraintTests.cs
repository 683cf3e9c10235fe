using Microsoft.Data.Sqlite;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

public sealed class CheckConstraintTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SQLite_finds_the_rows_that_the_language_finds()
    {
        using var connection = new SqliteConnection($"Data Source={Load(CheckConditions.Schema(), 2000)};Pooling=False");
        connection.Open();
        CheckConditions.AssertJudgedAlike(
            connection,
            "sqlite",
            "{0} IS {1}",
            "lower(name) == \"ada\" or upper(name) == \"ADAM\"",
            "floor(price) == 3 or ceiling(tax) >= 3",
            "sign(a) == 1",
            "round(price * tax, 1) >= 2.5",
            "price % 2 < 1",
            "sqrt(ratio) > 1.2",
            "least(price, tax) > 1",
            "price / 2 > tax",
            "\"{a}\" == \"1\"");
    }

    [Fact]
    public void A_row_that_breaks_a_check_is_refused_by_the_database()
    {
        string database = Load(Read("id: bigint primary_key\n low: integer between(0, 10)\n high: integer between(10, 20) nullable(50%)\n check low <= high"), 50);
        Assert.Equal("1", Query(database, "INSERT INTO t VALUES (100, 5, 15) RETURNING 1"));
        Assert.Equal("1", Query(database, "INSERT INTO t VALUES (101, 5, NULL) RETURNING 1"));
        Assert.Contains("CHECK", Refusal(database, "INSERT INTO t VALUES (102, 9, 8)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x: integer between(1, 5)", "0", "3")]
    [InlineData("x: decimal(5, 2) min(0.01)", "0", "0.01")]
    [InlineData("x: date max(2024-12-31)", "'2025-01-01'", "'2024-12-31'")]
    [InlineData("x: Level", "'loud'", "'info'")]
    [InlineData("x: string(20) length(0, 3)", "'abcd'", "'abc'")]
    public void Bounds_and_the_values_of_an_enum_are_declared(string field, string wrong, string right)
    {
        string database = Load(Read($"id: bigint primary_key\n {field}"), 20);
        Assert.Equal("1", Query(database, $"INSERT INTO t VALUES (100, {right}) RETURNING 1"));
        Assert.Contains("CHECK", Refusal(database, $"INSERT INTO t VALUES (101, {wrong})"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("mysql")]
    [InlineData("sqlserver")]
    public void What_a_database_can_not_say_is_a_comment_that_tells_why(string dialect)
    {
        Schema schema = Read("id: bigint primary_key\n name: string(20)\n check \"{name}!\" != \"a!\"\n check id < row_number + 1\n check id > 0");
        string sql = SqlDialects.Find(dialect)!.CreateTable(schema.Tables[0]);
        Assert.Contains("-- check \"{name}!\" != \"a!\" is not declared: SQL has no equivalent.\n", sql, StringComparison.Ordinal);
        Assert.Contains("-- check id < row_number + 1 is not declared: a table does not know row_number.\n", sql, StringComparison.Ordinal);
        Assert.Single(sql.Split("CHECK ("), s => s.Contains("> 0)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sqlite", "price * 2 > 3", "ROUND((\"price\" * 2), 2) > 3")]
    [InlineData("postgres", "a * 1000000 > b", "(\"a\"::bigint * 1000000) > \"b\"")]
    [InlineData("postgres", "name < \"b\"", "\"name\" COLLATE \"C\" < 'b'")]
    [InlineData("postgres", "seen > day", "\"seen\" > (\"day\"::timestamp AT TIME ZONE 'UTC')")]
    [InlineData("postgres", "after(day, 2d) <= 2025-01-01", "(\"day\" + INTERVAL '172800 seconds')::date <= DATE '2025-01-01'")]
    [InlineData("mysql", "due - day <= 1d", "TIMESTAMPDIFF(SECOND, `day`, `due`) <= 86400")]
    [InlineData("mysql", "lower(name) == name", "LOWER(`name`) = `name`")]
    [InlineData("sqlserver", "open and not open", "([open] = 1 AND NOT ([open] = 1))")]
    [InlineData("sqlserver", "name == \"a\"", "[name] COLLATE Latin1_General_100_BIN2 = N'a'")]
    [InlineData("sqlserver", "due - day <= 1d", "DATEDIFF_BIG(second, [day], [due]) <= 86400")]
    [InlineData("sqlserver", "a * 2 > 3", "(CAST([a] AS bigint) * 2) > 3")]
    public void Each_database_has_its_own_words(string dialect, string condition, string expected)
    {
        Schema schema = Read($"{CheckConditions.Columns}\n check {condition}");
        Assert.True(SqlDialects.Find(dialect)!.Expressions().TryWrite(schema.Tables[0].Checks[0].Condition, out string sql, out string reason), reason);
        Assert.Equal(expected, sql);
    }

    private static Schema Read(string members) => CheckConditions.Read(members);

    private string Load(Schema schema, long rows)
    {
        string path = _folder["checks.db"];
        using var sink = new SqliteSink(path, mayReplace: true);
        Exporter.Run(Plan.Create(schema, new PlanOptions { Count = rows, Now = new DateTime(2026, 1, 1) }), sink, 1);
        return path;
    }

    private static string Query(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{command.ExecuteScalar()}";
    }

    private static string Refusal(string database, string sql) => Assert.Throws<SqliteException>(() => Query(database, sql)).Message;
}
