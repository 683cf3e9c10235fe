using System.Data.Common;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Conditions over fields of all types, to be judged by the language and by a database.</summary>
internal static class CheckConditions
{
    private const long Rows = 2000;

    /// <summary>The fields that they read.</summary>
    public const string Columns = """
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

    /// <summary>The conditions.</summary>
    public static readonly string[] All =
    [
        "a < b",
        "not (a < b) and b != 3 or a is null",
        "a != b or open",
        "open == (a > 0)",
        "not open",
        "open == true or open is null",
        "a % 3 == b % 2",
        "a * b - 2 >= -a",
        "abs(a) > coalesce(b, 2)",
        "nullif(b, 3) is null",
        "least(a, 2) < greatest(id - 1000, 1)",
        "price * 3 == price + price + price and a > 0",
        "price + tax <= 5.5",
        "price * tax > 1.25",
        "price - 0.1 - 0.2 >= tax",
        "round(price, 2) == price and a > 0",
        "if(b > 4, price, tax) >= 1",
        "if(a > 0, open, b == 2)",
        "ratio * 2 <= 1.5 or ratio / 3 < 0.1",
        "level == info or level != error",
        "level is not null and a >= 0",
        "name == \"Ada\" or name > \"ae\"",
        "length(name) < 4",
        "contains(name, \"da\") or starts_with(name, \"e\")",
        "ends_with(name, \"é\")",
        "ends_with(name, \"a long end\") or left(name, 1) == \"A\" or right(name, 2) == \"'s\"",
        "substring(name, 2, 2) == \"da\" and substring(name, 3) != \"a\"",
        "trim(name) == name and a > 0",
        "day <= due",
        "day + 2d > due",
        "due == after(day, 1d) or due < before(day, 1d)",
        "due - day <= 1d",
        "days_between(day, due) >= 2",
        "days_between(at, seen) == 1",
        "at < day",
        "seen > due",
        "at + 36h < seen",
        "seen - at > 90m",
        "at >= 2024-02-28T12:00 and day != 2024-02-29",
        "month(day) == 2 and year(at) == 2024 and day(day) > 27",
        "hour(at) < 12 or minute(seen) > 30 or second(at) == 5",
        "day_of_week(day) <= 5",
        "date(at) == day",
        "opens >= 08:30",
        "lower(name) == \"ada\" or upper(name) == \"ADAM\"",
        "floor(price) == 3 or ceiling(tax) >= 3",
        "sign(a) == 1",
        "round(price * tax, 1) >= 2.5",
        "price % 2 < 1",
        "sqrt(ratio) > 1.2",
        "a * 1_000_000 * 100_000 > b",
        "date(seen) == day",
        "hour(opens) == 8 and minute(opens) < 30",
        "days_between(seen, at) < 0",
        "day - 1d < due and day + 0d != due",
        "least(price, tax) > 1",
        "level > debug",
        "price / 2 > tax",
        "\"{a}\" == \"1\"",
        "open",
        "coalesce(open, a > 0)",
    ];

    /// <summary>A table <c>t</c> of the fields, of what the language says of each condition (<c>holds_0</c>, …), and the conditions as checks that always hold.</summary>
    public static Schema Schema() => Read(
        Columns + string.Concat(All.Select((c, i) => $"\nholds_{i}: boolean nullable = {c}")) + string.Concat(All.Select(c => $"\ncheck {c} or true")));

    /// <summary>A table <c>t</c> with these members.</summary>
    public static Schema Read(string members)
    {
        ReadResult read = SchemaReader.Read(new SourceText("test.tdg", $"enum Level {{ info: 3, warning, error, debug }}\nschema S {{ table t {{\n{members}\n}} }}"), FormatCatalog.Signatures);
        Assert.Empty(read.Diagnostics);
        return read.Schemas[0];
    }

    /// <summary>Writes a script of the table's rows and gives its path.</summary>
    public static string Write(TemporaryFolder folder, string dialect) => Script.Write(folder, dialect, Schema(), Rows);

    /// <summary>Asserts that a database that has the rows finds those that the language finds.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="same">How it compares two truths of which each may be null: {0} and {1}.</param>
    /// <param name="leftOut">The conditions that the dialect does not write.</param>
    public static void AssertJudgedAlike(DbConnection connection, string dialect, string same, params string[] leftOut)
    {
        Table table = Schema().Tables[0];
        var wrong = new List<string>();
        var refused = new List<string>();
        for (int i = 0; i < All.Length; i++)
        {
            Expression condition = ((BinaryExpression)table.Checks[i].Condition).Left;
            if (!SqlDialects.Find(dialect)!.Expressions().TryWrite(condition, out string sql, out _))
            {
                refused.Add(All[i]);
                continue;
            }

            string? result = Value(connection, $"SELECT concat(count(*), '/', count(DISTINCT holds_{i})) FROM t WHERE {string.Format(null, same, $"({sql})", $"holds_{i}")}");
            // A condition that holds everywhere, or nowhere, would show nothing.
            if (result != $"{Rows}/2")
                wrong.Add($"{All[i]}: {sql} finds {result}");
        }

        Assert.Empty(wrong);
        Assert.Equal(leftOut, refused);
    }

    /// <summary>The conditions that a dialect does not write.</summary>
    public static IEnumerable<string> LeftOut(string dialect)
    {
        Table table = Schema().Tables[0];
        return All.Where((_, i) => !SqlDialects.Find(dialect)!.Expressions().TryWrite(((BinaryExpression)table.Checks[i].Condition).Left, out _, out _));
    }

    private static string? Value(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
