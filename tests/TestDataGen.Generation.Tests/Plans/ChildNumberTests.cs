namespace TestDataGen.Generation.Tests;

/// <summary>How many children a parent has.</summary>
public sealed class ChildNumberTests
{
    private static Plan Plan(string count, long parents = 2000) => Given.Plan(Given.Schema($$"""
        schema S {
          table p {
            id: bigint primary_key
            tier: string(5) weighted("basic": 80, "vip": 20)
            size: integer between(0, 4)
          }
          table c {
            p_id: bigint references(p.id) as p
            nr: integer = child_index
          }
        }
        generate S { c {{count}} per p }
        """), parents);

    private static long[] NumbersOf(Plan plan, long parents = 2000)
    {
        var numbers = new long[parents];
        foreach (string? id in Given.Column(plan, "c", "p_id"))
            numbers[long.Parse(id!, null) - 1]++;
        return numbers;
    }

    [Theory]
    [InlineData("{0: 20%, 1..5: 60%, 6..50: 20%}", 0, 50)]
    [InlineData("{2: 1, 4: 3}", 2, 4)]
    [InlineData("poisson(3)", 0, 14)]
    [InlineData("zipf(1.2, 9)", 1, 9)]
    [InlineData("size", 0, 4)]
    [InlineData("if(tier == \"vip\", 20..50, 0..3)", 0, 50)]
    public void Numbers_are_within_what_the_text_says_and_reach_it(string count, long least, long greatest)
    {
        long[] numbers = NumbersOf(Plan(count));
        Assert.Equal(least, numbers.Min());
        Assert.InRange(numbers.Max(), greatest - 3, greatest);
    }

    [Fact]
    public void A_parents_own_fields_say_how_many_children_it_has()
    {
        Plan plan = Plan("if(tier == \"vip\", 20..50, size)");
        long[] numbers = NumbersOf(plan);
        IReadOnlyList<string?> tiers = Given.Column(plan, "p", "tier");
        IReadOnlyList<string?> sizes = Given.Column(plan, "p", "size");
        for (int i = 0; i < numbers.Length; i++)
        {
            if (tiers[i] == "vip")
                Assert.InRange(numbers[i], 20, 50);
            else
                Assert.Equal(sizes[i], $"{numbers[i]}");
        }
    }

    [Fact]
    public void Children_stand_in_their_parents_order_however_they_are_counted()
    {
        Plan plan = Plan("if(tier == \"vip\", 20..50, 0..3)");
        long[] parents = [.. Given.Column(plan, "c", "p_id").Select(p => long.Parse(p!, null))];
        Assert.Equal(parents.Order(), parents);
        int[] indexes = [.. Given.Column(plan, "c", "nr").Select(n => int.Parse(n!, null))];
        for (int i = 1; i < parents.Length; i++)
            Assert.Equal(parents[i] == parents[i - 1] ? indexes[i - 1] + 1 : 0, indexes[i]);
    }

    [Fact]
    public void Many_parents_are_kept_by_blocks_with_the_same_result()
    {
        // More parents than blocks are kept: some parents share one.
        const long parents = 300_000;
        Plan plan = Plan("size", parents);
        long[] numbers = NumbersOf(plan, parents);
        IReadOnlyList<string?> sizes = Given.Column(plan, "p", "size");
        Assert.Equal(sizes.Select(s => long.Parse(s!, null)), numbers);
    }
}
