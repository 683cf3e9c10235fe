using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class ProvedCheckTests
{
    private const string Shop = """
        enum Status { pending, paid, shipped }
        type Money = decimal(12, 2) min(0)
        schema Shop {
          table customers {
            id:        bigint   primary_key
            joined_at: datetime between(2024-01-01, now)
            limit:     integer  between(100, 200)
          }
          table orders {
            id:          bigint   primary_key
            customer_id: bigint   references(customers.id) as customer
            status:      Status
            tier:        string(9) weighted("basic": 80, "gold": 15)
            placed_at:   datetime between(customer.joined_at, now)
            paid_at:     datetime nullable = if(status == pending, null, after(placed_at, 1h..20h))
            shipped_at:  datetime nullable = if(status == shipped, after(paid_at, 1d..7d), null)
            day:         date     between(2025-01-01, 2025-03-31)
            due:         date     = after(day, 14d..30d)
            quantity:    integer  between(1, 5)
            price:       Money    lognormal(3.2, 0.8) max(5_000)
            discount:    decimal(3, 2) = if(quantity >= 3, 0.1, 0)
            gross:       decimal(14, 2) = quantity * price
            net:         decimal(14, 2) = gross - coalesce(rebate, 0)
            rebate:      decimal(12, 2) nullable(50%) between(0, 10)
            fee:         decimal(12, 2) = greatest(1, gross / 100)
            score:       integer  nullable(30%) between(0, 10)
            note:        string(20) nullable = if(score is null, null, "x")
            CHECK
          }
        }
        """;

    [Theory]
    [InlineData("shipped_at > placed_at")]
    [InlineData("shipped_at is null or shipped_at > placed_at")]
    [InlineData("shipped_at - placed_at >= 25h")]
    [InlineData("not (shipped_at <= paid_at)")]
    [InlineData("status != shipped or shipped_at is not null")]
    [InlineData("status == shipped or shipped_at is null")]
    [InlineData("(status == pending) == (paid_at is null) or status != pending or paid_at is null")]
    [InlineData("placed_at >= customer.joined_at")]
    [InlineData("placed_at <= now")]
    [InlineData("placed_at >= 2024-01-01 and paid_at > customer.joined_at")]
    [InlineData("due > day")]
    [InlineData("due - day >= 14d and due - day <= 30d")]
    [InlineData("days_between(day, due) <= 30")]
    [InlineData("due <= 2025-04-30")]
    [InlineData("quantity > 0 and quantity <= 5")]
    [InlineData("gross >= 0 and gross <= 25_000")]
    [InlineData("quantity >= 3 or discount == 0")]
    [InlineData("discount < 1")]
    [InlineData("net <= gross")]
    [InlineData("rebate is not null or net == gross")]
    [InlineData("fee >= 1")]
    [InlineData("price * quantity >= 0")]
    [InlineData("tier == \"basic\" or tier == \"gold\"")]
    [InlineData("if(status == paid, status != shipped, true)")]
    [InlineData("score is null or score >= 0")]
    [InlineData("score is null or note is not null")]
    [InlineData("coalesce(score, 0) <= 10")]
    [InlineData("id >= 1 and id <= 1000")]
    [InlineData("quantity < customer.limit")]
    [InlineData("length(tier) <= 9")]
    [InlineData("month(day) < 13 and year(day) == 2025")]
    [InlineData("abs(quantity - 3) <= 2")]
    [InlineData("score + 1 > score")]
    public void What_follows_from_the_fields_is_proved_and_costs_nothing(string check)
    {
        TablePlan orders = Plan(check);
        CheckPlan planned = Assert.Single(orders.Checks);
        Assert.True(planned.Way == CheckWay.Proved, planned.ToString());
        Assert.Null(planned.Rate);
        Assert.Empty(orders.CheckGroups);
        // And it is so.
        Assert.Equal(0, Violations(check));
    }

    [Theory]
    [InlineData("shipped_at > after(placed_at, 4d)")]
    [InlineData("status == shipped or paid_at is null")]
    [InlineData("due - day > 14d")]
    [InlineData("net < gross")]
    [InlineData("quantity >= 3 or discount > 0 or price > 10")]
    [InlineData("rebate is null or net == gross or rebate > 5")]
    [InlineData("fee > 1")]
    [InlineData("score is not null or quantity > 1")]
    [InlineData("coalesce(score, 11) <= 10")]
    [InlineData("tier == \"basic\"")]
    [InlineData("year(placed_at) == 2024")]
    public void What_does_not_follow_is_tried(string check)
    {
        CheckPlan planned = Assert.Single(Plan(check).Checks);
        Assert.True(planned.Way == CheckWay.TriedAgain, planned.ToString());
        Assert.InRange(planned.Rate!.Value, 0.01, 0.99);
        Assert.NotEqual(0, Violations(check));
        IReadOnlyList<string?> truth = Given.Column(Given.Plan(Given.Schema(Shop.Replace("CHECK", $"met: boolean nullable = {check}\n check {check}", StringComparison.Ordinal)), 2000), "orders", "met");
        Assert.DoesNotContain("false", truth);
    }

    [Theory]
    [InlineData("quantity > 10", "This is false in every row: `quantity` is 1 to 5.")]
    [InlineData("due < day", "This is false in every row: `due` is 2025-01-15 to 2025-04-30, `day` is 2025-01-01 to 2025-03-31.")]
    [InlineData("quantity > customer.limit", "This is false in every row: `quantity` is 1 to 5, `customer.limit` is 100 to 200.")]
    [InlineData("status == paid and status == shipped", "This is false in every row.")]
    [InlineData("placed_at > now", null)]
    public void What_can_not_be_is_an_error_with_the_reason(string check, string? message)
    {
        Diagnostic error = Assert.Single(Given.Errors(Shop.Replace("CHECK", $"check {check}", StringComparison.Ordinal)));
        Assert.Equal("TDG0430", error.Code);
        if (message is not null)
            Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("a: date between(2025-01-01, 2025-12-31)\n b: date between(2025-01-01, 2025-12-31)", "b >= a", "b", "a")]
    [InlineData("a: date between(2025-01-01, 2025-12-31)\n b: date between(2025-01-01, 2025-12-31)", "a <= b", "b", "a")]
    [InlineData("a: date between(2025-01-01, 2025-06-30)\n b: date between(2025-01-01, 2025-12-31)", "b > a", "b", "a")]
    [InlineData("a: integer between(10, 50) nullable(30%)\n b: integer between(1, 100)", "a is null or b >= a", "b", "a")]
    [InlineData("a: integer between(10, 50)\n b: integer between(1, 100) nullable(30%)", "not (b < a + 5)", "b", "a")]
    [InlineData("a: decimal(8, 2) between(1, 50)\n b: decimal(8, 2) between(0, 100)", "b < a", "b", "a")]
    [InlineData("a: datetime between(2025-01-01, 2025-06-30)\n b: datetime between(a, 2025-12-31)", "b >= a + 3d and b <= 2025-12-01", "b", "a")]
    [InlineData("a: smallint between(0, 5)\n b: smallint between(0, 9)", "b >= a and b <= a + 2", "b", "a")]
    [InlineData("a: time between(08:00, 12:00)\n b: time between(08:00, 18:00)", "b >= a", "b", "a")]
    public void A_comparison_is_met_by_a_narrower_range(string fields, string check, string narrowed, string other)
    {
        Plan plan = Given.Plan(Given.Schema($"schema S {{ table t {{ {fields}\n met: boolean nullable = {check}\n check {check}\n }} }}"), 3000);
        TablePlan table = plan.Tables[0];
        CheckPlan planned = Assert.Single(table.Checks);
        Assert.True(planned.Way == CheckWay.Narrowed, planned.ToString());
        Assert.Equal(narrowed, planned.Narrowed!.Name);
        Assert.Empty(table.CheckGroups);
        Assert.DoesNotContain("false", Given.Column(plan, "t", "met"));
        // The other field is what it was without the check.
        Plan without = Given.Plan(Given.Schema($"schema S {{ table t {{ {fields}\n }} }}"), 3000);
        Assert.Equal(Given.Column(without, "t", other), Given.Column(plan, "t", other));
    }

    [Fact]
    public void Within_the_narrower_range_every_value_is_as_likely()
    {
        Plan plan = Given.Plan(Given.Schema("schema S { table t { a: integer between(0, 8)\n b: integer between(0, 9)\n check b > a\n } }"), 20_000);
        ILookup<int, int> byStart = Given.Column(plan, "t", "a").Zip(Given.Column(plan, "t", "b")).ToLookup(p => int.Parse(p.First!, null), p => int.Parse(p.Second!, null));
        for (int a = 0; a <= 8; a++)
        {
            int[] counts = [.. Enumerable.Range(a + 1, 9 - a).Select(b => byStart[a].Count(x => x == b))];
            Assert.Equal(byStart[a].Count(), counts.Sum());
            double expected = counts.Sum() / (9.0 - a);
            Assert.All(counts, c => Assert.InRange(c, expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected))));
        }
    }

    [Fact]
    public void Where_the_other_side_may_leave_nothing_the_row_is_tried_again()
    {
        Plan plan = Given.Plan(Given.Schema("schema S { table t { a: integer between(0, 9)\n b: integer between(0, 9)\n check b > a\n } }"), 2000);
        CheckPlan planned = Assert.Single(plan.Tables[0].Checks);
        Assert.Equal(CheckWay.TriedAgain, planned.Way);
        Assert.InRange(planned.Rate!.Value, 0.4, 0.51);
        Assert.All(Given.Column(plan, "t", "a").Zip(Given.Column(plan, "t", "b")), p => Assert.True(int.Parse(p.First!, null) < int.Parse(p.Second!, null)));
    }

    [Fact]
    public void One_narrowing_leads_to_the_next_and_none_in_a_circle()
    {
        Plan plan = Given.Plan(Given.Schema("""
            schema S {
              table t {
                a: integer between(0, 100)
                b: integer between(0, 100)
                c: integer between(0, 100)
                check b >= a
                check c >= b
                check c >= a
                check a != 7 or b != c
              }
            }
            """), 2000);
        Assert.Equal([CheckWay.Narrowed, CheckWay.Narrowed, CheckWay.Proved, CheckWay.TriedAgain], plan.Tables[0].Checks.Select(c => c.Way));
        int[] a = Read("a"), b = Read("b"), c = Read("c");
        Assert.All(Enumerable.Range(0, a.Length), i => Assert.True(a[i] <= b[i] && b[i] <= c[i] && (a[i] != 7 || b[i] != c[i])));

        int[] Read(string field) => [.. Given.Column(plan, "t", field).Select(v => int.Parse(v!, null))];
    }

    private static TablePlan Plan(string check) =>
        Given.Plan(Given.Schema(Shop.Replace("CHECK", $"check {check}", StringComparison.Ordinal))).Tables.Single(t => t.Table.Name == "orders");

    // Rows that would break the check if nothing were done for it.
    private static int Violations(string check) =>
        Given.Column(Given.Plan(Given.Schema(Shop.Replace("CHECK", $"met: boolean nullable = {check}", StringComparison.Ordinal)), 1000), "orders", "met").Count(m => m == "false");
}
