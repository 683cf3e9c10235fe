using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class GetTdgGeneratorTests : IDisposable
{
    private readonly Engine _engine = new();

    public GetTdgGeneratorTests() => _engine.Run("Register-TdgGenerator Dice { $Random.Next(6) }; Register-TdgGenerator coin { 'heads' } -Unique; Register-TdgGenerator cone { 1 }");

    public void Dispose() => _engine.Dispose();

    private string[] Names(string script) => [.. _engine.Run(script).Select(n => n.ToString())];

    [Fact]
    public void Gives_what_is_registered_by_name()
    {
        PSObject[] all = [.. _engine.Run("Get-TdgGenerator")];
        Assert.Equal(["coin", "cone", "Dice"], all.Select(g => g.Properties["Name"].Value));
        Assert.Equal(["script", "script", "script"], all.Select(g => g.Properties["Kind"].Value));
        Assert.Equal([true, false, false], all.Select(g => g.Properties["Unique"].Value));
        Assert.Contains("$Random.Next(6)", (string)all[2].Properties["Definition"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_may_be_patterns() => Assert.Equal(["coin", "cone", "Dice"], Names("(Get-TdgGenerator co*, dice).Name"));

    [Fact]
    public void Nothing_like_a_pattern_is_no_error() => Assert.Empty(_engine.Run("Get-TdgGenerator x*"));

    [Theory]
    [InlineData("Get-TdgGenerator nobody")]
    [InlineData("Unregister-TdgGenerator nobody")]
    public void Unknown_names_are_errors(string script) =>
        Assert.StartsWith("UnknownGenerator,", Assert.Single(_engine.Try(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("Unregister-TdgGenerator coin", "cone Dice")]
    [InlineData("Unregister-TdgGenerator c*", "Dice")]
    [InlineData("Get-TdgGenerator c* | Unregister-TdgGenerator", "Dice")]
    [InlineData("Get-TdgGenerator | Unregister-TdgGenerator", "")]
    public void Unregister_takes_them_away(string script, string left) =>
        Assert.Equal(left, string.Join(' ', Names($"{script}; Get-TdgGenerator | ForEach-Object Name")));

    [Fact]
    public void Names_are_completed() => Assert.Equal(["coin", "cone"], _engine.Complete("Unregister-TdgGenerator co"));
}
