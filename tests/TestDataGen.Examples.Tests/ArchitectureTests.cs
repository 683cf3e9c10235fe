using System.Reflection;

namespace TestDataGen.Examples.Tests;

/// <summary>Which room may know which: an arrow that is not here is a mistake in the layout.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("TestDataGen.Loader")]
    [InlineData("TestDataGen.Language")]
    [InlineData("TestDataGen.Generation", "TestDataGen.Language")]
    [InlineData("TestDataGen.Export", "TestDataGen.Language", "TestDataGen.Generation")]
    [InlineData("TestDataGen.PowerShell", "TestDataGen.Language", "TestDataGen.Generation", "TestDataGen.Export", "TestDataGen.Loader")]
    [InlineData("tdg", "TestDataGen.Language", "TestDataGen.Generation", "TestDataGen.Export")]
    public void A_room_knows_only_the_rooms_it_may(string room, params string[] allowed)
    {
        string project = room == "tdg" ? "TestDataGen.Cli" : room;
        string[] built = [.. Directory.EnumerateFiles(Path.Combine(Example.Root, "src", project, "bin"), room + ".dll", SearchOption.AllDirectories).Where(f => !f.Contains("/ref/", StringComparison.Ordinal))];
        Assert.NotEmpty(built);
        foreach (string path in built)
        {
            using var context = new MetadataLoadContext(new PathAssemblyResolver([.. Directory.EnumerateFiles(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "*.dll"), path]));
            string[] known = [.. context.LoadFromAssemblyPath(path).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("TestDataGen.", StringComparison.Ordinal) || n == "tdg")];
            Assert.Empty(known.Except(allowed));
        }
    }
}
