using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Examples.Tests;

/// <summary>A folder under <c>examples/</c>: a schema and the queries that find what would be wrong in its data.</summary>
internal static class Example
{
    public static string Root { get; } = FindRoot();

    /// <summary>The names of all examples that are a schema alone; the one of own generators is tested with them.</summary>
    public static TheoryData<string> All => [.. Names];

    /// <summary>The same as a list.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "examples")).Where(d => File.Exists(Path.Combine(d, "checks.sql"))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public static Schema Schema(string name)
    {
        ReadResult result = SchemaReader.ReadFile(Path.Combine(Root, "examples", name, name + ".tdg"), FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        Assert.Empty(result.Diagnostics);
        return Assert.Single(result.Schemas);
    }

    /// <summary>The statements of <c>checks.sql</c>.</summary>
    public static IReadOnlyList<string> Checks(string name)
    {
        IEnumerable<string> lines = File.ReadLines(Path.Combine(Root, "examples", name, "checks.sql")).Where(l => !l.StartsWith("--", StringComparison.Ordinal));
        return [.. string.Join('\n', lines).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TestDataGen.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The checkout is not to be found above the test's folder.");
    }
}
