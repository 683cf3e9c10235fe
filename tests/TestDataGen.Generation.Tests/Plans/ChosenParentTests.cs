using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>Parents that are chosen by a condition or by weights.</summary>
public sealed class ChosenParentTests
{
    private static readonly Plan Plan = Generation.Plan.Create(
        Given.Schema("""
            schema S {
              table tenants { id: bigint primary_key  region: string(5) one_of("north", "south") }
              table warehouses {
                id: bigint primary_key
                tenant_id: bigint references(tenants.id) as tenant
                size: integer between(0, 9)
              }
              table accounts { id: bigint primary_key  kind: string(8) weighted("school": 5, "person": 95)  popularity: decimal(4, 2) between(0, 10) }
              table orders {
                id: bigint primary_key
                tenant_id: bigint references(tenants.id) as tenant
                warehouse_id: bigint references(warehouses.id) as warehouse where warehouse.tenant_id == tenant_id
                large_id: bigint references(warehouses.id) as large where large.tenant_id == tenant_id and large.size >= 5 nullable(0%)
                school_id: bigint references(accounts.id) as school where school.kind == "school"
                fan_id: bigint references(accounts.id) as fan weight(popularity)
                near_id: bigint references(warehouses.id) as near where near.tenant.region == tenant.region and near.size != 3
              }
            }
            generate S { tenants 50  warehouses 2..6 per tenants  accounts 500  orders 5_000 }
            """),
        new PlanOptions { Seed = 42, Now = new DateTime(2026, 1, 1) });

    private static IReadOnlyList<string?> Of(string table, string field) => Given.Column(Plan, table, field);

    private static int Row(string? id) => int.Parse(id!, null) - 1;

