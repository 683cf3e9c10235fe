using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class ModuleLayoutTests
{
    private static readonly string Bin = Path.Combine(Repository.ModuleFolder, "bin");

    /// <summary>Who may know whom: the table in docs/architecture.md.</summary>
    public static TheoryData<string, string[]> Rooms => new()
    {
        { "TestDataGen.Loader", [] },
        { "TestDataGen.Language", [] },
        { "TestDataGen.Generation", ["TestDataGen.Language"] },
        { "TestDataGen.Export", ["TestDataGen.Generation", "TestDataGen.Language"] },
        { "TestDataGen.PowerShell", ["TestDataGen.Export", "TestDataGen.Generation", "TestDataGen.Language"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_knows_only_the_rooms_it_may(string assembly, string[] allowed)
    {
        string file = assembly + ".dll";
        string path = File.Exists(Path.Combine(Bin, file)) ? Path.Combine(Bin, file) : Path.Combine(Repository.ModuleFolder, file);
        using var image = new PEReader(File.OpenRead(path));
        MetadataReader reader = image.GetMetadataReader();
        string[] known = [.. reader.AssemblyReferences
            .Select(r => reader.GetString(reader.GetAssemblyReference(r).Name))
            .Where(n => n.StartsWith("TestDataGen", StringComparison.Ordinal))];
        Assert.Empty(known.Except(allowed));
    }

    [Fact]
    public void Engine_is_left_to_the_host() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(Repository.ModuleFolder, "*.dll", SearchOption.AllDirectories), f => Path.GetFileName(f) == "System.Management.Automation.dll");

    [Fact]
    public void Native_sqlite_is_there_for_each_platform_that_is_kept_and_no_other()
    {
        string[] platforms = [.. Directory.EnumerateFiles(Path.Combine(Bin, "runtimes"), "*e_sqlite3*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Path.Combine(Bin, "runtimes"), f).Split(Path.DirectorySeparatorChar)[0])
            .Order(StringComparer.Ordinal)];
        Assert.Equal(["linux-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"], platforms);
    }

    [Theory]
    [InlineData("win")]
    [InlineData("unix")]
    public void The_driver_of_SQL_Server_is_there_for_the_platform_and_not_the_stub_alone(string platform) =>
        Assert.True(File.Exists(Path.Combine(Bin, "runtimes", platform, "lib", "net8.0", "Microsoft.Data.SqlClient.dll")));

    [Fact]
    public void Dependencies_are_told_to_the_load_context() => Assert.True(File.Exists(Path.Combine(Bin, "TestDataGen.PowerShell.deps.json")));

    [Fact]
    public void Root_holds_what_the_engine_looks_for_there()
    {
        IEnumerable<string?> files = Directory.EnumerateFiles(Repository.ModuleFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["TestDataGen.Format.ps1xml", "TestDataGen.Loader.dll", "TestDataGen.Types.ps1xml", "TestDataGen.psd1", "TestDataGen.psm1"], files);
    }
}
