using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class RunningCheckTests
{
    private const string Bank = """
        schema Bank {
          table accounts {
            id:      bigint         primary_key
            opening: decimal(12, 2) between(0, 300)
            limit:   decimal(12, 2) between(50, 200)
          }
          table bookings {
            id:         bigint         primary_key
            account_id: bigint         references(accounts.id) as account
            kind:       string(8)      one_of("cash", "card", "transfer")
            amount:     decimal(12, 2) between(-100, 90)
            fee:        decimal(12, 2) = if(kind == "cash", 1.5, 0)
            balance:    decimal(12, 2) = coalesce(previous(balance), account.opening) + amount - fee
            check balance >= -account.limit
            check kind != previous(kind)
          }
        }
        generate Bank { accounts 40 bookings 0..120 per accounts }
        """;

    private static readonly Plan Plan = Create(new PlanOptions());

    private static Plan Create(PlanOptions options) => Generation.Plan.Create(Given.Schema(Bank), options with { Seed = 42, Now = new DateTime(2026, 1, 1) });

    private static IReadOnlyList<string?> Column(string field, int threads = 1) => Given.Column(Plan, "bookings", field, threads);

    [Fact]
    public void A_balance_never_passes_the_limit_and_is_the_sum_of_what_was_booked()
    {
        decimal[] openings = Numbers(Given.Column(Plan, "accounts", "opening"));
        decimal[] limits = Numbers(Given.Column(Plan, "accounts", "limit"));
        decimal[] accounts = Numbers(Column("account_id"));
        decimal[] amounts = Numbers(Column("amount"));
        decimal[] fees = Numbers(Column("fee"));
        decimal[] balances = Numbers(Column("balance"));
        IReadOnlyList<string?> kinds = Column("kind");
        Assert.True(balances.Length > 2000);
        decimal lowest = 0;
        for (int i = 0; i < balances.Length; i++)
        {
            bool isFirst = i == 0 || accounts[i] != accounts[i - 1];
            int account = (int)accounts[i] - 1;
            Assert.Equal((isFirst ? openings[account] : balances[i - 1]) + amounts[i] - fees[i], balances[i]);
            Assert.Equal(kinds[i] == "cash" ? 1.5m : 0, fees[i]);
            Assert.True(balances[i] >= -limits[account]);
            Assert.True(isFirst || kinds[i] != kinds[i - 1]);
            lowest = Math.Min(lowest, balances[i]);
        }

        // The limit is reached, so that rows had to be tried again.
        Assert.True(lowest < -100);
    }

    [Fact]
    public void Threads_partitions_and_rows_alone_change_nothing()
    {
        foreach (string field in new[] { "kind", "amount", "balance" })
            Assert.Equal(Column(field), Column(field, 4));
        int rows = (int)Plan.Tables.Single(t => t.Table.Name == "bookings").TotalRows;
        foreach (int parts in new[] { 3, 7 })
        {
            List<string?> joined = [];
            for (int k = 1; k <= parts; k++)
                joined.AddRange(Given.Column(Create(new PlanOptions { Partition = k, PartitionCount = parts }), "bookings", "balance"));
            Assert.Equal(Column("balance"), joined);
        }

        foreach (int row in new[] { 0, 99, 1234, rows - 1 })
            Assert.Equal(Column("amount")[row], Assert.Single(Given.Column(Create(new PlanOptions { Partition = row + 1, PartitionCount = rows }), "bookings", "amount")));
    }

    [Fact]
    public void The_plan_says_how_often_rows_of_a_series_meet_their_checks()
    {
        CheckPlan[] checks = [.. Plan.Tables.Single(t => t.Table.Name == "bookings").Checks];
        Assert.InRange(checks[0].Rate!.Value, 0.5, 0.99);
        Assert.InRange(checks[1].Rate!.Value, 0.6, 0.75);
    }

    [Fact]
    public void Other_tables_and_aggregates_see_the_same_balances()
    {
        Plan plan = Given.Plan(Given.Schema("""
            schema Bank {
              table accounts {
                id:     bigint primary_key
                lowest: integer nullable = min(bookings.balance)
                last:   integer nullable = sum(bookings.amount)
              }
              table bookings {
                id:         bigint  primary_key
                account_id: bigint  references(accounts.id) as account
                amount:     integer between(-10, 10)
                balance:    integer = coalesce(previous(balance), 0) + amount
                check balance >= 0
              }
              table notes {
                booking_id: bigint  references(bookings.id) as booking
                balance:    integer = booking.balance
                delta:      integer = booking.amount
              }
            }
            generate Bank { accounts 30 bookings 1..50 per accounts notes 500 }
            """), 30);
        plan = Generation.Plan.Create(plan.Schema, new PlanOptions { Seed = 42 });
        IReadOnlyList<string?> balances = Given.Column(plan, "bookings", "balance");
        IReadOnlyList<string?> amounts = Given.Column(plan, "bookings", "amount");
        IReadOnlyList<string?> bookings = Given.Column(plan, "notes", "booking_id");
        Assert.Equal(bookings.Select(b => balances[int.Parse(b!, null) - 1]), Given.Column(plan, "notes", "balance"));
        Assert.Equal(bookings.Select(b => amounts[int.Parse(b!, null) - 1]), Given.Column(plan, "notes", "delta"));
        ILookup<string?, int> byAccount = Given.Column(plan, "bookings", "account_id").Zip(balances).ToLookup(p => p.First, p => int.Parse(p.Second!, null));
        Assert.Equal(Given.Column(plan, "accounts", "id").Select(a => $"{byAccount[a].Min()}"), Given.Column(plan, "accounts", "lowest"));
        Assert.Equal(Given.Column(plan, "accounts", "id").Select(a => $"{byAccount[a].Last()}"), Given.Column(plan, "accounts", "last"));
        Assert.All(balances, b => Assert.True(int.Parse(b!, null) >= 0));
    }

    private static decimal[] Numbers(IReadOnlyList<string?> column) => [.. column.Select(v => decimal.Parse(v!, CultureInfo.InvariantCulture))];
}
