using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly Engine _engine = new();

    public CompletionTests()
    {
        _engine.Schema("shop.tdg");
        _engine.Run("$shop = Import-TdgSchema ./shop.tdg; $both = $shop, (Import-TdgSchema -Text 'schema S { table `my own` { id: bigint } } generate S as load_test { }')");
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("New-TdgData $shop -Table ")]
    [InlineData("$shop | New-TdgData -Table ")]
    [InlineData("Import-TdgSchema ./shop.tdg | New-TdgData -Table ")]
    [InlineData("Import-TdgSchema -Path shop.tdg | Export-TdgCsv ./out -Table ")]
    [InlineData("$shop | Get-TdgPlan -Table ")]
    [InlineData("$shop | New-TdgData -Only ")]
    public void Offers_the_tables_of_the_schema(string line) =>
        Assert.Equal(["customers", "products", "orders", "order_items"], _engine.Complete(line));

    [Theory]
    [InlineData("$shop | New-TdgData -Table o", "orders,order_items")]
    [InlineData("$both | New-TdgData -Table my", "'my own'")]
    [InlineData("$shop | New-TdgData -Table 'cu", "'customers'")]
    [InlineData("$shop | Export-TdgSql -Path x.sql -Dialect p", "postgres")]
    [InlineData("Get-TdgFormat first_name_f", "first_name_female")]
    [InlineData("$shop | New-TdgData -Locale pt_B", "pt_BR")]
    [InlineData("$both | New-TdgData -Profile ", "load_test")]
    public void Offers_what_goes_on_from_what_was_typed(string line, string expected) => Assert.Equal(expected.Split(','), _engine.Complete(line));

    [Theory]
    [InlineData("Import-TdgSchema (throw 'run') | New-TdgData -Table ")]
    [InlineData("Import-TdgSchema ./none.tdg | New-TdgData -Table ")]
    [InlineData("$nothing | New-TdgData -Table ")]
    [InlineData("Get-Something | New-TdgData -Table ")]
    public void Offers_no_table_where_only_running_could_tell(string line) => Assert.DoesNotContain("customers", _engine.Complete(line));
}
