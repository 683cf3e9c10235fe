using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class DeterminismTests
{
    private const string Fields = """
        id: bigint primary_key
        first_name: string(50) format(first_name)
        code: string(9) unique pattern("??-######")
        amount: decimal(10, 2) normal(500, 200) min(0)
        at: datetime between(2024-01-01, 2025-01-01)
        later: datetime = after(at, 1h..5d)
        label: string(80) = upper("{first_name}/{code}")
        note: string(20) nullable(30%)
        """;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(16)]
    public void Threads_change_nothing(int threads)
    {
        Plan plan = Given.Plan(Given.Table(Fields), 20_000);
        foreach (Field field in plan.Tables[0].Table.Fields)
            Assert.Equal(Given.Column(plan, "t", field.Name), Given.Column(plan, "t", field.Name, threads));
    }

    [Fact]
    public void Partitions_are_parts_of_the_whole()
    {
        Schema schema = Given.Table(Fields);
        IReadOnlyList<string?> whole = Given.Column(Given.Plan(schema, 10_007), "t", "label");
        List<string?> parts = [];
        for (int k = 1; k <= 4; k++)
            parts.AddRange(Given.Column(Plan.Create(schema, new PlanOptions { Count = 10_007, Seed = 42, Now = new DateTime(2026, 1, 1), Partition = k, PartitionCount = 4 }), "t", "label"));
        Assert.Equal(whole, parts);
    }

    [Fact]
    public void A_new_column_or_table_leaves_the_others_as_they_were()
    {
        Schema before = Given.Table(Fields);
        Schema after = Given.Schema($"schema S {{ table u {{ id: bigint primary_key }} table t {{ extra: string(30) format(city) {Fields} more: integer }} }}");
        foreach (Field field in before.Tables[0].Fields)
            Assert.Equal(Given.Column(before, field.Name), Given.Column(after, field.Name));
    }

    [Fact]
    public void Another_seed_gives_other_values()
    {
        Schema schema = Given.Table(Fields);
        foreach (string field in new[] { "first_name", "code", "amount", "at" })
            Assert.True(Given.Column(schema, field, seed: 1).Zip(Given.Column(schema, field, seed: 2)).Count(p => p.First == p.Second) < 30, field);
    }

    [Fact]
    public void A_far_row_is_the_same_asked_for_alone()
    {
        Schema schema = Given.Table(Fields);
        // The partition of one row each: the last of a million.
        var options = new PlanOptions { Count = 1_000_000, Seed = 42, Now = new DateTime(2026, 1, 1), Partition = 1_000_000, PartitionCount = 1_000_000 };
        string? alone = Assert.Single(Given.Column(Plan.Create(schema, options), "t", "label"));
        Assert.Equal(Given.Column(Given.Plan(schema, 1_000_000), "t", "label", 2)[^1], alone);
    }
}