    [Fact]
    public void What_goes_wrong_while_parents_are_counted_is_told_as_everywhere()
    {
        Schema schema = Given.Schema("schema S { table p { id: bigint primary_key  rank: integer between(1, 5 % 5) } table t { p_id: bigint references(p.id) as p where p.rank > 4 } }");
        Assert.Contains("p.rank, row", Assert.Throws<GenerationException>(() => Given.Plan(schema)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ways_to_one_ancestor_agree()
    {
        IReadOnlyList<string?> owners = Of("warehouses", "tenant_id");
        Assert.Equal(Of("orders", "tenant_id"), Of("orders", "warehouse_id").Select(w => owners[Row(w)]));
        // Every warehouse is reached.
        Assert.Equal(owners.Count, Of("orders", "warehouse_id").Distinct().Count());
    }

    [Fact]
    public void What_else_the_condition_wants_holds_or_there_is_no_parent()
    {
        IReadOnlyList<string?> owners = Of("warehouses", "tenant_id");
        IReadOnlyList<string?> sizes = Of("warehouses", "size");
        IReadOnlyList<string?> tenants = Of("orders", "tenant_id");
        IReadOnlyList<string?> large = Of("orders", "large_id");
        for (int i = 0; i < tenants.Count; i++)
        {
            bool hasLarge = owners.Zip(sizes).Any(w => w.First == tenants[i] && int.Parse(w.Second!, null) >= 5);
            Assert.Equal(hasLarge, large[i] is not null);
            if (large[i] is { } id)
                Assert.True(owners[Row(id)] == tenants[i] && int.Parse(sizes[Row(id)]!, null) >= 5);
        }
    }

    [Fact]
    public void Parents_that_fit_by_themselves_are_all_as_likely()
    {
        IReadOnlyList<string?> kinds = Of("accounts", "kind");
        IReadOnlyList<string?> schools = Of("orders", "school_id");
        Assert.All(schools, s => Assert.Equal("school", kinds[Row(s)]));
        int there = kinds.Count(k => k == "school");
        int[] numbers = [.. schools.GroupBy(s => s).Select(g => g.Count())];
        Assert.Equal(there, numbers.Length);
        Assert.All(numbers, n => Assert.InRange(n, 5000 / there * 0.5, 5000 / there * 1.6));
    }

    [Fact]
    public void Weights_say_how_often_a_parent_comes()
    {
        double[] weights = [.. Of("accounts", "popularity").Select(p => double.Parse(p!, System.Globalization.CultureInfo.InvariantCulture))];
        var numbers = new double[weights.Length];
        foreach (string? fan in Of("orders", "fan_id"))
            numbers[Row(fan)]++;
        double sum = weights.Sum();
        double distance = weights.Select((w, i) => w == 0 ? 0 : Math.Pow(numbers[i] - (5000 * w / sum), 2) / (5000 * w / sum)).Sum();
        // Chi-square with 499 degrees of freedom: over 620 once in 10,000.
        Assert.InRange(distance, 380, 620);
    }

    [Fact]
    public void A_condition_over_both_rows_is_tried_until_it_holds()
    {
        IReadOnlyList<string?> regions = Of("tenants", "region");
        IReadOnlyList<string?> owners = Of("warehouses", "tenant_id");
        IReadOnlyList<string?> sizes = Of("warehouses", "size");
        IReadOnlyList<string?> tenants = Of("orders", "tenant_id");
        IReadOnlyList<string?> near = Of("orders", "near_id");
        for (int i = 0; i < near.Count; i++)
        {
            Assert.Equal(regions[Row(tenants[i])], regions[Row(owners[Row(near[i])])]);
            Assert.NotEqual("3", sizes[Row(near[i])]);
        }
    }

    [Fact]
    public void A_row_asked_for_alone_has_the_same_parents()
    {
        TablePlan orders = Plan.Tables.Single(t => t.Table.Name == "orders");
        var frame = new Frame(orders);
        foreach (string field in new[] { "warehouse_id", "large_id", "school_id", "fan_id", "near_id" })
        {
            int index = orders.Table.FindField(field)!.Index;
            IReadOnlyList<string?> all = Of("orders", field);
            foreach (int row in new[] { 0, 1, 1234, 4999 })
                Assert.Equal(all[row], Given.Cell(frame.FillRange(row, 1).Columns[index], 0));
        }
    }

    [Fact]
    public void A_customers_own_address_may_be_its_default()
    {
        Plan plan = Given.Plan(Given.Schema("""
            schema S {
              table customers {
                id: bigint primary_key
                default_address_id: bigint references(addresses.id) as home where home.customer_id == id nullable(0%)
              }
              table addresses { id: bigint primary_key  customer_id: bigint references(customers.id) }
            }
            generate S { addresses 0..3 per customers }
            """), 200);
        IReadOnlyList<string?> owners = Given.Column(plan, "addresses", "customer_id");
        IReadOnlyList<string?> homes = Given.Column(plan, "customers", "default_address_id");
        for (int i = 0; i < homes.Count; i++)
        {
            Assert.Equal(owners.Contains($"{i + 1}"), homes[i] is not null);
            if (homes[i] is not null)
                Assert.Equal($"{i + 1}", owners[Row(homes[i])]);
        }
    }

    [Fact]
    public void A_reply_belongs_to_the_same_post_and_comes_later()
    {
        Plan plan = Given.Plan(Given.Schema("""
            schema S {
              table posts { id: bigint primary_key }
              table comments {
                id: bigint primary_key
                post_id: bigint references(posts.id)
                reply_to: bigint references(comments.id) as above where above.post_id == post_id nullable(30%)
              }
            }
            generate S { comments 0..20 per posts }
            """), 100);
        IReadOnlyList<string?> posts = Given.Column(plan, "comments", "post_id");
        IReadOnlyList<string?> replies = Given.Column(plan, "comments", "reply_to");
        int answered = 0;
        for (int i = 0; i < posts.Count; i++)
        {
            if (replies[i] is null)
                continue;
            answered++;
            Assert.True(Row(replies[i]) < i);
            Assert.Equal(posts[i], posts[Row(replies[i])]);
        }

        Assert.InRange((double)answered / posts.Count, 0.55, 0.7);
    }

    [Fact]
    public void No_parent_that_fits_is_an_error_before_a_row_is_made()
    {
        Diagnostic error = Assert.Single(Given.Errors("""
            schema S {
              table a { id: bigint primary_key  kind: string(4) one_of("x", "y") }
              table b { a_id: bigint references(a.id) where a.kind == "z" }
            }
            """));
        Assert.Equal("TDG0607", error.Code);
        Assert.Contains("1,000 rows of a", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_composite_key_follows_a_field_that_has_its_value_from_elsewhere()
    {
        Plan plan = Generation.Plan.Create(Given.Schema("""
            schema S {
              table tenants { id: bigint primary_key }
              table users { tenant_id: bigint references(tenants.id)  nr: integer = child_index + 1  primary_key(tenant_id, nr) }
              table tickets {
                id: bigint primary_key
                tenant_id: bigint references(tenants.id)
                author: integer
                assignee: integer nullable(50%)
                references(tenant_id, author -> users.tenant_id, nr) as by
                references(tenant_id, assignee -> users.tenant_id, nr) as to
              }
            }
            generate S { tenants 40  users 1..5 per tenants  tickets 2_000 }
            """), new PlanOptions { Seed = 42 });
        var users = Given.Column(plan, "users", "tenant_id").Zip(Given.Column(plan, "users", "nr")).ToHashSet();
        IReadOnlyList<string?> tenants = Given.Column(plan, "tickets", "tenant_id");
        Assert.All(tenants.Zip(Given.Column(plan, "tickets", "author")), t => Assert.Contains(t, users));
        var assigned = tenants.Zip(Given.Column(plan, "tickets", "assignee")).Where(t => t.Second is not null).ToList();
        Assert.All(assigned, t => Assert.Contains(t, users));
        Assert.All(tenants, Assert.NotNull);
        Assert.NotEmpty(assigned);
    }
}
