using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class AggregateTests
{
    private const string Shop = """
        schema Shop {
          table customers {
            id: bigint primary_key
            revenue: decimal(14, 2) = coalesce(sum(orders.total), 0)
            orders: integer = count(orders)
            last: datetime nullable = max(orders.placed_at)
          }
          table orders {
            id: bigint primary_key
            customer_id: bigint references(customers.id)
            placed_at: datetime between(2025-01-01, 2025-12-31)
            discount: decimal(3, 2) between(0, 0.5)
            total: decimal(12, 2) = sum(items.price)
            mean: decimal(12, 4) = avg(items.price)
            cheapest: decimal(9, 2) = min(items.price)
            noted: integer = count(items.note)
            first_note: string(40) nullable = min(items.note)
            weight: double = sum(items.weight)
            units: bigint = sum(items.units)
            huge: decimal(24, 2) = sum(items.huge)
          }
          table items {
            order_id: bigint references(orders.id) as order
            price: decimal(9, 2) = round((1 - order.discount) * 1.0..900.0, 2)
            note: string(40) nullable(60%) format(first_name)
            weight: double between(0.5, 20)
            units: integer between(-3, 9)
            huge: decimal(22, 2) between(1, 1_000_000_000)
          }
        }
        generate Shop { customers 400 orders 0..9 per customers items 1..5 per orders }
        """;

    private static readonly Plan Plan = Planned(Shop);

    private static Plan Planned(string tdg) => Generation.Plan.Create(Given.Schema(tdg), new PlanOptions { Seed = 42 });

    private static decimal Number(string? text) => decimal.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ILookup<string, string?> Items(string field) =>
        Given.Column(Plan, "items", "order_id").Zip(Given.Column(Plan, "items", field)).ToLookup(p => p.First!, p => p.Second);

    private static IEnumerable<(string Id, string? Value)> Orders(string field) =>
        Given.Column(Plan, "orders", "id").Zip(Given.Column(Plan, "orders", field), (id, value) => (id!, value));

    [Fact]
    public void A_sum_is_the_sum_of_the_childrens_values()
    {
        foreach (string field in new[] { "price", "units", "huge" })
        {
            ILookup<string, string?> items = Items(field);
            Assert.All(Orders(field == "price" ? "total" : field), o => Assert.Equal(items[o.Id].Sum(Number), Number(o.Value)));
        }

        ILookup<string, string?> weights = Items("weight");
        Assert.All(Orders("weight"), o => Assert.Equal((double)weights[o.Id].Sum(Number), (double)Number(o.Value), 1e-9));
    }

    [Fact]
    public void An_average_is_rounded_to_the_scale_of_its_field()
    {
        ILookup<string, string?> items = Items("price");
        Assert.All(Orders("mean"), o => Assert.Equal(Math.Round(items[o.Id].Average(Number), 4, MidpointRounding.AwayFromZero), Number(o.Value)));
    }

    [Fact]
    public void The_least_is_the_least_of_the_children_and_null_where_none_has_a_value()
    {
        ILookup<string, string?> items = Items("price");
        Assert.All(Orders("cheapest"), o => Assert.Equal(items[o.Id].Min(Number), Number(o.Value)));
        ILookup<string, string?> notes = Items("note");
        Assert.All(Orders("first_note"), o => Assert.Equal(notes[o.Id].OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(), o.Value));
        Assert.Contains(Orders("first_note"), o => o.Value is null);
    }

    [Fact]
    public void A_count_of_a_field_leaves_nulls_out_and_a_count_of_rows_does_not()
    {
        ILookup<string, string?> notes = Items("note");
        Assert.All(Orders("noted"), o => Assert.Equal(notes[o.Id].Count(n => n is not null), Number(o.Value)));
        ILookup<string?, string?> orders = Given.Column(Plan, "orders", "customer_id").ToLookup(c => c);
        Assert.All(
            Given.Column(Plan, "customers", "id").Zip(Given.Column(Plan, "customers", "orders")), c => Assert.Equal(orders[c.First].Count(), Number(c.Second)));
    }

    [Fact]
    public void An_aggregate_of_an_aggregate_adds_up_over_three_tables()
    {
        decimal items = Given.Column(Plan, "items", "price").Sum(Number);
        Assert.Equal(items, Given.Column(Plan, "customers", "revenue").Sum(Number));
        Assert.Contains(Given.Column(Plan, "customers", "last"), v => v is null);
    }

    [Fact]
    public void A_parent_may_have_more_children_than_a_batch_has_rows()
    {
        Plan plan = Planned("""
            schema S {
              table p {
                id: bigint primary_key
                n: bigint = count(c)
                total: bigint = sum(c.x)
                last: string(20) = max(c.name)
                up: bigint = sum(c.of_p)
                base: integer = 7
              }
              table c { p_id: bigint references(p.id) as p  x: bigint = row_number  name: string(20) = pad_left("{row_number}", 8, "0")  of_p: bigint = p.base }
            }
            generate S { p 5 c 3000..9999 per p }
            """);
        string?[] parents = [.. Given.Column(plan, "c", "p_id")];
        Dictionary<string, IReadOnlyList<string?>> cells = new[] { "n", "total", "last", "up" }.ToDictionary(f => f, f => Given.Column(plan, "p", f));
        for (int p = 1; p <= 5; p++)
        {
            long[] rows = [.. Enumerable.Range(1, parents.Length).Where(r => parents[r - 1] == $"{p}").Select(r => (long)r)];
            Assert.Equal($"{rows.Length}", cells["n"][p - 1]);
            Assert.Equal($"{rows.Sum()}", cells["total"][p - 1]);
            Assert.Equal($"{rows.Max():00000000}", cells["last"][p - 1]);
            Assert.Equal($"{7 * rows.Length}", cells["up"][p - 1]);
        }
    }

    [Fact]
    public void A_child_may_read_an_aggregate_of_its_parent()
    {
        Plan plan = Planned("""
            schema S {
              table p { id: bigint primary_key  total: bigint = sum(c.x) }
              table c { p_id: bigint references(p.id) as p  x: bigint between(1, 50)  share: double = x / p.total }
            }
            generate S { p 50 c 1..4 per p }
            """);
        Assert.Equal(50, Given.Column(plan, "c", "share").Sum(s => double.Parse(s!, CultureInfo.InvariantCulture)), 1e-9);
    }

    [Fact]
    public void Children_may_be_counted_by_an_expression_of_the_parent_that_takes_their_sum()
    {
        Plan plan = Planned("""
            schema S {
              table p { id: bigint primary_key  vip: boolean weighted(true: 1, false: 1)  n: bigint = count(c)  total: bigint = coalesce(sum(c.x), 0) }
              table c { p_id: bigint references(p.id)  x: bigint = 3 }
            }
            generate S { p 50 c if(vip, 20..50, 0..3) per p }
            """);
        IReadOnlyList<string?> counts = Given.Column(plan, "p", "n");
        Assert.Equal(counts.Select(n => Number(n) * 3), Given.Column(plan, "p", "total").Select(Number));
        Assert.All(Given.Column(plan, "p", "vip").Zip(counts), p => Assert.InRange(Number(p.Second), p.First == "true" ? 20 : 0, p.First == "true" ? 50 : 3));
    }

    [Fact]
    public void A_run_that_counts_the_children_itself_is_told_so()
    {
        Schema schema = Given.Schema("schema S { table p { id: bigint primary_key  n: bigint = count(c) } table c { p_id: bigint references(p.id) } } generate S { p 5 c 1..2 per p }");
        var options = new PlanOptions { TableCounts = new Dictionary<string, long> { ["c"] = 100 } };
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Generation.Plan.Create(schema, options)).Diagnostics);
        Assert.Contains("p.n: count needs the rows of c to be counted per p", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_no_bigint_holds_names_its_row()
    {
        Plan plan = Planned("schema S { table p { id: bigint primary_key  n: bigint = sum(c.x) } table c { p_id: bigint references(p.id)  x: bigint = 9_000_000_000_000_000_000 } } generate S { p 5 c 2 per p }");
        Assert.Contains("p.n, row 1: the aggregate over c is too large", Assert.Throws<GenerationException>(() => Given.Column(plan, "p", "n")).Message, StringComparison.Ordinal);
    }
}
