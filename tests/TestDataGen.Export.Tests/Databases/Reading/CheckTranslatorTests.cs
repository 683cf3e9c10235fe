namespace TestDataGen.Export.Tests;

/// <summary>Checks as the servers write them become bounds of fields, or conditions of the language.</summary>
public sealed class CheckTranslatorTests
{
    private static readonly Dictionary<string, TranslatedField> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["price"] = new("price", "decimal(10, 2)", true), ["low"] = new("low", "integer", true), ["high"] = new("high", "integer", true), ["name"] = new("name", "string(20)", true),
        ["day"] = new("day", "date", true), ["at"] = new("at", "timestamp", true), ["flag"] = new("flag", "boolean", true), ["odd name"] = new("`odd name`", "text", true), ["parent_id"] = new("parent_id", "integer", false),
        ["doc"] = new("doc", "json", true),
    };

    [Theory]
    // PostgreSQL.
    [InlineData("postgres", "(price > (0)::numeric)", "price", "min(0.01)")]
    [InlineData("postgres", "((price >= (0)::numeric) AND (price < (100)::numeric))", "price", "between(0, 99.99)")]
    [InlineData("postgres", "((name)::text = ANY ((ARRAY['a'::character varying, 'b''c'::character varying])::text[]))", "name", "one_of(\"a\", \"b'c\")")]
    [InlineData("postgres", "(name)::text ~ '^[A-Z]{2}/[[:digit:]]+$'::text", "name", @"regex(/^[A-Z]{2}\/[0-9]+$/)")]
    [InlineData("postgres", "(name)::text ~~ 'x_%'::text", "name", "regex(/x[a-z0-9][a-z0-9]{0,6}/)")]
    [InlineData("postgres", "(day >= '2020-01-01'::date)", "day", "min(2020-01-01)")]
    [InlineData("postgres", "(at > '2020-01-01 00:00:00+00'::timestamp with time zone)", "at", "min(2020-01-01T00:00:01Z)")]
    [InlineData("postgres", "((name IS NULL) OR (length(TRIM(BOTH FROM name)) > 2))", "name", "length(3, 20)")]
    [InlineData("postgres", "(EXTRACT(year FROM day) >= (2000)::numeric)", "day", "min(2000-01-01)")]
    [InlineData("postgres", "(date_part('year'::text, day) = (2000)::double precision)", "day", "between(2000-01-01, 2000-12-31)")]
    [InlineData("postgres", "((char_length((name)::text) >= 3) AND (char_length((name)::text) <= 5))", "name", "length(3, 5)")]
    [InlineData("postgres", "((low = 1) OR (low = 2))", "low", "one_of(1, 2)")]
    [InlineData("postgres", "flag", "flag", "one_of(true)")]
    [InlineData("postgres", "((low IS NULL) OR ((low >= 0) AND (low <= '255'::bigint)))", "low", "between(0, 255)")]
    [InlineData("postgres", "(upper((name)::text) = ANY (ARRAY['M'::text, 'S'::text]))", "name", "one_of(\"M\", \"S\")")]
    [InlineData("postgres", "(upper((name)::text) = 'm'::text)", "name", null)]
    // MySQL and MariaDB.
    [InlineData("mysql", "`low` between 1 and 5", "low", "between(1, 5)")]
    [InlineData("mysql", "(`name` in (_utf8mb4'x',_utf8mb4'y'))", "name", "one_of(\"x\", \"y\")")]
    [InlineData("mysql", "regexp_like(`name`,_utf8mb4'^[a-z]{3}$')", "name", "regex(/^[a-z]{3}$/)")]
    [InlineData("mysql", "json_valid(`doc`)", "doc", "")]
    [InlineData("mysql", "year(`day`) < 2026", "day", "max(2025-12-31)")]
    // SQLite.
    [InlineData("sqlite", "\"odd name\" <> ''", "odd name", "length(1, 100)")]
    [InlineData("sqlite", "name GLOB '[A-Z][0-9]*'", "name", "regex(/[A-Z][0-9][a-z0-9]{0,6}/)")]
    [InlineData("sqlite", "not (low < 3)", "low", "min(3)")]
    [InlineData("sqlite", "NOT flag", "flag", "one_of(false)")]
    // SQL Server.
    [InlineData("sqlserver", "([price]>(0) AND [price]<=(9.5))", "price", "between(0.01, 9.5)")]
    [InlineData("sqlserver", "([name]='b' OR [name]='a')", "name", "one_of(\"b\", \"a\")")]
    [InlineData("sqlserver", "(len([name])>=(4))", "name", "length(4, 20)")]
    [InlineData("sqlserver", "([name] like '[A-F][0-9]')", "name", "regex(/[A-F][0-9]/)")]
    [InlineData("sqlserver", "([name] IN ('a.b', 'c') OR [name] LIKE '99[0-9]')", "name", @"regex(/(a\.b|c|99[0-9])/)")]
    [InlineData("sqlserver", "(datepart(year,[day])>(2000))", "day", "min(2001-01-01)")]
    public void What_one_column_must_be_is_said_at_its_field(string dialect, string check, string column, string? modifiers)
    {
        CheckTranslator translator = Translate(dialect, check);
        Assert.Equal(modifiers is null, translator.Untranslated.Count + translator.Conditions.Count > 0);
        if (modifiers is not null)
            Assert.Equal(modifiers, translator.FactsOf(column).Modifiers(SchemaDraft.LengthOf(Fields[column].Type)));
    }

    [Theory]
    [InlineData("postgres", "(high >= low)", "high >= low")]
    [InlineData("postgres", "((high - low) <= 10)", "(high - low) <= 10")]
    [InlineData("postgres", "((NOT flag) OR (day IS NOT NULL))", "(not flag or day is not null)")]
    [InlineData("postgres", "(((name)::text <> 'x'::text) OR (price = 0.5))", "(name != \"x\" or price == 0.5)")]
    [InlineData("postgres", "((at)::date >= day)", "date(at) >= day")]
    [InlineData("postgres", "(parent_id > 3)", "parent_id > 3")]
    [InlineData("postgres", "(day <= CURRENT_DATE)", "day <= date(now)")]
    [InlineData("postgres", "(day <= (now() - '18 years'::interval))", "day <= date(add_months(now, -216))")]
    [InlineData("postgres", "day BETWEEN '1930-01-01' AND NOW() - INTERVAL '18 years'", "(day >= 1930-01-01 and day <= date(add_months(now, -216)))")]
    [InlineData("postgres", "(day >= (now() + '1 day'::interval))", "day > date((now + 1d))")]
    [InlineData("postgres", "(at < (day + '12:00:00'::interval))", "at < (day + 12h)")]
    [InlineData("postgres", "(at < (day + '48:00:00'::interval))", "at < (day + 2d)")]
    [InlineData("postgres", "(at < (day + '-24:00:00'::interval))", "at < (day - 1d)")]
    [InlineData("mysql", "`at` < `day` + interval 2 day", "at < (day + 2d)")]
    [InlineData("mysql", "date_add(`day`,interval -1 month) < `at`", "add_months(day, -1) < at")]
    [InlineData("mysql", "`low` MOD 2 = `high` MOD 3", "(low % 2) == (high % 3)")]
    [InlineData("mysql", "((0 = `flag`) or (`name` <> _utf8mb4'x'))", "(flag == false or name != \"x\")")]
    [InlineData("mysql", "not (`low` < `high`)", "low >= high")]
    [InlineData("mysql", "(`high` > `low` and char_length(`name`) < `high`)", "high > low; length(name) < high")]
    [InlineData("mysql", "(if(`flag`,`high`,`low`) > 3)", "if(flag, high, low) > 3")]
    [InlineData("mysql", "if(`day` is null,`low` is not null,`low` is null and `high` is null) = 1", "if(day is null, low is not null, (low is null and high is null))")]
    [InlineData("postgres", "((name)::text = lower((name)::text))", "name == lower(name)")]
    [InlineData("postgres", "((day IS NULL) = (at IS NULL))", "(day is null) == (at is null)")]
    [InlineData("sqlserver", "([day]<=dateadd(year,(-18),getdate()))", "day <= date(add_months(now, -216))")]
    [InlineData("sqlserver", "([at]<DATEADD(DD,2,[day]))", "at < (day + 2d)")]
    [InlineData("sqlserver", "([at]<dateadd(day,[low],[day]))", null)]
    [InlineData("sqlserver", "(iif([flag]=(1),[high],[low])>(3))", "if(flag == true, high, low) > 3")]
    [InlineData("sqlite", "case when flag then high > 3 else 1 end", "if(flag, high > 3, true)")]
    [InlineData("sqlite", "case when flag then high > 3 else true end", "(not flag or high > 3)")]
    [InlineData("sqlite", "CAST(strftime('%Y', day) AS INTEGER) > low", "year(day) > low")]
    [InlineData("sqlite", "CAST(strftime('%w', day) AS INTEGER) <> 0", "(day_of_week(day) % 7) != 0")]
    [InlineData("sqlite", "((CAST(strftime('%s', at) AS INTEGER) - CAST(strftime('%s', day) AS INTEGER)) / 86400) >= low", "days_between(day, at) >= low")]
    [InlineData("sqlite", "CAST(strftime('%s', at) AS INTEGER) - CAST(strftime('%s', day) AS INTEGER) < 60", null)]
    [InlineData("sqlite", "strftime('%J', day) > 3", null)]
    [InlineData("sqlserver", "([high]>=isnull([low],(0)))", "high >= coalesce(low, 0)")]
    [InlineData("sqlserver", "(not [low] between [high] and (7))", "not (low >= high and low <= 7)")]
    [InlineData("postgres", "(day >= (now() - '2147483647 days'::interval))", null)]
    [InlineData("postgres", "(name ~~ (low)::text)", null)]
    [InlineData("postgres", "(missing > 3)", null)]
    [InlineData("postgres", "(high > ", null)]
    public void What_several_columns_must_be_is_a_condition(string dialect, string check, string? condition)
    {
        CheckTranslator translator = Translate(dialect, check);
        Assert.Equal(condition is null ? 1 : 0, translator.Untranslated.Count);
        Assert.Equal(condition ?? "", string.Join("; ", translator.Conditions.Select(c => c.Condition)));
    }

    private static CheckTranslator Translate(string dialect, string check)
    {
        var translator = new CheckTranslator(SqlDialects.Find(dialect)!.Reader.Syntax, Fields);
        translator.Add(new DescribedCheck(check));
        return translator;
    }
}
