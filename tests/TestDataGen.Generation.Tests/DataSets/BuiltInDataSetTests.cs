using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class BuiltInDataSetTests
{
    private static readonly string PagePath = Path.Combine(AppContext.BaseDirectory, "../../../../../docs/datasets.md");

    public static TheoryData<string> Names => [.. BuiltInDataSets.All.Select(s => s.Name)];

    [Fact]
    public void The_page_lists_every_set_with_its_columns()
    {
        string page = File.ReadAllText(PagePath).ReplaceLineEndings("\n");
        string expected = Regex.Replace(page, "(?<=<!-- sets -->\n).*(?=<!-- end -->)", _ => Page(), RegexOptions.Singleline);
        if (Environment.GetEnvironmentVariable("TDG_WRITE_DOCS") == "1")
            File.WriteAllText(PagePath, expected);
        Assert.True(page == expected, "docs/datasets.md is not what is registered: run this test with TDG_WRITE_DOCS=1 to write it anew.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_set_is_drawn_from_without_a_declaration(string name)
    {
        DataSet set = BuiltInDataSets.Open(name);
        string fields = string.Join("  ", set.Columns.Select((c, i) => $"f{i}: {c.Type} {(c.IsNullable ? "nullable " : "")}= r.{c.Name}"));
        Schema schema = Given.Schema($"schema S {{ table t {{ r: row of {name}  {fields} }} }}");
        Assert.All(set.Columns.Select((_, i) => Given.Column(schema, $"f{i}", 50)), c => Assert.Equal(50, c.Count));
    }

    [Fact]
    public void Countries_have_each_code_once()
    {
        foreach (string column in new[] { "alpha2", "alpha3", "numeric", "name" })
            Assert.Equal(249, Values("countries", column).Distinct().Count());
        Assert.All(Values("countries", "phone_prefix"), p => Assert.Matches(@"^\+[1-9]\d{0,3}$", p));
        Assert.Empty(Values("countries", "currency_code").Where(c => c is not null).Except(Values("currencies", "code")));
    }

    [Fact]
    public void Cities_are_of_countries_that_there_are_and_lie_in_zones_that_there_are()
    {
        Assert.Empty(Values("cities", "country_code").Except(Values("countries", "alpha2")));
        Assert.All(Values("cities", "country_code").GroupBy(c => c), g => Assert.InRange(g.Count(), 15, 100));
        Assert.All(Values("cities", "time_zone").Distinct(), z => Assert.NotNull(TimeZoneInfo.FindSystemTimeZoneById(z!)));
        Assert.All(Values("cities", "latitude"), v => Assert.InRange(decimal.Parse(v!, CultureInfo.InvariantCulture), -45, 70));
        Assert.All(Values("cities", "longitude"), v => Assert.InRange(decimal.Parse(v!, CultureInfo.InvariantCulture), -130, 160));
        Assert.All(Values("cities", "postcode"), p => Assert.Matches("^[0-9A-Z# ?-]{4,9}$", p));
    }

    [Theory]
    [InlineData("de", "DE")]
    [InlineData("de_AT", "AT")]
    [InlineData("en", "US")]
    [InlineData("pt_BR", "BR")]
    public void Local_cities_are_those_of_the_country_of_the_locale(string locale, string country)
    {
        Schema schema = Given.Schema("schema S { table t { r: row of local_cities  code: text = r.country_code } }");
        Plan plan = Plan.Create(schema, new PlanOptions { Count = 200, Locale = locale });
        Assert.Equal(country, Assert.Single(Given.Column(plan, "t", "code").Distinct()));
    }

    [Fact]
    public void Local_cities_are_of_any_country_where_there_are_none_of_the_locales()
    {
        Schema schema = Given.Schema("schema S { table t { r: row of local_cities  code: text = r.country_code } }");
        Plan plan = Plan.Create(schema, new PlanOptions { Count = 500, Locale = "vi" });
        Assert.InRange(Given.Column(plan, "t", "code").Distinct().Count(), 10, 30);
    }

    private static IReadOnlyList<string?> Values(string set, string column)
    {
        var stored = (StoredDataSet)BuiltInDataSets.Open(set);
        Column values = stored.Values[stored.Columns.ToList().FindIndex(c => c.Name == column)];
        return [.. Enumerable.Range(0, stored.RowCount).Select(row => Given.Cell(values, row))];
    }

    private static string Page()
    {
        var page = new StringBuilder();
        foreach (BuiltInDataSet set in BuiltInDataSets.All)
        {
            string drawn = set.Set.Weight is { } weight ? $"drawn by `{set.Set.Columns[weight].Name}`" : "each equally often";
            page.Append(CultureInfo.InvariantCulture, $"## {set.Name}\n\n{set.Summary} {(set.Set is LocaleDataSet ? "Other rows in every locale" : $"{set.Set.RowCount} rows")}, {drawn}.\n\n| column | type | for example |\n| --- | --- | --- |\n");
            StoredDataSet stored = set.Set as StoredDataSet ?? ((LocaleDataSet)set.Set).In(LocaleData.Get("fr"));
            for (int i = 0; i < set.Set.Columns.Count; i++)
            {
                DataSetColumn column = set.Set.Columns[i];
                string examples = string.Join(", ", new[] { 3, stored.RowCount / 2, stored.RowCount - 1 }.Select(row => Given.Cell(stored.Values[i], row)).OfType<string>().Distinct().Select(v => $"`{v}`"));
                page.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {column.Type}{(column.IsNullable ? ", may be null" : "")} | {examples} |\n");
            }

            page.Append('\n');
        }

        foreach (Table table in DataSetReader.Instance.Records)
        {
            string fields = string.Join("  ", table.Fields.Select((f, i) => $"f{i}: {f.Type} = x.{f.Name}"));
            Plan plan = Plan.Create(Given.Schema($"schema S {{ table t {{ x: {table.Name}  {fields} }} }}"), new PlanOptions { Count = 3, Locale = "fr", Now = new DateTime(2026, 1, 1) });
            page.Append(CultureInfo.InvariantCulture, $"## {table.Name}\n\nA binding: `x: {table.Name}`.\n\n| part | type | for example |\n| --- | --- | --- |\n");
            for (int i = 0; i < table.Fields.Count; i++)
                page.Append(CultureInfo.InvariantCulture, $"| `{table.Fields[i].Name}` | {table.Fields[i].Type} | {string.Join(", ", Given.Column(plan, "t", $"f{i}").Distinct().Select(v => $"`{v}`"))} |\n");
            page.Append('\n');
        }

        return page.ToString();
    }
}
