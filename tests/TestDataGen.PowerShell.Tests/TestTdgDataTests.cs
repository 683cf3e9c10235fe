using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class TestTdgDataTests : IDisposable
{
    private const string Parents = "schema S { table p { id: bigint primary_key } table c { id: bigint primary_key  p_id: bigint references(p.id) } }";

    // What is wrong about the same rows by another schema: 20 ids up to 20.
    private const string Others = "schema S { table p { id: bigint primary_key min(3) } table q { id: bigint primary_key } }";

    private readonly Engine _engine = new();

    public TestTdgDataTests() => _engine.Run("Import-TdgSchema -Text $args[0] | Export-TdgSql s.db -Count 20", Parents);

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(Parents, "", true)]
    [InlineData(Parents, "-Count 20", true)]
    [InlineData(Parents, "-Count 21", false)]
    [InlineData(Parents, "-TableCount @{ c = 21 } -Count 20", false)]
    [InlineData(Parents, "-TableCount @{ c = 21 } -Count 20 -Table p", true)]
    [InlineData(Parents, "-RowCount", false)]
    [InlineData(Others, "", false)]
    [InlineData(Others, "-Table Q", false)]
    public void Quiet_says_yes_or_no(string schema, string parameters, bool expected) =>
        Assert.Equal(expected, _engine.One<bool>($"Import-TdgSchema -Text $args[0] | Test-TdgData s.db -Quiet {parameters}", schema));

    [Fact]
    public void A_constraint_is_an_object()
    {
        PSObject[] found = [.. _engine.Run("Import-TdgSchema -Text $args[0] | Test-TdgData s.db | Where-Object IsMet -EQ $false", Others)];
        Assert.Equal(["Values", "Table"], found.Select(f => f.Properties["Kind"].Value));
        Assert.Equal("id is at least 3", found[0].Properties["Constraint"].Value);
        Assert.Equal(2L, found[0].Properties["Violations"].Value);
        Assert.Equal(["1", "2"], (string[])found[0].Properties["Examples"].Value);
    }

    [Theory]
    [InlineData("none.db", "none.db")]
    [InlineData("s.db -Table r", "There is no table `r` in S.")]
    [InlineData("-ConnectionString 'Host=;;Pass=secret'", "It is not shown here")]
    [InlineData("-Server here", "Choose -Provider")]
    public void What_can_not_be_asked_is_said(string parameters, string expected)
    {
        ErrorRecord error = Assert.Single(_engine.Try($"Import-TdgSchema -Text $args[0] | Test-TdgData {parameters}", Parents).Errors);
        Assert.Contains(expected, $"{error} {error.ErrorDetails?.RecommendedAction}", StringComparison.Ordinal);
        Assert.DoesNotContain("secret", $"{error}", StringComparison.Ordinal);
        Assert.False(File.Exists(_engine.PathOf("none.db")));
    }
}
