namespace TestDataGen.Generation.Tests;

public sealed class RelationTests
{
    private const string Shop = """
        schema Shop {
          table customers {
            id: bigint primary_key
            name: string(50) format(first_name)
            since: datetime between(2024-01-01, 2025-01-01)
          }
          table orders {
            id: bigint primary_key
            customer_id: bigint references(customers.id) as customer
            buyer: string(50) = customer.name
            placed_at: datetime = after(customer.since, 1d..30d)
          }
          table items {
            id: bigint primary_key
            order_id: bigint references(orders.id) as order
            line: integer = child_index + 1
            buyer: string(50) = order.customer.name
          }
        }
        generate Shop { customers 500 orders 0..4 per customers items 1..3 per orders }
        """;

    private static readonly Plan Plan = Generation.Plan.Create(Given.Schema(Shop), new PlanOptions { Seed = 7, Now = new DateTime(2026, 1, 1) });

    [Fact]
    public void Children_stand_in_their_parents_order_within_the_count()
    {
        long[] parents = [.. Given.Column(Plan, "orders", "customer_id").Select(v => long.Parse(v!, null))];
        Assert.Equal(parents.Order(), parents);
        Assert.All(parents.GroupBy(p => p), g => Assert.InRange(g.Count(), 1, 4));
        Assert.InRange(parents.Length, 500 * 2 - 150, 500 * 2 + 150);
        Assert.All(parents, p => Assert.InRange(p, 1, 500));
    }

    [Fact]
    public void A_parents_field_is_the_parents_own()
    {
        IReadOnlyList<string?> names = Given.Column(Plan, "customers", "name");
        IReadOnlyList<string?> owners = Given.Column(Plan, "orders", "customer_id");
        Assert.Equal(owners.Select(o => names[int.Parse(o!, null) - 1]), Given.Column(Plan, "orders", "buyer"));
    }

    [Fact]
    public void A_way_through_two_parents_ends_at_the_same_row()
    {
        IReadOnlyList<string?> buyers = Given.Column(Plan, "orders", "buyer");
        IReadOnlyList<string?> orders = Given.Column(Plan, "items", "order_id");
        Assert.Equal(orders.Select(o => buyers[int.Parse(o!, null) - 1]), Given.Column(Plan, "items", "buyer"));
    }

    [Fact]
    public void Child_index_counts_the_siblings()
    {
        IReadOnlyList<string?> orders = Given.Column(Plan, "items", "order_id");
        int[] lines = [.. Given.Column(Plan, "items", "line").Select(v => int.Parse(v!, null))];
        int expected = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            expected = i > 0 && orders[i] == orders[i - 1] ? expected + 1 : 1;
            Assert.Equal(expected, lines[i]);
        }
    }

    [Fact]
    public void Times_follow_the_parents()
    {
        IReadOnlyList<string?> since = Given.Column(Plan, "customers", "since");
        IReadOnlyList<string?> owners = Given.Column(Plan, "orders", "customer_id");
        IReadOnlyList<string?> placed = Given.Column(Plan, "orders", "placed_at");
        for (int i = 0; i < placed.Count; i++)
        {
            DateTime start = DateTime.Parse(since[int.Parse(owners[i]!, null) - 1]!, null);
            Assert.InRange(DateTime.Parse(placed[i]!, null), start.AddDays(1), start.AddDays(30));
        }
    }

    [Fact]
    public void Without_a_count_per_parent_every_parent_is_as_likely()
    {
        Plan plan = Given.Plan(Given.Schema("schema S { table p { id: bigint primary_key } table c { p_id: bigint references(p.id) } } generate S { p 10 }"), 100);
        long[] counts = [.. Given.Column(
            Generation.Plan.Create(plan.Schema, new PlanOptions { TableCounts = new Dictionary<string, long> { ["p"] = 10, ["c"] = 10_000 } }), "c", "p_id").GroupBy(v => v).Select(g => (long)g.Count())];
        Assert.Equal(10, counts.Length);
        Assert.All(counts, c => Assert.InRange(c, 850, 1150));
    }

    [Fact]
    public void Zipf_makes_the_first_parents_popular()
    {
        var schema = Given.Schema("schema S { table p { id: bigint primary_key } table c { p_id: bigint references(p.id) zipf(1.2) } }");
        int[] keys = [.. Given.Column(schema, "p_id", 10_000).Select(v => int.Parse(v!, null))];
        Assert.All(keys, k => Assert.InRange(k, 1, 10_000));
        Assert.True(keys.Count(k => k == 1) > 10 * keys.Count(k => k == 20));
    }

    [Fact]
    public void A_nullable_reference_is_null_in_its_share_and_so_are_the_parents_fields()
    {
        var schema = Given.Schema("""
            schema S {
              table p { id: bigint primary_key  name: string(9) = "p{id}" }
              table c { p_id: bigint references(p.id) as parent nullable(70%)  name: string(9) nullable = parent.name }
            }
            """);
        Plan plan = Given.Plan(schema, 10_000);
        IReadOnlyList<string?> keys = Given.Column(plan, "c", "p_id");
        Assert.InRange(keys.Count(k => k is null), 6_800, 7_200);
        Assert.Equal(keys.Select(k => k is null ? null : "p" + k), Given.Column(plan, "c", "name"));
    }

    [Fact]
    public void A_unique_reference_is_one_to_one()
    {
        var schema = Given.Schema("schema S { table p { id: bigint primary_key } table c { p_id: bigint references(p.id) unique } }");
        Assert.Equal(1000, Given.Column(schema, "p_id").Distinct().Count());
    }

    [Fact]
    public void No_parents_at_all_is_an_error()
    {
        var schema = Given.Schema("schema S { table p { id: bigint primary_key } table c { p_id: bigint references(p.id) } }");
        var options = new PlanOptions { Count = 10, TableCounts = new Dictionary<string, long> { ["p"] = 0 } };
        var error = Assert.Single(Assert.Throws<Language.SchemaException>(() => Generation.Plan.Create(schema, options)).Diagnostics);
        Assert.Equal("TDG0605", error.Code);
    }
}
