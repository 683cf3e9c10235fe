using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class MixinTests
{
    [Fact]
    public void A_mixins_fields_have_the_values_that_they_have_when_written_in_the_table()
    {
        Schema mixed = Given.Schema("""
            mixin Audited { created_at: datetime between(2024-01-01, now)  updated_at: datetime = after(created_at, 0d..30d) }
            schema S { table t with Audited { id: bigint primary_key } }
            """);
        Schema written = Given.Schema("""
            schema S { table t { id: bigint primary_key  created_at: datetime between(2024-01-01, now)  updated_at: datetime = after(created_at, 0d..30d) } }
            """);
        foreach (string field in (string[])["id", "created_at", "updated_at"])
            Assert.Equal(Given.Column(written, field), Given.Column(mixed, field));
    }

    [Fact]
    public void Two_tables_of_one_mixin_have_values_of_their_own()
    {
        Schema schema = Given.Schema("mixin M { x: integer between(1, 1_000_000) } schema S { table a with M { id: bigint primary_key } table b with M { id: bigint primary_key } }");
        Plan plan = Given.Plan(schema, 100);
        Assert.NotEqual(Given.Column(plan, "a", "x"), Given.Column(plan, "b", "x"));
    }
}
