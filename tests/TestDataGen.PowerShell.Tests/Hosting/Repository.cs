using System.Reflection;

namespace TestDataGen.Tests.Hosting;

/// <summary>Places in the repository, as the build knows them.</summary>
internal static class Repository
{
    public static string Module { get; } = Of("ModulePath");

    public static string ModuleFolder { get; } = Path.GetDirectoryName(Module)!;

    public static string Root { get; } = Of("RepositoryRoot");

    /// <summary>The assembly of <c>examples/generators</c>.</summary>
    public static string ExampleGenerators { get; } = Of("ExampleGenerators");

    /// <summary>One of the tests' schemas.</summary>
    public static string Schema(string name) => Path.Combine(AppContext.BaseDirectory, "Schemas", name);

    private static string Of(string key) => Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);
}
