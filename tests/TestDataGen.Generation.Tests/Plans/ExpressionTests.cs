using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("integer", "1 + 2 * 3", "7")]
    [InlineData("integer", "-7 % 3", "-1")]
    [InlineData("integer", "(1 + 2) * 3", "9")]
    [InlineData("decimal(10, 2)", "10 / 4", "2.50")]
    [InlineData("decimal(10, 2)", "2 * 1.255", "2.51")]
    [InlineData("decimal(10, 2)", "round(2.345, 1)", "2.30")]
    [InlineData("double", "sqrt(16)", "4")]
    [InlineData("boolean", "1 < 2 and not 2 < 1", "true")]
    [InlineData("boolean", "\"abc\" < \"abd\" or false", "true")]
    [InlineData("string(20)", "upper(\"día\")", "DÍA")]
    [InlineData("string(20)", "lower(\"ABC{1 + 1}\")", "abc2")]
    [InlineData("string(20)", "ascii(\"Jürgen Łoś\")", "Jurgen Los")]
    [InlineData("string(20)", "substring(\"abcdef\", 2, 3)", "bcd")]
    [InlineData("string(20)", "left(\"abc\", 2)", "ab")]
    [InlineData("string(20)", "right(\"abc\", 2)", "bc")]
    [InlineData("string(20)", "left(\"\U0001F600é-x\", 2)", "\U0001F600é")]
    [InlineData("string(20)", "right(\"x-é\U0001F600\", 2)", "é\U0001F600")]
    [InlineData("string(20)", "substring(\"é\U0001F600xy\", 2, 2)", "\U0001F600x")]
    [InlineData("string(20)", "substring(\"abc\", 0, 2)", "a")]
    [InlineData("string(20)", "substring(\"abc\", 2)", "bc")]
    [InlineData("string(20)", "right(\"abc\", 9)", "abc")]
    [InlineData("string(20)", "replace(\"a-b-c\", \"-\", \"+\")", "a+b+c")]
    [InlineData("string(20)", "pad_left(\"7\", 3, \"0\")", "007")]
    [InlineData("string(20)", "capitalize(\"hELLO\")", "Hello")]
    [InlineData("string(20)", "trim(\"  x \")", "x")]
    [InlineData("integer", "length(\"héllo\")", "5")]
    [InlineData("boolean", "starts_with(\"abc\", \"ab\")", "true")]
    [InlineData("boolean", "contains(\"abc\", \"x\")", "false")]
    [InlineData("integer", "if(row_number > 0, 10, 1 % (row_number - row_number))", "10")]
    [InlineData("integer", "coalesce(nullif(3, 3), 4)", "4")]
    [InlineData("integer", "least(3, 1, 2)", "1")]
    [InlineData("integer", "greatest(3, 1, 2)", "3")]
    [InlineData("integer", "abs(-5)", "5")]
    [InlineData("integer", "year(2024-05-06)", "2024")]
    [InlineData("integer", "day_of_week(2024-01-01)", "1")]
    [InlineData("integer", "days_between(2024-02-28, 2024-03-01)", "2")]
    [InlineData("date", "after(2024-02-28, 1d)", "2024-02-29")]
    [InlineData("datetime", "2024-01-01T00:00:00 + 36h", "2024-01-02 12:00:00")]
    [InlineData("datetime", "before(now, 1d)", "2025-12-31 00:00:00")]
    [InlineData("datetime", "2024-01-01T00:00:00 + 3 * 15m", "2024-01-01 00:45:00")]
    [InlineData("datetime", "2024-01-01T00:00:00 + 1h / 4", "2024-01-01 00:15:00")]
    [InlineData("boolean", "now - 2025-12-31 == 1d", "true")]
    [InlineData("date", "add_business_days(2026-01-31, 1)", "2026-02-02")] // from a Saturday
    [InlineData("date", "add_business_days(2026-02-01, -1)", "2026-01-30")] // from a Sunday back
    [InlineData("date", "add_business_days(2026-02-02, -6)", "2026-01-23")]
    [InlineData("datetime", "add_business_days(2026-01-30T17:30, 3)", "2026-02-04 17:30:00")]
    [InlineData("integer", "business_days_between(2026-02-06, 2026-01-30)", "-5")]
    [InlineData("integer", "business_days_between(2026-01-31, 2026-02-01)", "0")]
    [InlineData("boolean", "is_business_day(2026-02-02)", "true")]
    [InlineData("datetime", "business_time(2026-02-02T10:15)", "2026-02-02 10:15:00")] // in the hours already
    [InlineData("datetime", "business_time(2026-02-03T01:00)", "2026-02-03 13:00:00")] // half of the night from Monday to Tuesday
    [InlineData("datetime", "business_time(2026-02-02T17:00:01)", "2026-02-03 09:00:00")]
    [InlineData("date", "add_months(2024-01-31, 1)", "2024-02-29")]
    [InlineData("datetime", "add_months(2024-03-31T12:00, -1)", "2024-02-29 12:00:00")]
    [InlineData("integer", "years_between(2004-02-29, 2026-02-28)", "22")]
    [InlineData("integer", "years_between(2026-06-15, 2000-06-16)", "-25")]
    [InlineData("integer", "week(2027-01-01)", "53")]
    [InlineData("date", "end_of_month(2024-02-10T23:00)", "2024-02-29")]
    [InlineData("string(20)", "format_date(2026-03-05T14:05, \"yyyy-MM\")", "2026-03")]
    [InlineData("string(20)", "format_date(2026-03-05, \"d\")", "5")]
    [InlineData("string(20)", "format_number(5, \"000\")", "005")]
    [InlineData("string(20)", "format_number(0.5, \"0.00\")", "0.50")]
    [InlineData("string(20)", "slug(\"  O'Neil & Søn -- GmbH!\")", "oneil-son-gmbh")]
    [InlineData("string(20)", "initials(\"élodie de  la Tour\")", "ÉDLT")]
    [InlineData("string(20)", "repeat(\"ab\", 0 - 1)", "")]
    [InlineData("integer", "index_of(\"żółw\", \"w\")", "4")]
    [InlineData("integer", "index_of(\"abc\", \"x\")", "0")]
    [InlineData("string(20)", "split_part(\"a-b-c\", \"-\", -1)", "c")]
    [InlineData("string(20)", "split_part(\"a-b-c\", \"-\", 4)", "")]
    [InlineData("string(20)", "hash(\"Ada\")", "96ca223b3d5dcf80")]
    [InlineData("double", "log(0.001)", "-3")]
    [InlineData("string(20)", "\"{\"ada\" | upper}\"", "ADA")]
    [InlineData("string(20)", "\"<{\"Lovelace\" | left(4) | lower | pad_left(6, \"*\")}>\"", "<**love>")]
    [InlineData("string(20)", "\"{3 + 4 | pad_left(3, \"0\")}\"", "007")]
    [InlineData("string(20)", "\"{2.345 | round(1)} {2026-01-31 | format_date(\"MMM d\")}\"", "2.3 Jan 31")]
    [InlineData("double", "round(ln(exp(2)), 12)", "2")]
    public void Expressions_give(string type, string expression, string expected)
    {
        IReadOnlyList<string?> values = Given.Column(Given.Table($"x: {type} = {expression}"), "x", 3);
        Assert.All(values, v => Assert.Equal(expected, v));
    }

    [Theory]
    [InlineData("null and false", "false")]
    [InlineData("null and true", null)]
    [InlineData("null or true", "true")]
    [InlineData("not (null == 1)", null)]
    public void Null_follows_the_logic_of_SQL(string expression, string? expected) =>
        Assert.Equal(expected, Given.Column(Given.Table($"n: boolean nullable = if(1 == 1, null, true)  x: boolean nullable = {expression.Replace("null", "n", StringComparison.Ordinal).Replace("n == 1", "n == true", StringComparison.Ordinal)}"), "x", 1)[0]);

    [Fact]
    public void A_range_draws_every_value_between_its_ends()
    {
        var schema = Given.Table("x: integer = 1..6");
        int[] counts = [.. Given.Column(schema, "x", 6000).GroupBy(v => v).OrderBy(g => g.Key).Select(g => g.Count())];
        Assert.Equal(6, counts.Length);
        Assert.All(counts, c => Assert.InRange(c, 850, 1150));
    }

    [Fact]
    public void Two_ranges_in_one_expression_are_drawn_apart()
    {
        IReadOnlyList<string?> values = Given.Column(Given.Table("x: string(20) = \"{1..1000}-{1..1000}\""), "x");
        Assert.InRange(values.Count(v => v!.Split('-')[0] == v.Split('-')[1]), 0, 10);
    }

    [Theory]
    [InlineData("a: integer between(0, 3)  x: decimal(10, 2) = 1 / a", "divided by zero")]
    [InlineData("a: double between(-1, 0)  x: double = ln(a)", "does not fit")]
    [InlineData("a: integer = 5_000_000  x: date = add_business_days(2026-01-01, a)", "too large")]
    [InlineData("x: bigint = 9223372036854775807 + row_number", "too large")]
    [InlineData("a: integer between(1, 100000)  x: smallint = a", "does not fit")]
    [InlineData("a: integer between(1, 100)  x: integer max(50) = a", "over max")]
    [InlineData("a: date between(2020-01-01, 2024-01-01)  x: date between(a, 2021-01-01)", "over its upper end")]
    [InlineData("x: json = \"\\{\\\"n\\\": {row_number}\"", "is no JSON")]
    [InlineData("x: double = power(10, 308 + row_number)", "too large")]
    [InlineData("x: double = 1e308 * 10", "too large")]
    [InlineData("x: double = -1e308 - 1e308", "too large")]
    [InlineData("a: double between(0, 0)  x: double = a / a", "divided by zero")]
    [InlineData("x: double = sqrt(-1.0 * row_number)", "does not fit")]
    [InlineData("x: double = power(-8, 0.5)", "too large")]
    [InlineData("x: float = 1e39 * row_number", "does not fit")]
    public void What_fails_at_a_row_names_field_and_row(string fields, string message)
    {
        var error = Assert.Throws<GenerationException>(() => Given.Column(Given.Table(fields), "x"));
        Assert.Contains("t.x, row ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_that_are_JSON_make_a_json_field() =>
        Assert.Equal(["{\"n\": 1}", "{\"n\": 2}"], Given.Column(Given.Table("x: json = \"\\{\\\"n\\\": {row_number}\\}\""), "x", 2));

    [Theory]
    [InlineData("x: double normal(0, 1e308)")]
    [InlineData("x: double lognormal(700, 100)")]
    [InlineData("x: double exponential(1e-307)")]
    [InlineData("x: double pareto(0.001, 1)")]
    [InlineData("x: double uniform(-5e307, 5e307)")]
    [InlineData("x: double")]
    [InlineData("x: float lognormal(90, 10)")]
    [InlineData("x: float normal(0, 3e38)")]
    [InlineData("x: float pareto(0.01, 1)")]
    [InlineData("x: float")]
    public void A_floating_point_number_is_always_a_number(string field)
    {
        bool isFloat = field.StartsWith("x: float", StringComparison.Ordinal);
        foreach (string? value in Given.Column(Given.Table(field), "x", 5000))
            Assert.True(isFloat ? float.IsFinite(float.Parse(value!, CultureInfo.InvariantCulture)) : double.IsFinite(double.Parse(value!, CultureInfo.InvariantCulture)), value);
    }

    [Fact]
    public void Every_function_gives_what_its_example_says()
    {
        string fields = string.Join("\n", Functions.All.Where(f => f.Name != "pattern").Select(
            f => f.Example.Split(" → ") is [var call, var result] ? $"{f.Name}_is: text nullable = text({call})  {f.Name}_should_be: text nullable = text({result})" : ""));
        Plan plan = Given.Plan(Given.Table(fields), 1);
        Assert.All(
            Functions.All.Where(f => f.Name != "pattern"),
            f => Assert.Equal((f.Name, Given.Column(plan, "t", $"{f.Name}_should_be")[0]), (f.Name, Given.Column(plan, "t", $"{f.Name}_is")[0])));
    }

    [Fact]
    public void Every_function_of_the_language_runs() =>
        Assert.Equal(Functions.All.Select(f => f.Name).Order(StringComparer.Ordinal), FunctionCompiler.Names.Order(StringComparer.Ordinal));
}
