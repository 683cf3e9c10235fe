using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class ModuleImportTests : IDisposable
{
    private static readonly string[] Cmdlets =
        ["Export-TdgCsv", "Export-TdgJson", "Export-TdgSchema", "Export-TdgSql", "Format-TdgSchema", "Get-TdgConnection", "Get-TdgFormat", "Get-TdgGenerator", "Get-TdgPlan", "Import-TdgSchema", "New-TdgData", "Register-TdgGenerator", "Remove-TdgConnection", "Set-TdgConnection", "Test-TdgData", "Test-TdgSchema", "Unregister-TdgGenerator"];

    private readonly Engine _engine = new(withModule: false);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Import_brings_every_cmdlet_of_the_manifest()
    {
        Import();
        Assert.Equal(Cmdlets, Commands());
    }

    [Fact]
    public void Removed_module_takes_its_cmdlets_along()
    {
        Import();
        _engine.Run("Remove-Module TestDataGen");
        Assert.Empty(Commands());
        Outcome outcome = _engine.Try("Import-TdgSchema -Text 'schema S { table t { id: bigint } }'");
        Assert.Equal("CommandNotFoundException", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("Remove-Module TestDataGen; Import-Module $args[0]")]
    [InlineData("Import-Module $args[0]")]
    [InlineData("Import-Module $args[0] -Force")]
    [InlineData("Import-Module $args[0] -Force; Import-Module $args[0] -Force")]
    public void Imported_again_it_has_every_cmdlet_once(string again)
    {
        Import();
        _engine.Run(again, Repository.Module);
        Assert.Equal(Cmdlets, Commands());
        Assert.Equal("S", _engine.One<string>("(Import-TdgSchema -Text 'schema S { table t { id: bigint } }').Name"));
    }

    [Fact]
    public void Two_runspaces_share_one_load_context()
    {
        Import();
        using var second = new Engine();
        Type first = _engine.One<Type>("[TestDataGen.Row]");
        Assert.Same(first, second.One<Type>("[TestDataGen.Row]"));
    }

    [Fact]
    public void Manifest_is_valid_and_bears_the_version_of_the_assemblies()
    {
        var version = _engine.One<Version>("(Test-ModuleManifest $args[0]).Version", Repository.Module);
        Import();
        var assembly = _engine.One<Version>("[TestDataGen.Row].Assembly.GetName().Version");
        Assert.Equal(version, new Version(assembly.Major, assembly.Minor, assembly.Build));
    }

    private void Import() => _engine.Run("Import-Module $args[0]", Repository.Module);

    private IEnumerable<string> Commands() => _engine.Run("Get-Command -Module TestDataGen").Select(c => ((CommandInfo)c.BaseObject).Name).Order(StringComparer.Ordinal);
}
