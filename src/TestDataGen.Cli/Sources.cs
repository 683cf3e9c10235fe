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

    /// <summary>The schema that is meant: the one of a name, or the only one.</summary>
    public static Schema Choose(IReadOnlyList<Schema> schemas, string? name, string file)
    {
        if (schemas.Count == 0)
            throw new UsageException($"{file} has no schema: it holds what other files import.");
        string names = string.Join(", ", schemas.Select(s => s.Name));
        if (name is null)
            return schemas.Count == 1 ? schemas[0] : throw new UsageException($"{file} has {schemas.Count} schemas: {names}. Choose one by --schema.");
        return schemas.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw new UsageException($"{file} has no schema {name}. It has: {names}.");
    }
}
