using Microsoft.Data.Sqlite;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

public sealed class CheckConstraintTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private const string Columns = """
        id:      bigint         primary_key
        a:       integer        between(-5, 5)
        b:       integer        between(0, 9) nullable(20%)
        price:   decimal(10, 2) between(0.01, 9.99)
        tax:     decimal(6, 3)  between(0, 3) nullable(20%)
        ratio:   double         between(0, 2)
        open:    boolean
        level:   Level          nullable(10%)
        name:    string(12)     one_of("ada", "Ada", "adam", "eve é", "e", "it's")
        day:     date           between(2024-02-26, 2024-03-02)
        due:     date           between(2024-02-27, 2024-03-03) nullable(20%)
        at:      datetime       between(2024-02-27, 2024-03-01)
        seen:    timestamp      between(2024-02-27, 2024-03-01)
        opens:   time           between(08:00, 09:00)
        """;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a < b")]
    [InlineData("not (a < b) and b != 3 or a is null")]
    [InlineData("a != b or open")]
    [InlineData("open == (a > 0)")]
    [InlineData("not open")]
    [InlineData("open == true or open is null")]
    [InlineData("a % 3 == b % 2")]
    [InlineData("a * b - 2 >= -a")]
    [InlineData("abs(a) > coalesce(b, 2)")]
    [InlineData("nullif(b, 3) is null")]
    [InlineData("least(a, 2) < greatest(id - 1000, 1)")]
    [InlineData("price * 3 == price + price + price and a > 0")]
    [InlineData("price + tax <= 5.5")]
    [InlineData("price * tax > 1.25")]
    [InlineData("price - 0.1 - 0.2 >= tax")]
    [InlineData("round(price, 2) == price and a > 0")]
    [InlineData("if(b > 4, price, tax) >= 1")]
    [InlineData("if(a > 0, open, b == 2)")]
    [InlineData("ratio * 2 <= 1.5 or ratio / 3 < 0.1")]
    [InlineData("level == info or level != error")]
    [InlineData("level is not null and a >= 0")]
    [InlineData("name == \"Ada\" or name > \"ae\"")]
    [InlineData("length(name) < 4")]
    [InlineData("contains(name, \"da\") or starts_with(name, \"e\")")]
    [InlineData("ends_with(name, \"é\")")]
    [InlineData("ends_with(name, \"a long end\") or left(name, 1) == \"A\" or right(name, 2) == \"'s\"")]
    [InlineData("substring(name, 2, 2) == \"da\" and substring(name, 3) != \"a\"")]
    [InlineData("trim(name) == name and a > 0")]
    [InlineData("day <= due")]
    [InlineData("day + 2d > due")]
    [InlineData("due == after(day, 1d) or due < before(day, 1d)")]
    [InlineData("due - day <= 1d")]
    [InlineData("days_between(day, due) >= 2")]
    [InlineData("days_between(at, seen) == 1")]
    [InlineData("at < day")]
    [InlineData("seen > due")]
    [InlineData("at + 36h < seen")]
    [InlineData("seen - at > 90m")]
    [InlineData("at >= 2024-02-28T12:00 and day != 2024-02-29")]
    [InlineData("month(day) == 2 and year(at) == 2024 and day(day) > 27")]
    [InlineData("hour(at) < 12 or minute(seen) > 30 or second(at) == 5")]
    [InlineData("day_of_week(day) <= 5")]
    [InlineData("date(at) == day")]
    [InlineData("opens >= 08:30")]
    public void SQLite_finds_the_rows_that_the_language_finds(string condition)
    {
        Schema schema = Read($"{Columns}\n holds: boolean nullable = {condition}\n check {condition} or true");
        Expression checkedCondition = ((BinaryExpression)schema.Tables[0].Checks[0].Condition).Left;
        Assert.True(new SqliteDialect().Expressions().TryWrite(checkedCondition, out string sql, out string reason), reason);
        string database = Load(schema, 3000);
        Assert.Equal("3000|3000", Query(database, $"SELECT count(*) || '|' || sum(({sql}) IS holds) FROM t"));
        // A condition that holds everywhere, or nowhere, would show nothing.
        Assert.NotEqual("1", Query(database, "SELECT count(DISTINCT ifnull(holds, 2)) FROM t"));
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
        Schema schema = Read($"{Columns}\n check {condition}");
        Assert.True(SqlDialects.Find(dialect)!.Expressions().TryWrite(schema.Tables[0].Checks[0].Condition, out string sql, out string reason), reason);
        Assert.Equal(expected, sql);
    }

    private static Schema Read(string members)
    {
        ReadResult read = SchemaReader.Read(new SourceText("test.tdg", $"enum Level {{ info: 3, warning, error }}\nschema S {{ table t {{\n{members}\n}} }}"), FormatCatalog.Signatures);
        Assert.Empty(read.Diagnostics);
        return read.Schemas[0];
    }

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
