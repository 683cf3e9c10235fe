using System.Globalization;
using System.Text.Json;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class CompositeTests
{
    private const string Types = """
        enum Kind { home: 3, work: 1 }
        type Geo { lat: decimal(8, 5) between(47, 55)  lon: double between(6, 15) }
        type Address {
          place:  row of cities
          street: string(80) format(street_address)
          city:   string(40) = place.name
          line:   text       = "{street}, {city}"
          geo:    Geo
          since:  datetime   between(2020-01-01, now)
          day:    date       = date(since)
          note:   text       nullable(50%) = "\"quoted\" \\ \n é 𝄞 {city}"
        }
        type Phone { kind: Kind  number: string(20) pattern("+49 ### ####")  ok: boolean  id: uuid }

        """;

    [Fact]
    public void The_parts_are_a_JSON_object_with_values_of_their_types()
    {
        foreach (JsonElement home in Json("home: Address", "home"))
        {
            Assert.Equal(["street", "city", "line", "geo", "since", "day", "note"], home.EnumerateObject().Select(p => p.Name));
            Assert.Equal($"{home.GetProperty("street")}, {home.GetProperty("city")}", home.GetProperty("line").GetString());
            Assert.InRange(home.GetProperty("geo").GetProperty("lat").GetDecimal(), 47, 55);
            Assert.Equal(JsonValueKind.Number, home.GetProperty("geo").GetProperty("lon").ValueKind);
            Assert.Equal(DateOnly.FromDateTime(home.GetProperty("since").GetDateTime()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), home.GetProperty("day").GetString());
            if (home.GetProperty("note").ValueKind != JsonValueKind.Null)
                Assert.Equal($"\"quoted\" \\ \n é 𝄞 {home.GetProperty("city")}", home.GetProperty("note").GetString());
        }
    }

    [Fact]
    public void Expressions_read_the_parts_by_the_fields_name()
    {
        Plan plan = Plan("home: Address  street: string(80) = home.street  lat: decimal(8, 5) = home.geo.lat");
        JsonElement[] homes = [.. Json(plan, "home")];
        Assert.Equal(homes.Select(h => h.GetProperty("street").GetString()), Given.Column(plan, "t", "street"));
        Assert.Equal(homes.Select(h => h.GetProperty("geo").GetProperty("lat").GetRawText()), Given.Column(plan, "t", "lat"));
    }

    [Fact]
    public void Without_the_whole_there_are_no_parts()
    {
        Plan plan = Plan("home: Address nullable(40%)  street: string(80) nullable = home.street");
        IReadOnlyList<string?> homes = Given.Column(plan, "t", "home");
        Assert.Equal(homes.Select(h => h is null), Given.Column(plan, "t", "street").Select(s => s is null));
        Assert.InRange(homes.Count(h => h is null), 340, 460);
    }

    [Fact]
    public void Two_fields_of_one_type_differ()
    {
        Plan plan = Plan("home: Address  work: Address");
        Assert.DoesNotContain(Given.Column(plan, "t", "home").Zip(Given.Column(plan, "t", "work")), p => p.First == p.Second);
    }

    [Fact]
    public void An_array_has_as_many_elements_as_it_may_each_number_equally_often()
    {
        JsonElement[] phones = [.. Json("phones: Phone[0..3]", "phones", 4000)];
        Assert.All(Enumerable.Range(0, 4), n => Assert.InRange(phones.Count(p => p.GetArrayLength() == n), 880, 1120));
        JsonElement[] all = [.. phones.SelectMany(p => p.EnumerateArray())];
        Assert.All(all, p => Assert.Matches(@"^\+49 \d{3} \d{4}$", p.GetProperty("number").GetString()!));
        Assert.All(all, p => Assert.True(Guid.TryParse(p.GetProperty("id").GetString(), out _)));
        Assert.InRange(all.Count(p => p.GetProperty("kind").GetString() == "home") / (double)all.Length, 0.72, 0.78);
        Assert.Equal(all.Length, all.Select(p => p.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void An_array_of_values_has_no_objects()
    {
        foreach (JsonElement scores in Json("scores: integer[3] between(1, 6)", "scores"))
            Assert.All(scores.EnumerateArray().ToArray(), s => Assert.InRange(s.GetInt32(), 1, 6));
        Assert.Equal(["[\"a\"]", "[\"b\"]"], Given.Column(Plan("tags: string(5)[1] one_of(\"a\", \"b\")"), "t", "tags").Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(Given.Column(Plan("tags: string(5)[1..2] one_of(\"a\", \"b\") nullable(30%)"), "t", "tags").Count(t => t is null), 240, 360);
    }

    [Fact]
    public void Arrays_stand_within_types_and_types_within_arrays()
    {
        Schema schema = Given.Schema(Types + "type Branch { name: string(20) = \"b{row_number}\"  phones: Phone[1..2]  at: Address  tags: string(3)[2] pattern(\"?#?\") }\nschema S { table t { branches: Branch[2..3] } }");
        JsonElement[] branches = [.. Json(Given.Plan(schema, 50), "branches").SelectMany(b => b.EnumerateArray())];
        Assert.All(branches, b => Assert.InRange(b.GetProperty("phones").GetArrayLength(), 1, 2));
        Assert.All(branches, b => Assert.InRange(b.GetProperty("at").GetProperty("geo").GetProperty("lat").GetDecimal(), 47, 55));
        Assert.Equal(branches.Length, branches.Select(b => b.GetProperty("name").GetString()).Distinct().Count());
    }

    [Fact]
    public void Large_arrays_are_filled_piece_by_piece()
    {
        JsonElement[] numbers = [.. Json("n: bigint[900..1000] sequence", "n", 30)];
        Assert.All(numbers, n => Assert.InRange(n.GetArrayLength(), 900, 1000));
        for (int row = 0; row < numbers.Length; row++)
            Assert.Equal(Enumerable.Range((row * 1000) + 1, numbers[row].GetArrayLength()), numbers[row].EnumerateArray().Select(v => v.GetInt32()));
    }

    [Fact]
    public void Threads_and_neighbours_change_nothing()
    {
        Plan plan = Plan("home: Address nullable(20%)  phones: Phone[0..3]", 10_000);
        IReadOnlyList<string?>[] columns = [Given.Column(plan, "t", "home"), Given.Column(plan, "t", "phones")];
        Assert.Equal(columns[0], Given.Column(plan, "t", "home", threads: 4));
        Assert.Equal(columns[1], Given.Column(plan, "t", "phones", threads: 4));
        Plan more = Plan("work: Address  tags: string(3)[2] pattern(\"##\")  phones: Phone[0..3]  n: integer  home: Address nullable(20%)", 10_000);
        Assert.Equal(columns[0], Given.Column(more, "t", "home"));
        Assert.Equal(columns[1], Given.Column(more, "t", "phones"));
    }

    [Fact]
    public void Flattened_the_parts_are_columns_with_the_values_that_the_JSON_has()
    {
        const string fields = "home: Address  work: Address nullable(40%)  phones: Phone[0..3]  city: string(40) = home.city";
        string text = $"{Types}schema S {{ table t {{ {fields} }} }}";
        ReadResult read = SchemaReader.Read(new SourceText("test.tdg", text), FormatCatalog.Signatures, dataSets: DataSetReader.Instance, flatten: true);
        Assert.Empty(read.Diagnostics);
        Table table = read.Schemas[0].Tables[0];
        string[] parts = ["street", "city", "line", "geo_lat", "geo_lon", "since", "day", "note"];
        Assert.Equal([.. parts.Select(p => $"home_{p}"), .. parts.Select(p => $"work_{p}"), "phones", "city"], table.Fields.Select(f => f.Name));
        Assert.Equal(Enumerable.Range(0, 18), table.Fields.Select(f => f.Index));
        Plan flat = Given.Plan(read.Schemas[0], 300);
        Plan nested = Plan(fields, 300);
        Assert.Equal(Given.Column(nested, "t", "phones"), Given.Column(flat, "t", "phones"));
        Assert.Equal(Given.Column(nested, "t", "city"), Given.Column(flat, "t", "city"));
        foreach (string whole in new[] { "home", "work" })
        {
            JsonElement?[] json = [.. Given.Column(nested, "t", whole).Select(t => t is null ? (JsonElement?)null : JsonDocument.Parse(t).RootElement)];
            Assert.Equal(json.Select(j => j?.GetProperty("line").GetString()), Given.Column(flat, "t", whole + "_line"));
            Assert.Equal(json.Select(j => j?.GetProperty("geo").GetProperty("lat").GetRawText()), Given.Column(flat, "t", whole + "_geo_lat"));
            Assert.Equal(json.Select(j => j?.GetProperty("note").GetString()), Given.Column(flat, "t", whole + "_note"));
        }
    }

    [Fact]
    public void Flattened_names_must_differ()
    {
        ReadResult read = SchemaReader.Read(
            new SourceText("test.tdg", "type A { b: integer }\nschema S { table t { a: A  a_b: text } }"), FormatCatalog.Signatures, dataSets: DataSetReader.Instance, flatten: true);
        Assert.Equal("TDG0201", Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void The_plan_says_what_the_JSON_is_made_of()
    {
        TablePlan table = Plan("home: Address  phones: Phone[0..3]  tags: text[2]").Tables[0];
        Assert.Equal(["JSON of 7 parts", "JSON array of 0..3 objects of 4 parts", "JSON array of 2 values"], table.Columns.Select(c => c.Description));
        Assert.Empty(table.Bindings);
    }

    private static Plan Plan(string fields, long count = 1000) => Given.Plan(Given.Schema($"{Types}schema S {{ table t {{ {fields} }} }}"), count);

    private static IEnumerable<JsonElement> Json(string fields, string field, long count = 200) => Json(Plan(fields, count), field);

    private static IEnumerable<JsonElement> Json(Plan plan, string field) => Given.Column(plan, "t", field).Select(t => JsonDocument.Parse(t!).RootElement);
}
