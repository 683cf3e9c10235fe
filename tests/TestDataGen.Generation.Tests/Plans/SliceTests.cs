using TestDataGen.Language;

namespace TestDataGen.Generation.Tests.Plans;

/// <summary>
/// A slice has the rows that are named, all that hangs on them and everything that these need, each as in the full set. What belongs to it is found here once more
/// by the keys of the rows of the full set.
/// </summary>
public sealed class SliceTests
{
    private const string Shop = """
        schema Shop {
          table regions { id: integer primary_key  name: string(20) format(city) }
          table customers {
            id: bigint primary_key
            region_id: integer references(regions.id) as region
            name: string(40) format(full_name)
            spent: decimal(12, 2) = coalesce(sum(orders.total), 0)
          }
          table products { id: bigint primary_key  sku: string(9) unique pattern("???-#####")  price: decimal(8, 2) between(1, 99) }
          table orders {
            id: bigint primary_key
            customer_id: bigint references(customers.id) as customer
            placed_at: datetime between(2024-01-01, 2025-12-31)
            total: decimal(12, 2) = coalesce(sum(items.amount), 0)
          }
          table items {
            order_id: bigint references(orders.id) as order
            line: integer = child_index + 1
            sku: string(9) references(products.sku) as product zipf(1.1)
            amount: decimal(10, 2) = product.price * (1..3)
            running: decimal(10, 2) = coalesce(previous(running), 0) + amount
            primary_key(order_id, line)
          }
          table parcels {
            id: bigint primary_key
            order_id: bigint nullable
            line: integer nullable
            label: string(60) nullable = item.sku
            references(order_id, line -> items.order_id, line) as item
          }
          table reviews { id: uuid primary_key  product_id: bigint nullable(20%) references(products.id)  customer_id: bigint references(customers.id) }
        }
        generate Shop { regions 30  customers 2_000  products 300  orders 0..8 per customers  items 0..5 per orders  parcels 3_000  reviews 900 }
        """;

    private const string Tree = """
        schema S {
          table staff {
            id: bigint primary_key
            boss_id: bigint nullable(5%) references(staff.id) as boss
            mentor_id: bigint nullable(50%) references(staff.id) as mentor
            level: integer = coalesce(boss.level, 0) + 1
          }
          table badges { id: bigint primary_key  staff_id: bigint unique references(staff.id) }
        }
        generate S { staff 20_000  badges 9_000 }
        """;

    private const string Circle = """
        schema S {
          table departments {
            id: integer primary_key
            head_id: bigint nullable(10%) references(people.id) as head
            above_id: integer nullable(10%) references(departments.id)
          }
          table people { id: bigint primary_key  department_id: integer references(departments.id)  office_id: bigint references(offices.id) }
          table offices { id: bigint primary_key  keeper_id: bigint nullable(40%) references(people.id) }
        }
        generate S { departments 3_000  people 0..3 per departments  offices 8_000 }
        """;

    private const string Given = """
        schema S {
          table kinds {
            id: integer primary_key
            of_id: integer nullable references(kinds.id)
            name: string(10)
            rows { (1, 3, "a") (2, null, "b") (3, 4, "c") (4, null, "d") (5, 1, "e") }
          }
          table things { id: bigint primary_key  kind_id: integer references(kinds.id) as kind }
        }
        generate S { things 10_000 }
        """;

    // The check decides which host a guest has.
    private const string Checked = """
        schema S {
          table hosts { id: bigint primary_key  seats: integer between(1, 10) }
          table guests {
            id: bigint primary_key
            host_id: bigint references(hosts.id) as host
            size: integer between(1, 6)
            check size <= host.seats and size + host.seats != 9
          }
        }
        generate S { hosts 500  guests 6_000 }
        """;

    private static readonly Case[] Cases =
    [
        new(Shop, ("orders where id <= 10", r => r.Number("id") <= 10)),
        new(Shop, ("customers where region.id == 3", r => r.Of("region")!["id"] == "3")),
        new(Shop, ("items where order.customer.id < 40 and line == 2", r => r.Of("order")!.Of("customer")!.Number("id") < 40 && r["line"] == "2")),
        new(Shop, ("products where price > 97", r => r.Number("price") > 97)),
        new(Shop, ("parcels where id == 5", r => r["id"] == "5"), ("REVIEWS where customers.id < 3", r => r.Of("customers")!.Number("id") < 3), ("regions where id == 1", r => r["id"] == "1")),
        new(Shop, ("items where running > 400 and child_index > 2", r => r.Number("running") > 400 && r.Number("line") > 3), ("customers where spent > 5_000", r => r.Number("spent") > 5000)),
        new(Shop, ("orders where count(items) == 0 and id < 100", r => r.Children.All(c => c.Table.Name != "items") && r.Number("id") < 100)),
        new(Shop, ("reviews", _ => true)),
        new(Shop, ("regions where id > 1_000", _ => false)),
        new(Tree, ("staff where id == 777", r => r["id"] == "777")),
        new(Tree, ("staff where boss.boss.id == 2 and mentor.id is null", r => r.Of("boss")?["boss_id"] == "2" && r["mentor_id"] is null)),
        new(Tree, ("badges where id <= 5", r => r.Number("id") <= 5)),
        new(Circle, ("people where id == 100", r => r["id"] == "100")),
        new(Circle, ("offices where id <= 3", r => r.Number("id") <= 3)),
        new(Checked, ("hosts where seats == 3", r => r["seats"] == "3")),
        new(Checked, ("guests where host.seats == size", r => r.Of("host")!["seats"] == r["size"])),
        new(Given, ("kinds where name == \"c\"", r => r["name"] == "c")),
        new(Given, ("kinds where id == 4", r => r["id"] == "4")),
        new(Given, ("things where id == 9 or kind.name == \"e\" and id < 30", r => r["id"] == "9" || (r["kind_id"] == "5" && r.Number("id") < 30))),
    ];

