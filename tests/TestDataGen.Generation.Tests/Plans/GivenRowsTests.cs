using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>Tables that give rows of their own, and what is shared out among children.</summary>
public sealed class GivenRowsTests
{
    private const string Roles = """
        enum Level { low, high }
        schema S {
          table regions {
            id: integer primary_key
            name: string(20) unique
            rows { (10, "EU") (20, "US") }
          }
          table roles {
            id: integer primary_key
            name: string(20)
            level: Level
            region_id: integer references(regions.id) as region nullable(50%)
            note: string(40) = "{name} in {coalesce(region.name, "all")}"
            rows { (1, "admin", high, 10) (2, "user", low, null) (7, "guest", low, 20) }
          }
          table users { id: bigint primary_key  role_id: integer references(roles.id) as role  role_name: string(20) = role.name }
        }
        """;

    private static Plan Plan(string more = "") => Generation.Plan.Create(Given.Schema(Roles + more), new PlanOptions { Seed = 42, Count = more.Length == 0 ? 1000 : null });

    [Fact]
    public void Given_rows_are_the_tables_rows_whatever_the_run_asks_for()
    {
        Plan plan = Plan();
        Assert.Equal(["admin", "user", "guest"], Given.Column(plan, "roles", "name"));
        Assert.Equal(["1", "2", "7"], Given.Column(plan, "roles", "id"));
        Assert.Equal(["high", "low", "low"], Given.Column(plan, "roles", "level"));
        Assert.Equal(["10", null, "20"], Given.Column(plan, "roles", "region_id"));
    }

    [Fact]
    public void Fields_that_they_do_not_give_are_made_from_them()
    {
        Plan plan = Plan();
        Assert.Equal(["admin in EU", "user in all", "guest in US"], Given.Column(plan, "roles", "note"));
        var names = new Dictionary<string, string> { ["1"] = "admin", ["2"] = "user", ["7"] = "guest" };
        Assert.All(
            Given.Column(plan, "users", "role_id").Zip(Given.Column(plan, "users", "role_name")), u => Assert.Equal(names[u.First!], u.Second));
        Assert.Equal(1000, Given.Column(plan, "users", "id").Count);
    }

    [Fact]
    public void Generated_rows_follow_them_with_keys_of_their_own()
    {
        Plan plan = Plan("generate S { roles 5_000 }");
        string?[] ids = [.. Given.Column(plan, "roles", "id")];
        Assert.Equal(["1", "2", "7", "8", "9"], ids.Take(5));
        Assert.Equal(5_000, ids.Distinct().Count());
        Assert.Equal("guest", Given.Column(plan, "roles", "name")[2]);
        IReadOnlyList<string?> regions = Given.Column(plan, "roles", "region_id");
        Assert.Equal(["10", null, "20"], regions.Take(3));
        Assert.InRange(regions.Count(r => r is null), 2_300, 2_700);
        Assert.All(regions, r => Assert.True(r is null or "10" or "20"));
    }

    [Fact]
    public void A_unique_field_behind_given_rows_is_an_error_that_says_so()
    {
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Plan("generate S { regions 10 }")).Diagnostics);
        Assert.Equal("TDG0602", error.Code);
        Assert.Contains("regions.name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_add_up_to_the_last_cent()
    {
        Plan plan = Generation.Plan.Create(
            Given.Schema("""
                schema S {
                  table orders { id: bigint primary_key  total: decimal(12, 2) between(-50, 900)  units: integer between(0, 7)  gift: decimal(9, 2) nullable(50%) }
                  table payments {
                    order_id: bigint references(orders.id) as order
                    amount: decimal(12, 2) share(order.total)
                    units: integer = share(order.units)
                    gift: decimal(9, 2) nullable(0%) share(order.gift)
                  }
                }
                generate S { orders 3_000  payments 1..9 per orders }
                """),
            new PlanOptions { Seed = 42 });
        IReadOnlyList<string?> orders = Given.Column(plan, "payments", "order_id");
        foreach ((string part, string whole) in new[] { ("amount", "total"), ("units", "units"), ("gift", "gift") })
        {
            decimal?[] parts = [.. Given.Column(plan, "payments", part).Select(Number)];
            decimal?[] wholes = [.. Given.Column(plan, "orders", whole).Select(Number)];
            foreach (IGrouping<string?, decimal?> group in orders.Zip(parts).GroupBy(p => p.First, p => p.Second))
                Assert.Equal(wholes[int.Parse(group.Key!, null) - 1], group.Any(p => p is null) ? null : group.Sum());
        }

        // They differ from each other.
        decimal?[] amounts = [.. Given.Column(plan, "payments", "amount").Select(Number)];
        Assert.True(amounts.Distinct().Count() > amounts.Length / 2);
    }

    [Fact]
    public void Shares_need_children_that_are_counted_per_their_parent()
    {
        Diagnostic error = Assert.Single(Given.Errors("""
            schema S {
              table orders { id: bigint primary_key  total: decimal(12, 2) between(1, 900) }
              table payments { order_id: bigint references(orders.id) as order  amount: decimal(12, 2) share(order.total) }
            }
            """));
        Assert.Contains("not counted per that", error.Message, StringComparison.Ordinal);
        Assert.Contains("payments 1..5 per order", error.Hint, StringComparison.Ordinal);
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
