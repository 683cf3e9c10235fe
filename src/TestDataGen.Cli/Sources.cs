using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary>Reads .tdg files.</summary>
internal static class Sources
{
    /// <summary>The schemas of a file; warnings go to the error stream.</summary>
    /// <exception cref="SchemaException">The file has errors.</exception>
    public static IReadOnlyList<Schema> Read(string path, IReadOnlyCollection<string> generators, bool flatten)
    {
        ReadResult result = SchemaReader.ReadFile(path, FormatCatalog.Signatures, generators, DataSetReader.Instance, flatten);
        if (result.HasErrors)
            throw new SchemaException(result.Diagnostics);
        foreach (Diagnostic warning in result.Diagnostics)
            Console.Error.WriteLine(warning.ToDisplayString());
        return result.Schemas;
    }
}
