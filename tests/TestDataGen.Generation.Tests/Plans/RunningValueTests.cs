using System.Globalization;

namespace TestDataGen.Generation.Tests;

public sealed class RunningValueTests
{
    private const string Bank = """
        enum State { open, frozen, closed }
        schema Bank {
          table accounts {
            id: bigint primary_key
            opening: decimal(12, 2) between(0, 500)
            closing: decimal(12, 2) = coalesce(max(bookings.balance), 0)
          }
          table bookings {
            id: bigint primary_key
            account_id: bigint references(accounts.id) as account
            amount: decimal(12, 2) between(-50, 100)
            balance: decimal(12, 2) = coalesce(previous(balance), account.opening) + amount
            before: decimal(12, 2) nullable = previous(balance)
            tide: decimal(12, 2) = coalesce(previous(level), 100) + if(coalesce(previous(level), 100) > 150, -40..0, 0..30)
            level: decimal(12, 2) = if(tide > 170, 170, tide)
            state: State = if(previous(state) == frozen, if(1..10 == 1, closed, frozen), if(previous(state) == closed, closed, if(1..10 == 1, frozen, open)))
            path: string(400) = right("{coalesce(previous(path), "start")}>{child_index}", 30)
          }
        }
        generate Bank { accounts 300 bookings 0..40 per accounts }
        """;

    private static readonly Plan Plan = Planned(Bank);

    private static readonly string[] Fields = ["account_id", "amount", "balance", "before", "tide", "level", "state", "path"];

    private static readonly Dictionary<string, string?[]> Cells = Fields.ToDictionary(f => f, f => Given.Column(Plan, "bookings", f).ToArray());

    private static Plan Planned(string tdg, int partition = 1, int partitions = 1) =>
        Generation.Plan.Create(Given.Schema(tdg), new PlanOptions { Seed = 42, Partition = partition, PartitionCount = partitions });

    private static decimal Number(string? text) => decimal.Parse(text!, CultureInfo.InvariantCulture);

    private static bool IsFirst(int row) => row == 0 || Cells["account_id"][row] != Cells["account_id"][row - 1];

    [Fact]
    public void A_balance_is_the_balance_before_and_the_amount()
    {
        Dictionary<string, decimal> openings = Given.Column(Plan, "accounts", "id").Zip(Given.Column(Plan, "accounts", "opening")).ToDictionary(a => a.First!, a => Number(a.Second));
        int rows = Cells["balance"].Length;
        Assert.InRange(rows, 4097, 8000);
        for (int i = 0; i < rows; i++)
        {
            decimal before = IsFirst(i) ? openings[Cells["account_id"][i]!] : Number(Cells["balance"][i - 1]);
            Assert.Equal(before + Number(Cells["amount"][i]), Number(Cells["balance"][i]));
        }
    }

    [Fact]
    public void The_field_before_the_first_child_is_null()
    {
        for (int i = 0; i < Cells["before"].Length; i++)
            Assert.Equal(IsFirst(i) ? null : Cells["balance"][i - 1], Cells["before"][i]);
    }

    [Fact]
    public void Fields_may_need_each_other_from_child_to_child()
    {
        for (int i = 0; i < Cells["tide"].Length; i++)
        {
            decimal before = IsFirst(i) ? 100 : Number(Cells["level"][i - 1]);
            decimal step = Number(Cells["tide"][i]) - before;
            Assert.InRange(step, before > 150 ? -40 : 0, before > 150 ? 0 : 30);
            Assert.Equal(Math.Min(170, Number(Cells["tide"][i])), Number(Cells["level"][i]));
        }
    }

