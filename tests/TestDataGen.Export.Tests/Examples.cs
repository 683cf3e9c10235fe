using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>The schemas of <c>examples/</c>, but the one that needs generators of its own.</summary>
internal static class Examples
{
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Path.Combine(FindRoot(), "examples"), "*.tdg", SearchOption.AllDirectories)
        .Where(f => Path.GetFileNameWithoutExtension(f) == Path.GetFileName(Path.GetDirectoryName(f)) && !f.Contains("generators", StringComparison.Ordinal))
        .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static Schema Read(string name)
    {
        ReadResult read = SchemaReader.ReadFile(Path.Combine(FindRoot(), "examples", name, name + ".tdg"), FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        Assert.Empty(read.Diagnostics);
        return Assert.Single(read.Schemas);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TestDataGen.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The checkout is not to be found above the test's folder.");
    }
}
