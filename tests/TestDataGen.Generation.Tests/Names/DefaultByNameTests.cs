using System.Globalization;
using System.Text.Json;

namespace TestDataGen.Generation.Tests;

/// <summary>A table of names and types only looks right.</summary>
public sealed class DefaultByNameTests
{
    private static readonly DateTime Now = new(2026, 1, 1);

    private static Plan Plan(string table, IEnumerable<string> fields, string locale = "en", long count = 200) => Generation.Plan.Create(
        Given.Schema($"schema S {{ table `{table}` {{ {string.Join(" ", fields)} }} }}"), new PlanOptions { Count = count, Seed = 7, Locale = locale, Now = Now });

    private static IReadOnlyList<string> Draw(string table, string column, string type, string locale = "en", long count = 200) =>
        [.. Given.Column(Plan(table, [$"`{column}`: {type}"], locale, count), table, column).Select(v => v!)];

    private static string TableOf(ColumnPattern pattern) => pattern.Of.Length == 0 ? "things" : ColumnPattern.Split(pattern.Of)[0] + "s";

    private static string NameOf(ColumnPattern pattern) =>
        new[] { pattern.English, pattern.German, pattern.French, pattern.Spanish }.SelectMany(ColumnPattern.Split).First().TrimStart('-').Replace(' ', '_');

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ja")]
    [InlineData("pl")]
    public void Every_pattern_with_a_format_gives_its_texts_in_every_length(string locale)
    {
        foreach (IGrouping<string, ColumnPattern> table in ColumnPatterns.All.Where(p => p.Text.Length > 0).GroupBy(TableOf))
        {
            foreach (int length in new[] { 1, 2, 3, 8, 20, 60, 500 })
            {
                Plan plan = Plan(table.Key, table.Select(p => $"`{NameOf(p)}`: string({length})"), locale, 20);
                foreach (ColumnPattern pattern in table)
                {
                    IReadOnlyList<string?> texts = Given.Column(plan, table.Key, NameOf(pattern));
                    Assert.All(texts, text => Assert.InRange(text!.EnumerateRunes().Count(), 1, length));
                    string description = plan.Tables[0].Columns.Single(c => c.Field.Name == NameOf(pattern)).Description;
                    if (length == 500)
                        Assert.StartsWith($"format({ColumnPattern.Split(pattern.Text)[0]}) by name", description, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Every_pattern_with_a_range_keeps_it_in_every_type()
    {
        foreach (IGrouping<string, ColumnPattern> table in ColumnPatterns.All.GroupBy(TableOf))
        {
            foreach (string type in new[] { "smallint", "integer", "bigint", "decimal(5, 2)", "decimal(18, 1)", "double", "float", "date", "datetime", "timestamp", "time", "boolean", "json", "uuid", "binary(4)", "text" })
            {
                Plan plan = Plan(table.Key, table.Select(p => $"`{NameOf(p)}`: {type}"), count: 50);
                foreach (ColumnPattern pattern in table)
                {
                    IReadOnlyList<string?> cells = Given.Column(plan, table.Key, NameOf(pattern));
                    Assert.All(cells, Assert.NotNull);
                    if (pattern.Number is { } number && type is "bigint" or "decimal(18, 1)" or "double")
                        Assert.All(cells, cell => Assert.InRange(double.Parse(cell!, CultureInfo.InvariantCulture), number.Low, number.High));
                    if (pattern.Days is { } days && type == "date")
                        Assert.All(cells, cell => Assert.InRange(DateTime.Parse(cell!, CultureInfo.InvariantCulture), Now.AddDays(days.From), Now.AddDays(days.To)));
                }
            }
        }
    }

    [Fact]
    public void Flags_are_true_as_often_as_their_name_says()
    {
        foreach (ColumnPattern pattern in ColumnPatterns.All.Where(p => p.True is not null))
        {
            double share = Draw(TableOf(pattern), NameOf(pattern), "boolean", count: 5000).Count(v => v == "true") / 5000.0;
            // Five standard deviations.
            Assert.InRange(share, pattern.True!.Value - 0.036, pattern.True.Value + 0.036);
        }

        Assert.InRange(Draw("users", "is_deleted", "boolean", count: 1000).Count(v => v == "true"), 1, 150);
        Assert.InRange(Draw("users", "is_active", "boolean", count: 1000).Count(v => v == "true"), 800, 999);
    }

    [Theory]
    [InlineData("users", "age", "string(3)", "^[0-9]{2}$")]
    [InlineData("users", "birth_date", "string(10)", "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
    [InlineData("users", "birth_year", "string(4)", "^(19|20)[0-9]{2}$")]
    [InlineData("users", "is_active", "string(1)", "^[YN]$")]
    [InlineData("users", "is_active", "smallint", "^[01]$")]
    [InlineData("users", "is_active", "string(3)", "^(yes|no)$")]
    [InlineData("users", "is_email_confirmed", "boolean", "^(true|false)$")]
    [InlineData("users", "email_count", "integer", "^[0-9]{1,3}$")]
    [InlineData("users", "address_id", "integer", "^[1-9][0-9]{0,3}$")]
    [InlineData("users", "address_id", "string(36)", "^[0-9a-f-]{36}$")]
    [InlineData("users", "country_code", "string(2)", "^[A-Z]{2}$")]
    [InlineData("users", "country", "string(2)", "^[A-Z]{2}$")]
    [InlineData("users", "country", "string(3)", "^[A-Z]{3}$")]
    [InlineData("users", "currency", "string(3)", "^[A-Z]{3}$")]
    [InlineData("users", "gender", "string(1)", "^[FM]$")]
    [InlineData("users", "email", "string(30)", "^[^@ ]+@example\\.(com|net|org)$")]
    [InlineData("users", "zip", "integer", "^[0-9]{5}$")]
    [InlineData("orders", "order_number", "string(12)", "^ORD-[0-9]{6}$")]
    [InlineData("orders", "order_number", "string(8)", "^[1-9][0-9]{7}$")]
    [InlineData("orders", "code", "string(3)", "^[A-Z]{3}$")]
    [InlineData("users", "rank", "integer", "^([1-9][0-9]?|100)$")]
    [InlineData("users", "password_hash", "string(40)", "^[0-9a-f]{40}$")]
    public void Types_and_lengths_that_do_not_fit_get_something_that_does(string table, string column, string type, string form) =>
        Assert.All(Draw(table, column, type), text => Assert.Matches(form, text));

    [Fact]
    public void Json_is_json_whatever_its_name() =>
        Assert.All(Draw("users", "email", "json"), text => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(text).RootElement.ValueKind));

    [Theory]
    [InlineData("created_at", "updated_at")]
    [InlineData("created", "last_login")]
    [InlineData("ordered_at", "shipped_at")]
    [InlineData("shipped_at", "delivered_at")]
    [InlineData("order_date", "paid_at")]
    [InlineData("start_date", "end_date")]
    [InlineData("valid_from", "valid_until")]
    [InlineData("birth_date", "hire_date")]
    [InlineData("fecha_inicio", "fecha_fin")]
    [InlineData("erstellt_am", "geaendert_am")]
    public void What_comes_first_is_earlier_in_every_row(string first, string second)
    {
        Plan plan = Plan("t", [$"{first}: datetime", $"{second}: datetime"]);
        Assert.All(
            Given.Column(plan, "t", first).Zip(Given.Column(plan, "t", second)),
            pair => Assert.True(string.CompareOrdinal(pair.First, pair.Second) < 0, $"{pair.First} is not before {pair.Second}"));
    }

    [Fact]
    public void A_column_stays_what_it_is_when_its_neighbours_change() =>
        Assert.Equal(Draw("t", "updated_at", "datetime"), Given.Column(Plan("t", ["created_at: datetime", "updated_at: datetime", "state: text", "city: text"]), "t", "updated_at"));

    [Theory]
    [InlineData("price: decimal(9, 2) min(5000)", 5000, 10000)]
    [InlineData("x: integer min(5000)", 5000, 10000)]
    [InlineData("x: integer max(-5)", -1005, -5)]
    [InlineData("age: integer min(100)", 100, 1000)]
    [InlineData("age: integer max(30)", 18, 30)]
    [InlineData("x: bigint min(9_000_000_000_000_000_000)", 9e18, 9.3e18)]
    [InlineData("x: decimal(4, 4)", 0, 0.9999)]
    public void The_fields_own_bounds_go_before_what_its_name_or_type_says(string field, double low, double high)
    {
        IReadOnlyList<string?> cells = Given.Column(Given.Table(field), field[..field.IndexOf(':', StringComparison.Ordinal)]);
        Assert.All(cells, cell => Assert.InRange(double.Parse(cell!, CultureInfo.InvariantCulture), low, high));
        Assert.True(cells.Distinct().Count() > 5);
    }

    [Theory]
    [InlineData("x: string(40) length(30, 40)", 30, 40)]
    [InlineData("tag: string(40) length(5, 8)", 5, 8)]
    [InlineData("comment: string(200) length(100, 150)", 100, 150)]
    [InlineData("email: string(120) length(25, 30)", 25, 30)]
    [InlineData("x: string(40) length(6, 9) format(first_name)", 6, 9)]
    [InlineData("x: string(40) length(15, 20) format(full_name)", 15, 20)]
    public void Texts_have_the_length_that_is_asked_for(string field, int least, int most) => Assert.All(
        Given.Column(Given.Table(field), field[..field.IndexOf(':', StringComparison.Ordinal)]), text => Assert.InRange(text!.EnumerateRunes().Count(), least, most));

    [Fact]
    public void A_length_that_a_source_has_not_is_an_error() =>
        Assert.Equal("TDG0606", Assert.Single(Given.Errors("schema S { table t { x: string(80) length(60, 80) format(first_name) } }")).Code);
}
