using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class IsolationTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Works_beside_old_versions_of_its_dependencies()
    {
        // These are what a plain import would get.
        foreach (string name in ForeignVersions.Names)
            Assert.Equal(new Version(1, 0, 0, 0), AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name)).GetName().Version);

        string shop = _engine.Schema("shop.tdg");
        _engine.Run("Import-TdgSchema $args[0] | Export-TdgSql", shop);
        Assert.Equal(["100"], Sqlite.Query(_engine.PathOf("Shop.db"), "select count(*) from customers"));
    }

    [Fact]
    public void Takes_native_libraries_from_its_own_folder()
    {
        _engine.Run("Import-TdgSchema $args[0] | Export-TdgSql", _engine.Schema("shop.tdg"));
        string natives = Path.Combine(Repository.ModuleFolder, "bin", "runtimes");
        using var process = Process.GetCurrentProcess();
        Assert.Contains(
            process.Modules.Cast<ProcessModule>().Select(m => m.FileName),
            file => file.StartsWith(natives, StringComparison.OrdinalIgnoreCase) && Path.GetFileName(file).Contains("e_sqlite3", StringComparison.Ordinal));
    }

    [Fact]
    public void No_assembly_of_ours_but_the_loader_is_in_the_default_context()
    {
        _engine.Run("Import-TdgSchema $args[0] | Export-TdgSql", _engine.Schema("shop.tdg"));
        IEnumerable<string?> ours = AssemblyLoadContext.Default.Assemblies
            .Where(a => !a.IsDynamic && a.Location.StartsWith(Repository.ModuleFolder, StringComparison.OrdinalIgnoreCase))
            .Select(a => a.GetName().Name);
        Assert.Equal(["TestDataGen.Loader"], ours);
    }

    [Fact]
    public void Scripts_can_name_the_types_they_meet()
    {
        Assert.True(_engine.One<bool>("(Import-TdgSchema $args[0]) -is [TestDataGen.Schema]", _engine.Schema("shop.tdg")));
        Assert.True(_engine.One<bool>("(Import-TdgSchema $args[0] | New-TdgData -Table customers)[0] -is [TestDataGen.Row]", _engine.PathOf("shop.tdg")));
    }
}
