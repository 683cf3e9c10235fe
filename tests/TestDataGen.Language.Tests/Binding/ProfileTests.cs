namespace TestDataGen.Language.Tests;

public sealed class ProfileTests
{
    private static readonly Schema Shop = Tdg.Schema("""
        generate Shop as load_test { scale 100 }
        schema Shop {
          table customers { id: bigint primary_key }
          table orders { id: bigint primary_key  customer_id: bigint references(customers.id)  n: bigint = child_index }
        }
        generate Shop { seed 42  locale "de"  now 2026-01-01  customers 1_000  orders 0..20 per customers }
        generate Shop as demo { seed 7  customers 20 }
        """);

    [Fact]
    public void What_a_named_profile_does_not_say_it_has_from_the_one_without_a_name()
    {
        Assert.Equal(["load_test", "demo"], Shop.Profiles.Select(p => p.Name));
        Profile demo = Shop.FindProfile("DEMO")!;
        Assert.Equal((7, "de", new DateTime(2026, 1, 1)), (demo.Seed, demo.Locale, demo.Now));
        Assert.Equal(20, Assert.IsType<FixedCount>(demo.Counts[Shop.Tables[0]]).Rows);
        Assert.Same(Shop.Profile.Counts[Shop.Tables[1]], demo.Counts[Shop.Tables[1]]);
        Assert.Equal(42, Shop.FindProfile("load_test")!.Seed);
        Assert.Null(Shop.FindProfile("load"));
    }

    [Fact]
    public void The_profile_without_a_name_stays_as_it_is_written()
    {
        Assert.Null(Shop.Profile.Name);
        Assert.Null(Shop.Profile.Scale);
        Assert.Equal(1_000, Assert.IsType<FixedCount>(Shop.Profile.Counts[Shop.Tables[0]]).Rows);
    }

    [Theory]
    [InlineData("1e5", 100_000)]
    [InlineData("2.5e3", 2_500)]
    [InlineData("9_007_199_254_740_992e0", 1L << 53)]
    public void A_number_of_rows_may_be_written_with_an_exponent(string written, long rows)
    {
        Schema schema = Tdg.Schema($"{Tdg.Table("a: integer")}generate S {{ t {written} }}");
        Assert.Equal(rows, Assert.IsType<FixedCount>(schema.Profile.Counts[schema.Tables[0]]).Rows);
    }

    [Theory]
    [InlineData("100", 1_000, 100_000)]
    [InlineData("0.25", 1_000, 250)]
    [InlineData("0.25", 10, 3)]
    [InlineData("0.25", 2, 1)]
    [InlineData("0.001", 5, 1)]
    [InlineData("0.001", 0, 0)]
    [InlineData("1e-3", 5_000, 5)]
    [InlineData("1_000_000_000", long.MaxValue, long.MaxValue)]
    public void A_scaled_number_of_rows_is_rounded_and_never_becomes_none(string scale, long rows, long scaled) =>
        Assert.Equal(scaled, Tdg.Schema(Tdg.Table("a: integer") + $"generate S {{ scale {scale} }}").Profile.Scaled(rows));

    [Fact]
    public void A_schema_may_have_named_profiles_only()
    {
        Schema schema = Tdg.Schema(Tdg.Table("a: integer") + "generate S as big { t 5 }");
        Assert.Same(Profile.Empty, schema.Profile);
        Assert.Equal(["big"], schema.Profiles.Select(p => p.Name));
    }
}
