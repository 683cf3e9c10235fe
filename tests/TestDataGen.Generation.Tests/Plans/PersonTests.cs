using System.Globalization;
using System.Text.RegularExpressions;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class PersonTests
{
    [Fact]
    public void The_parts_of_a_person_fit_each_other()
    {
        Row[] rows = Rows("p: person", "sex: string(1) = p.sex  first: text = p.first_name  last: text = p.last_name  full: text = p.full_name  email: text = p.email  login: text = p.user_name  born: date = p.birth_date  age: integer = p.age", "en");
        Assert.All(rows, r =>
        {
            Assert.Equal($"{r["first"]} {r["last"]}", r["full"]);
            Assert.StartsWith(r["login"] + "@example.", r["email"], StringComparison.Ordinal);
            Assert.Matches($"^{Latin(r["first"])}\\.{Latin(r["last"])}[1-9][0-9]?$", r["login"]);
            // The run's day is 2026-01-01: nobody has had the birthday of the year but those born on that day.
            int year = int.Parse(r["born"][..4], CultureInfo.InvariantCulture);
            Assert.Equal(2026 - year - (r["born"][5..] == "01-01" ? 0 : 1), int.Parse(r["age"], CultureInfo.InvariantCulture));
            Assert.InRange(2026 - year, 18, 81);
        });
        HashSet<string> women = [.. PersonFormats.FirstNames(LocaleData.Get("en"), isFemale: true).Texts];
        HashSet<string> men = [.. PersonFormats.FirstNames(LocaleData.Get("en"), isFemale: false).Texts];
        Assert.All(rows, r => Assert.Contains(r["first"], r["sex"] == "F" ? women : men));
        Assert.InRange(rows.Count(r => r["sex"] == "F"), 900, 1100);
    }

    [Fact]
    public void A_womans_family_name_is_a_womans_where_the_language_tells() => Assert.All(
        Rows("p: person", "sex: text = p.sex  last: text = p.last_name", "ru").Where(r => r["sex"] == "F"),
        r => Assert.Contains(r["last"], PersonFormats.LastNames(LocaleData.Get("ru"), isFemale: true).Texts));

    [Theory]
    [InlineData("ja", "{last} {first}")]
    [InlineData("zh_CN", "{last}{first}")]
    [InlineData("de", "{first} {last}")]
    public void The_full_name_has_the_order_of_the_language(string locale, string order) => Assert.All(
        Rows("p: person", "first: text = p.first_name  last: text = p.last_name  full: text = p.full_name", locale),
        r => Assert.Equal(order.Replace("{last}", r["last"], StringComparison.Ordinal).Replace("{first}", r["first"], StringComparison.Ordinal), r["full"]));

    [Theory]
    [InlineData("ru")]
    [InlineData("ja")]
    [InlineData("de")]
    [InlineData("vi")]
    public void User_names_are_in_plain_letters_in_every_script(string locale) =>
        Assert.All(Rows("p: person", "login: text = p.user_name", locale), r => Assert.Matches("^[a-z]+\\.[a-z]+[0-9]+$", r["login"]));

    [Fact]
    public void Two_bindings_are_two_people()
    {
        Row[] rows = Rows("p: person  q: person", "a: text = \"{p.full_name} {p.birth_date}\"  b: text = \"{q.full_name} {q.birth_date}\"", "en");
        Assert.DoesNotContain(rows, r => r["a"] == r["b"]);
        Assert.Equal(rows.Length, rows.Select(r => r["a"]).Distinct().Count());
    }

    [Fact]
    public void Another_binding_or_column_changes_nobody()
    {
        Assert.Equal(
            Rows("p: person", "a: text = p.email", "en").Select(r => r["a"]),
            Rows("q: person  p: person", "x: text = q.email  a: text = p.email  y: text = p.full_name", "en").Select(r => r["a"]));
    }

    [Theory]
    [InlineData("de", "Germany", "+49", "^[0-9]{5}$")]
    [InlineData("en_GB", "United Kingdom", "+44", "^[A-Z]{1,3}[0-9]+ [0-9][A-Z]{2}$")]
    [InlineData("nl", "Netherlands", "+31", "^[0-9]{4} [A-Z]{2}$")]
    public void The_parts_of_an_address_are_of_the_country_of_the_locale(string locale, string country, string prefix, string postcode)
    {
        Row[] rows = Rows("a: address", "street: text = a.street  city: text = a.city  code: text = a.postcode  country: text = a.country  phone: text = a.phone  full: text = a.full_address", locale);
        Assert.All(rows, r =>
        {
            Assert.Equal(country, r["country"]);
            Assert.StartsWith(prefix + " ", r["phone"], StringComparison.Ordinal);
            Assert.Matches(postcode, r["code"]);
            Assert.Contains(r["street"], r["full"], StringComparison.Ordinal);
            Assert.Contains(r["city"], r["full"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_postcode_is_of_the_city() => Assert.All(
        Rows("a: address", "city: text = a.city  code: text = a.postcode", "de").Where(r => r["city"] == "Berlin"), r => Assert.StartsWith("10", r["code"], StringComparison.Ordinal));

    [Fact]
    public void Addresses_are_of_any_country_where_there_are_none_of_the_locales() =>
        Assert.InRange(Rows("a: address", "country: text = a.country", "vi").Select(r => r["country"]).Distinct().Count(), 10, 30);

    [Fact]
    public void A_type_of_the_files_own_goes_over_a_binding()
    {
        Field field = Given.Schema("enum address { home, work }\nschema S { table t { a: address } }").Tables[0].Fields[0];
        Assert.Equal("address", field.Type.Enum!.Name);
    }

    [Fact]
    public void A_table_named_person_has_people_of_its_own()
    {
        Schema schema = Given.Schema("schema S { table person { p: person  phone: text  other: text = p.phone } }");
        Plan plan = Given.Plan(schema);
        Assert.DoesNotContain(Given.Column(plan, "person", "phone").Zip(Given.Column(plan, "person", "other")), p => p.First == p.Second);
    }

    [Fact]
    public void A_pattern_may_be_a_value()
    {
        Schema schema = Given.Table("kind: text one_of(\"##-??\", \"*\\\\#\\\\\\\\x\")  a: text = pattern(kind)  b: text = pattern(kind)");
        Plan plan = Given.Plan(schema);
        IReadOnlyList<string?> kinds = Given.Column(plan, "t", "kind");
        IReadOnlyList<string?> texts = Given.Column(plan, "t", "a");
        for (int i = 0; i < kinds.Count; i++)
            Assert.Matches(kinds[i] == "##-??" ? "^[0-9]{2}-[A-Z]{2}$" : @"^[0-9A-Z]#\\x$", texts[i]!);
        Assert.InRange(texts.Zip(Given.Column(plan, "t", "b")).Count(p => p.First == p.Second), 0, 60);
        Assert.Equal(36, texts.Where((_, i) => kinds[i] != "##-??").Select(t => t![0]).Distinct().Count());
    }

    private static string Latin(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter));

    private static Row[] Rows(string bindings, string fields, string locale)
    {
        Schema schema = Given.Schema($"schema S {{ table t {{ {bindings}  {fields} }} }}");
        Plan plan = Plan.Create(schema, new PlanOptions { Count = 2000, Locale = locale, Seed = 3, Now = new DateTime(2026, 1, 1) });
        string[] names = [.. schema.Tables[0].Fields.Select(f => f.Name)];
        IReadOnlyList<string?>[] columns = [.. names.Select(n => Given.Column(plan, "t", n, threads: 2))];
        return [.. Enumerable.Range(0, 2000).Select(i => new Row(names.Select((n, c) => (n, columns[c][i]!)).ToDictionary(p => p.n, p => p.Item2)))];
    }

    private sealed record Row(Dictionary<string, string> Cells)
    {
        public string this[string name] => Cells[name];
    }
}
