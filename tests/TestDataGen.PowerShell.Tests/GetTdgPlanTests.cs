using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class GetTdgPlanTests : IDisposable
{
    private readonly Engine _engine = new();

    public GetTdgPlanTests() => _engine.Run("$s = Import-TdgSchema $args[0]", _engine.Schema("shop.tdg"));

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Parents_come_before_their_children()
    {
        string[] tables = [.. _engine.Run("($s | Get-TdgPlan).Table").Select(t => t.ToString())];
        Assert.Equal(["customers", "order_items", "orders", "products"], tables.Order(StringComparer.Ordinal));
        Assert.True(Array.IndexOf(tables, "customers") < Array.IndexOf(tables, "orders"));
        Assert.True(Array.IndexOf(tables, "orders") < Array.IndexOf(tables, "order_items"));
    }

    [Fact]
    public void Says_for_each_table_how_many_rows_a_run_makes()
    {
        foreach (PSObject table in _engine.Run("$s | Get-TdgPlan -Count 50"))
            Assert.Equal(table.Properties["Rows"].Value, _engine.One<long>("$n = 0L; $s | New-TdgData -Count 50 -Table $args[0] | ForEach-Object { $n++ }; $n", table.Properties["Table"].Value));
    }

    [Fact]
    public void Says_where_each_column_comes_from()
    {
        PSObject[] columns = [.. _engine.Run("($s | Get-TdgPlan -Table customers).Columns")];
        Assert.Equal(["id", "name", "email", "country", "city", "balance", "nickname"], columns.Select(c => c.Properties["Name"].Value));
        Assert.All(columns, c => Assert.NotEqual("", c.Properties["Source"].Value));
        Assert.Equal("decimal(12, 2)", columns[5].Properties["Type"].Value);
    }

    [Fact]
    public void Says_which_rows_bindings_stand_for()
    {
        PSObject binding = Assert.Single(_engine.Run("(Import-TdgSchema -Text 'schema S { table t { c: row of cities  name: text = c.name } }' | Get-TdgPlan).Bindings"));
        Assert.Equal("c: row of cities, one of 370 rows by population", binding.ToString());
    }

    [Fact]
    public void Says_how_each_check_is_met_and_warns_of_one_that_holds_rarely()
    {
        const string Schema = "'schema S { table t { x: string(9) regex(/[a-z]{2}/)\n check starts_with(x, \"q\") and right(x, 1) < \"g\"\n } }'.Replace('\\n', \"`n\")";
        Outcome outcome = _engine.Try($"(Import-TdgSchema -Text {Schema} | Get-TdgPlan -Count 50).Checks");
        PSObject check = Assert.Single(outcome.Output);
        Assert.Equal("TriedAgain", check.Properties["Way"].Value);
        Assert.InRange((double)check.Properties["Rate"].Value, 0, 0.02);
        Assert.StartsWith("tried again, holds in", (string)check.Properties["Met"].Value, StringComparison.Ordinal);
        Assert.Contains("TDG0631", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_what_decides_the_data()
    {
        PSObject table = _engine.Run("$s | Get-TdgPlan -Seed 7 -Locale de -Now 2020-02-03 -Partition '2/3'")[0];
        Assert.Equal(7L, table.Properties["Seed"].Value);
        Assert.Equal("de", table.Properties["Locale"].Value);
        Assert.Equal(new DateTime(2020, 2, 3), table.Properties["Now"].Value);
        Assert.Equal("2/3", table.Properties["Partition"].Value.ToString());
        Assert.Equal(100L, table.Properties["TotalRows"].Value);
        Assert.Equal(33L, table.Properties["FirstRow"].Value);
    }

    [Fact]
    public void Says_how_many_rows_a_slice_has()
    {
        PSObject orders = _engine.Run("$s | Get-TdgPlan -Only 'orders where id <= 7' -Partition '2/2' | Where-Object Table -EQ orders")[0];
        Assert.Equal((4L, 3L), (orders.Properties["Rows"].Value, orders.Properties["FirstRow"].Value));
        Assert.Equal(_engine.One<long>("($s | Get-TdgPlan -Table orders).Rows"), orders.Properties["TotalRows"].Value);
        // A row's bytes are an average, and so no whole number.
        long bytes = _engine.One<long>("($s | Get-TdgPlan -Table orders).EstimatedBytes") * 4 / (long)orders.Properties["TotalRows"].Value;
        Assert.InRange((long)orders.Properties["EstimatedBytes"].Value, bytes, bytes + 1);
    }

    [Fact]
    public void Plans_the_named_profile_and_records_its_name()
    {
        const string Text = "'schema S { table t { a: integer } } generate S { seed 5 t 3 } generate S as load_test { scale 10 }'";
        PSObject table = _engine.Run($"Import-TdgSchema -Text {Text} | Get-TdgPlan -Profile LOAD_TEST")[0];
        Assert.Equal(("load_test", 5L, 30L), (table.Properties["Profile"].Value, table.Properties["Seed"].Value, table.Properties["Rows"].Value));
        Assert.Null(_engine.Run($"Import-TdgSchema -Text {Text} | Get-TdgPlan")[0].Properties["Profile"].Value);

        ErrorRecord error = Assert.Single(_engine.Try($"Import-TdgSchema -Text {Text} | Get-TdgPlan -Profile load_tst").Errors);
        Assert.Contains("Did you mean `load_test`?", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_table_is_an_error_with_a_code()
    {
        ErrorRecord error = Assert.Single(_engine.Try("$s | Get-TdgPlan -Table nobody").Errors);
        Assert.Matches(@"^TDG\d{4},", error.FullyQualifiedErrorId);
        Assert.Contains("nobody", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("customers", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_unique_values_are_an_error_with_both_numbers()
    {
        ErrorRecord error = Assert.Single(_engine.Try("Import-TdgSchema -Text 'schema S { table t { code: string(2) unique pattern(\"##\") } }' | Get-TdgPlan -Count 1234").Errors);
        Assert.Contains("1,234", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("100", error.ToString(), StringComparison.Ordinal);
    }
}