    public static TheoryData<string> Slices => [.. Cases.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Slices))]
    public void Has_the_rows_that_are_named_what_hangs_on_them_and_what_these_need_as_in_the_full_set(string slice)
    {
        Case given = Cases.Single(c => c.ToString() == slice);
        Schema schema = Generation.Tests.Given.Schema(given.Schema);
        Dictionary<Table, List<FullRow>> full = Link(Create(schema));
        var hanging = Reach(given.Only.SelectMany(o => full[schema.FindTable(o.Text.Split(' ')[0])!].Where(o.Fits)), r => r.Children);
        HashSet<FullRow> expected = Reach(hanging, r => r.Parents.Values);
        Assert.InRange(expected.Count, slice.EndsWith("id > 1_000", StringComparison.Ordinal) ? 0 : 1, full.Values.Sum(t => t.Count) - 1);
        Plan plan = Create(schema, [.. given.Only.Select(o => o.Text)]);
        foreach (TablePlan table in plan.Tables)
        {
            string[] rows = [.. full[table.Table].Where(expected.Contains).Select(r => r.ToString())];
            Assert.Equal(rows, Cells(plan, table, 1).Select(Text));
            Assert.Equal(rows, Cells(plan, table, 3).Select(Text));
            Assert.Equal((rows.Length, full[table.Table].Count), (table.RowCount, table.TotalRows));
        }
    }

    [Fact]
    public void A_parent_that_is_needed_brings_no_other_children()
    {
        Plan plan = Create(Generation.Tests.Given.Schema(Shop), "orders where id == 50");
        Assert.Equal(1, RowsOf(plan, "orders"));
        Assert.Equal(1, RowsOf(plan, "customers"));
        Assert.Equal(1, RowsOf(plan, "regions"));
        Assert.Equal(0, RowsOf(plan, "reviews"));
    }

    [Fact]
    public void A_table_without_a_condition_is_there_as_a_whole()
    {
        Plan plan = Create(Generation.Tests.Given.Schema(Shop), "products");
        Assert.Equal(300, RowsOf(plan, "products"));
        // Those of no product stay away.
        Assert.Equal(900 - Generation.Tests.Given.Column(Create(plan.Schema), "reviews", "product_id").Count(p => p is null), RowsOf(plan, "reviews"));
    }

    [Fact]
    public void Tables_that_are_not_wanted_are_left_out_and_the_others_stay_the_same()
    {
        Schema model = Generation.Tests.Given.Schema(Shop);
        Plan all = Create(model, "orders where id <= 10");
        Plan one = Plan.Create(model, Options("orders where id <= 10") with { Tables = ["customers"] });
        Assert.Equal(Generation.Tests.Given.Column(all, "customers", "id"), Generation.Tests.Given.Column(one, "customers", "id"));
        Assert.Single(one.Tables);
    }

    [Fact]
    public void Partitions_join_to_the_slice()
    {
        Schema model = Generation.Tests.Given.Schema(Shop);
        PlanOptions options = Options("customers where region.id <= 5");
        Plan whole = Plan.Create(model, options);
        foreach (TablePlan table in whole.Tables)
        {
            string field = table.Table.Fields[0].Name;
            List<string?> joined = [];
            for (int k = 1; k <= 3; k++)
            {
                Plan part = Plan.Create(model, options with { Partition = k, PartitionCount = 3 });
                Assert.Equal(joined.Count, part.Tables.Single(t => t.Table == table.Table).FirstRow);
                joined.AddRange(Generation.Tests.Given.Column(part, table.Table.Name, field, k));
            }

            Assert.Equal(Generation.Tests.Given.Column(whole, table.Table.Name, field), joined);
        }
    }

    [Fact]
    public void Estimates_follow_the_slice()
    {
        Schema model = Generation.Tests.Given.Schema(Shop);
        TablePlan full = Create(model).Tables.Single(t => t.Table.Name == "customers");
        TablePlan slice = Create(model, "customers where id <= 20").Tables.Single(t => t.Table.Name == "customers");
        Assert.Equal(full.EstimatedBytes / 100, slice.EstimatedBytes);
    }

    [Fact]
    public void An_own_generator_runs_for_the_condition_and_for_the_rows()
    {
        Schema model = Generation.Tests.Given.Schema("schema S { table t { id: bigint primary_key  x: bigint own } } generate S { t 10_000 }", "own");
        var options = new PlanOptions { Seed = 42, Only = ["t where x == 3"], Generators = new Dictionary<string, ITdgGenerator> { ["own"] = new Remainder() } };
        Plan plan = Plan.Create(model, options);
        Assert.Equal(Enumerable.Range(1, 10_000).Where(id => id % 1000 == 3).Select(id => $"{id}"), Generation.Tests.Given.Column(plan, "t", "id"));
        Assert.All(Generation.Tests.Given.Column(plan, "t", "x"), x => Assert.Equal("3", x));
        Assert.NotNull(plan.Tables[0].MeasureGenerator(plan.Tables[0].Table.Fields[1]));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_underlined_in_the_given_text()
    {
        Schema model = Generation.Tests.Given.Schema(Shop);
        PlanOptions options = Options("ordres where id < 5", "customers where nmae == \"x\"") with { Tables = ["produts"] };
        IReadOnlyList<Diagnostic> diagnostics = Assert.Throws<SchemaException>(() => Plan.Create(model, options)).Diagnostics;
        Assert.Equal(3, diagnostics.Count);
        Assert.Contains("^^^^^^", diagnostics.Single(d => d.Hint == "Did you mean `orders`?").Excerpt, StringComparison.Ordinal);
        Assert.Equal("<only>", diagnostics.Single(d => d.Hint == "Did you mean `name`?").Path);
    }

    [Fact]
    public void The_search_can_be_stopped()
    {
        Schema model = Generation.Tests.Given.Schema("schema S { table p { id: bigint primary_key } table c { id: bigint primary_key  p_id: bigint references(p.id) } } generate S { p 10  c 100_000_000_000 }");
        foreach (string only in new[] { "c where p.id == 100", "p where id == 1" })
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            Assert.ThrowsAny<OperationCanceledException>(() => Plan.Create(model, Options(only), stop.Token));
        }
    }

    private static Plan Create(Schema schema, params string[] only) => Plan.Create(schema, Options(only));

    private static PlanOptions Options(params string[] only) => new() { Seed = 42, Now = new DateTime(2026, 1, 1), Only = only };

    private static long RowsOf(Plan plan, string table) => plan.Tables.Single(t => t.Table.Name == table).RowCount;

    private static string Text(string?[] row) => string.Join("|", row.Select(c => c ?? "null"));

    private static List<string?[]> Cells(Plan plan, TablePlan table, int threads)
    {
        var rows = new List<string?[]>();
        plan.Run<object?>(
            table,
            threads,
            () => null,
            (_, _) => { },
            (batch, _) => rows.AddRange(Enumerable.Range(0, batch.Count).Select(i => batch.Columns.Select(c => Generation.Tests.Given.Cell(c, i)).ToArray())),
            CancellationToken.None);
        return rows;
    }

    // The rows of the full set, joined by the values of their keys.
    private static Dictionary<Table, List<FullRow>> Link(Plan plan)
    {
        Dictionary<Table, List<FullRow>> full = plan.Tables.ToDictionary(t => t.Table, t => Cells(plan, t, 1).ConvertAll(c => new FullRow(t.Table, c)));
        foreach (Reference reference in full.Keys.SelectMany(t => t.References))
        {
            Dictionary<string, FullRow> parents = full[reference.Parent].ToDictionary(r => r.Key(reference.Targets)!);
            foreach (FullRow row in full[reference.Table])
            {
                if (row.Key(reference.Fields) is not { } key)
                    continue;
                row.Parents.Add(reference, parents[key]);
                parents[key].Children.Add(row);
            }
        }

        return full;
    }

    private static HashSet<FullRow> Reach(IEnumerable<FullRow> from, Func<FullRow, IEnumerable<FullRow>> next)
    {
        var reached = new HashSet<FullRow>(from);
        var open = new Stack<FullRow>(reached);
        while (open.TryPop(out FullRow? row))
        {
            foreach (FullRow other in next(row).Where(reached.Add))
                open.Push(other);
        }

        return reached;
    }

    private sealed class Remainder : ITdgGenerator
    {
        public object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments) => row.Number % 1000;
    }

    private sealed record Case(string Schema, params (string Text, Func<FullRow, bool> Fits)[] Only)
    {
        public override string ToString() => string.Join("; ", Only.Select(o => o.Text));
    }

    private sealed class FullRow(Table table, string?[] cells)
    {
        public Table Table => table;

        public Dictionary<Reference, FullRow> Parents { get; } = [];

        public List<FullRow> Children { get; } = [];

        public string? this[string field] => cells[table.FindField(field)!.Index];

        public decimal Number(string field) => decimal.Parse(this[field]!, System.Globalization.CultureInfo.InvariantCulture);

        public FullRow? Of(string alias) => Parents.FirstOrDefault(p => (p.Key.Alias ?? p.Key.Parent.Name) == alias).Value;

        public string? Key(IReadOnlyList<Field> fields) => fields.Any(f => cells[f.Index] is null) ? null : Text([.. fields.Select(f => cells[f.Index])]);

        public override string ToString() => Text(cells);
    }
}