    [Fact]
    public void States_follow_each_other_as_the_expression_says()
    {
        string[][] steps = [["open", "open"], ["open", "frozen"], ["frozen", "frozen"], ["frozen", "closed"], ["closed", "closed"]];
        var seen = new HashSet<string>();
        for (int i = 0; i < Cells["state"].Length; i++)
        {
            if (!IsFirst(i))
                seen.Add($"{Cells["state"][i - 1]} {Cells["state"][i]}");
        }

        Assert.Equal(steps.Select(s => string.Join(' ', s)).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_text_grows_from_child_to_child()
    {
        for (int i = 0, child = 0; i < Cells["path"].Length; i++, child++)
        {
            child = IsFirst(i) ? 0 : child;
            string whole = "start" + string.Concat(Enumerable.Range(0, child + 1).Select(k => $">{k}"));
            Assert.Equal(whole[^Math.Min(30, whole.Length)..], Cells["path"][i]);
        }
    }

    [Fact]
    public void A_parent_sees_what_its_children_have_come_to()
    {
        Dictionary<string, decimal> highest = Cells["account_id"].Zip(Cells["balance"]).GroupBy(b => b.First!).ToDictionary(g => g.Key, g => g.Max(b => Number(b.Second)));
        Assert.All(
            Given.Column(Plan, "accounts", "id").Zip(Given.Column(Plan, "accounts", "closing")),
            a => Assert.Equal(highest.GetValueOrDefault(a.First!), Number(a.Second)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_change_no_value(int threads) =>
        Assert.All(Fields, f => Assert.Equal(Cells[f], Given.Column(Planned(Bank), "bookings", f, threads)));

    [Fact]
    public void A_row_asked_for_alone_is_the_same()
    {
        int rows = Cells["balance"].Length;
        foreach (int row in new[] { 1, 40, 4095, 4096, rows - 1 })
        {
            Plan alone = Planned(Bank, row + 1, rows);
            Assert.All(Fields, f => Assert.Equal(Cells[f][row], Assert.Single(Given.Column(alone, "bookings", f))));
        }
    }

    [Fact]
    public void Rows_in_any_order_are_the_same()
    {
        // Each note points at a booking anywhere.
        Plan plan = Planned(Bank.Replace("generate Bank {", "generate Bank { notes 3000 ", StringComparison.Ordinal)
            .Replace("table bookings {", "table notes { booking_id: bigint references(bookings.id) as booking  balance: decimal(12, 2) = booking.balance  path: string(400) = booking.path }\n table bookings {", StringComparison.Ordinal));
        IReadOnlyList<string?> ids = Given.Column(plan, "notes", "booking_id");
        Assert.Equal(ids.Select(id => Cells["balance"][int.Parse(id!, null) - 1]), Given.Column(plan, "notes", "balance"));
        Assert.Equal(ids.Select(id => Cells["path"][int.Parse(id!, null) - 1]), Given.Column(plan, "notes", "path"));
    }

    [Fact]
    public void A_parent_may_be_chosen_by_what_has_run_so_far()
    {
        const string tdg = """
            schema S {
              table p { id: bigint primary_key  low: integer between(0, 5) }
              table t {
                p_id: bigint references(p.id) as p
                item: bigint references(items.id) as item where item.cost >= level
                level: integer = least(40, coalesce(previous(level), p.low) + if(coalesce(previous(cost), 0) > 25, 0..1, 3..4))
                cost: integer = item.cost
              }
              table items { id: bigint primary_key  cost: integer between(0, 50) }
            }
            generate S { p 300 t 0..12 per p  items 500 }
            """;
        Plan plan = Planned(tdg);
        var cells = new[] { "p_id", "level", "cost" }.ToDictionary(f => f, f => Given.Column(plan, "t", f).Select(v => int.Parse(v!, null)).ToArray());
        for (int i = 0; i < cells["cost"].Length; i++)
        {
            Assert.InRange(cells["cost"][i], cells["level"][i], 50);
            if (i > 0 && cells["p_id"][i] == cells["p_id"][i - 1] && cells["level"][i] < 40)
                Assert.InRange(cells["level"][i] - cells["level"][i - 1], cells["cost"][i - 1] > 25 ? 0 : 3, cells["cost"][i - 1] > 25 ? 1 : 4);
        }

        int rows = cells["cost"].Length;
        Assert.Equal($"{cells["cost"][rows - 7]}", Assert.Single(Given.Column(Planned(tdg, rows - 6, rows), "t", "cost")));
    }

    private const string Series = """
        schema S {
          table p { id: bigint primary_key }
          table c {
            p_id: bigint references(p.id)
            step: integer between(1, 9)
            walk: bigint = coalesce(previous(walk), 0) + step
          }
          table d { c_row: bigint = row_number }
        }
        generate S { p 2 c 30_000 per p }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_series_may_be_longer_than_a_batch(int threads)
    {
        Plan plan = Planned(Series);
        long[] steps = [.. Given.Column(plan, "c", "step").Select(v => long.Parse(v!, null))];
        long sum = 0;
        var expected = new List<string>();
        for (int i = 0; i < steps.Length; i++)
            expected.Add($"{sum = (i == 30_000 ? 0 : sum) + steps[i]}");
        Assert.Equal(expected, Given.Column(plan, "c", "walk", threads)!);
        for (int part = 2; part <= 3; part++)
            Assert.Equal(expected.Skip(60_000 * (part - 1) / 7).Take(60_000 * part / 7 - 60_000 * (part - 1) / 7), Given.Column(Planned(Series, part, 7), "c", "walk")!);
    }

    [Fact]
    public void A_long_series_takes_no_more_memory_than_a_short_one()
    {
        long Allocated(string count)
        {
            Plan plan = Planned(Series.Replace("30_000", count, StringComparison.Ordinal));
            TablePlan table = plan.Tables.Single(t => t.Table.Name == "c");
            long before = GC.GetAllocatedBytesForCurrentThread();
            plan.Run<object?>(table, 1, () => null, (_, _) => { }, (_, _) => { }, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated("10_000");
        Assert.InRange(Allocated("100_000") - Allocated("10_000"), -500_000, 500_000);
    }

    [Fact]
    public void What_fails_in_a_series_names_its_row()
    {
        Plan plan = Planned("schema S { table p { id: bigint primary_key } table c { p_id: bigint references(p.id)  x: integer max(3) = coalesce(previous(x), 0) + 1 } } generate S { p 2 c 5 per p }");
        Assert.Contains("c.x, row 4: the expression gives a value that is over max 3", Assert.Throws<GenerationException>(() => Given.Column(plan, "c", "x")).Message, StringComparison.Ordinal);
    }
}
