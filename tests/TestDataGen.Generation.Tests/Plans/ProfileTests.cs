using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class ProfileTests
{
    private static readonly Schema Shop = Given.Schema("""
        schema Shop {
          table customers { id: bigint primary_key  name: string(40) format(first_name) }
          table orders { id: bigint primary_key  customer_id: bigint references(customers.id) }
          table settings { id: bigint primary_key }
        }
        generate Shop { seed 42  customers 50  orders 2 per customers }
        generate Shop as load_test { scale 10 }
        generate Shop as german { locale "de"  seed 5 }
        """);

    [Fact]
    public void Scale_multiplies_the_rows_that_are_not_counted_per_parent()
    {
        Plan plan = Create("load_test");
        Assert.Equal([("customers", 500L), ("orders", 1_000), ("settings", 1_000)], plan.Tables.Select(t => (t.Table.Name, t.TotalRows)));
        Assert.Equal(("load_test", 42), (plan.Profile, plan.Seed));
    }

    [Fact]
    public void The_first_rows_of_a_scaled_run_are_those_of_the_small_one() =>
        Assert.Equal(Given.Column(Create(null), "customers", "name"), Given.Column(Create("Load_Test"), "customers", "name").Take(50));

    [Fact]
    public void A_run_goes_over_its_profile()
    {
        Plan plan = Plan.Create(Shop, new PlanOptions { Profile = "german", Count = 7, Seed = 6 });
        Assert.Equal(("de", 6, 7L), (plan.Locale, plan.Seed, plan.Tables[0].TotalRows));
        Assert.Equal(7, Plan.Create(Shop, new PlanOptions { Profile = "load_test", Count = 7 }).Tables[0].TotalRows);
    }

    [Fact]
    public void An_unknown_profile_is_an_error_that_names_the_nearest()
    {
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Create("loadtest")).Diagnostics);
        Assert.Equal(("TDG0600", "Schema Shop has no profile loadtest."), (error.Code, error.Message));
        Assert.Equal("Did you mean `load_test`? It has: load_test, german.", error.Hint);
    }

    private static Plan Create(string? profile) => Plan.Create(Shop, new PlanOptions { Profile = profile });
}
