using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class DataSetTests : IDisposable
{
    private readonly TemporaryFile _file = new("cities.csv", "name,code,people,rank\nBern,CH,100,1\nBasel,CH,300,2\nLyon,FR,600,3\nNowhere,XX,,4\n");

    public void Dispose() => _file.Dispose();

    [Fact]
    public void The_values_of_one_row_stay_together()
    {
        Plan plan = Given.Plan(Cities("c: row of Cities  name: text = c.name  code: text = c.code"), 500);
        IReadOnlyList<string?> names = Given.Column(plan, "t", "name");
        IReadOnlyList<string?> codes = Given.Column(plan, "t", "code");
        Assert.Equal(["Basel CH", "Bern CH", "Lyon FR"], names.Zip(codes, (n, c) => $"{n} {c}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_are_drawn_by_their_weight()
    {
        Dictionary<string, int> counts = Given.Column(Cities("c: row of Cities  name: text = c.name"), "name", 100_000).GroupBy(n => n!).ToDictionary(g => g.Key, g => g.Count());
        Assert.InRange(counts["Lyon"], 59_200, 60_800);
        Assert.InRange(counts["Basel"], 29_300, 30_700);
        Assert.InRange(counts["Bern"], 9_500, 10_500);
        // A row without a weight is never drawn.
        Assert.Equal(3, counts.Count);
    }

    [Fact]
    public void Without_weights_rows_are_equally_likely()
    {
        Schema schema = Given.Schema($"dataset Cities = csv({_file.Quoted})\nschema S {{ table t {{ c: row of Cities  name: text = c.name }} }}");
        Assert.All(Given.Column(schema, "name", 40_000).GroupBy(n => n).Select(g => g.Count()), n => Assert.InRange(n, 9_600, 10_400));
    }

    [Fact]
    public void Two_bindings_are_drawn_each_on_its_own()
    {
        Plan plan = Given.Plan(Cities("a: row of Cities  b: row of Cities  x: text = a.name  y: text = b.name"), 1000);
        Assert.InRange(Given.Column(plan, "t", "x").Zip(Given.Column(plan, "t", "y")).Count(p => p.First == p.Second), 400, 520);
    }

    [Fact]
    public void Another_binding_changes_no_value()
    {
        IReadOnlyList<string?> before = Given.Column(Cities("c: row of Cities  name: text = c.name  n: integer"), "name");
        Assert.Equal(before, Given.Column(Cities("z: row of Cities  c: row of Cities  name: text = c.name  other: text = z.name"), "name"));
    }

    [Fact]
    public void Threads_change_no_value()
    {
        Plan plan = Given.Plan(Cities("c: row of Cities  name: text = c.name  x: text lookup(Cities.name)  y: bigint nullable = lookup(Cities.rank, name, name)"), 20_000);
        foreach (string field in new[] { "name", "x", "y" })
            Assert.Equal(Given.Column(plan, "t", field), Given.Column(plan, "t", field, threads: 4));
    }

    [Fact]
    public void A_child_reads_the_binding_of_its_parent()
    {
        Schema schema = Cities("id: bigint primary_key  c: row of Cities  name: text = c.name } table u { t_id: bigint references(t.id)  own: row of Cities  name: text = t.name  mine: text = own.name  both: text = \"{t.name} {own.code}\"");
        Plan plan = Given.Plan(schema, 200);
        IReadOnlyList<string?> parents = Given.Column(plan, "t", "name");
        Assert.Equal(Given.Column(plan, "u", "t_id").Select(id => parents[int.Parse(id!, System.Globalization.CultureInfo.InvariantCulture) - 1]), Given.Column(plan, "u", "name"));
    }

    [Fact]
    public void Lookup_as_a_modifier_draws_by_weight()
    {
        IReadOnlyList<string?> names = Given.Column(Cities("name: text lookup(Cities.name)"), "name", 10_000);
        Assert.InRange(names.Count(n => n == "Lyon"), 5_700, 6_300);
    }

    [Fact]
    public void Lookup_finds_the_first_row_that_has_the_value_and_null_where_there_is_none()
    {
        Schema schema = Cities("code: text one_of(\"CH\", \"FR\", \"DE\")  name: text nullable = lookup(Cities.name, code, code)  at: text nullable = lookup(Cities.name, rank, row_number)");
        Plan plan = Given.Plan(schema, 100);
        Assert.Equal(["CH Bern", "DE ", "FR Lyon"], Given.Column(plan, "t", "code").Zip(Given.Column(plan, "t", "name"), (c, n) => $"{c} {n}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["Bern", "Basel", "Lyon", "Nowhere", null], Given.Column(plan, "t", "at").Take(5));
    }

    [Fact]
    public void Lookup_is_made_for_the_rows_of_a_branch_alone()
    {
        Schema schema = Cities("n: integer between(1, 4)  name: text = coalesce(if(n > 2, lookup(Cities.name, rank, n), null), \"low\")");
        Plan plan = Given.Plan(schema, 200);
        Assert.Equal(["1 low", "2 low", "3 Lyon", "4 Nowhere"], Given.Column(plan, "t", "n").Zip(Given.Column(plan, "t", "name"), (n, m) => $"{n} {m}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lookup_finds_every_row_of_a_large_set()
    {
        using var file = new TemporaryFile("big.csv", "key,text\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i * 4096L},k{i}\n")));
        Schema schema = Given.Schema($"dataset Big = csv({file.Quoted})\nschema S {{ table t {{ a: text nullable = lookup(Big.text, key, (row_number - 1) * 4096)  b: bigint nullable = lookup(Big.key, text, \"k{{row_number - 1}}\") }} }}");
        Plan plan = Given.Plan(schema, 20_001);
        Assert.Equal([.. Enumerable.Range(0, 20_000).Select(i => $"k{i}"), null], Given.Column(plan, "t", "a"));
        Assert.Equal([.. Enumerable.Range(0, 20_000).Select(i => $"{i * 4096L}"), null], Given.Column(plan, "t", "b"));
    }

    [Fact]
    public void A_file_is_looked_for_beside_the_file_that_declares_it()
    {
        string folder = Path.GetDirectoryName(_file.FullName)!;
        Directory.CreateDirectory(Path.Combine(folder, "main"));
        File.WriteAllText(Path.Combine(folder, "sets.tdg"), "dataset Cities = csv(\"cities.csv\")");
        string main = Path.Combine(folder, "main", "main.tdg");
        File.WriteAllText(main, "import \"../sets.tdg\"\ndataset Again = csv(\"../cities.csv\")\nschema S { table t { c: row of Cities  d: row of Again  a: text = c.name  b: text = d.name } }");
        Assert.Empty(SchemaReader.ReadFile(main, FormatCatalog.Signatures, dataSets: DataSetReader.Instance).Diagnostics);
    }

    [Fact]
    public void The_plan_says_where_the_rows_come_from()
    {
        TablePlan table = Given.Plan(Cities("c: row of Cities  name: text = c.name  x: text lookup(Cities.name)")).Tables[0];
        Assert.Equal(new BindingPlan("c", "row of Cities, one of 4 rows by people"), Assert.Single(table.Bindings));
        Assert.Equal("c.name", table.Columns[0].Description);
        Assert.Equal("lookup(Cities.name), one of 4 rows by people", table.Columns[1].Description);
    }

    private Schema Cities(string fields) => Given.Schema($"dataset Cities = csv({_file.Quoted}) weight(people)\nschema S {{ table t {{ {fields} }} }}");
}
