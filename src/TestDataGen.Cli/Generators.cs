using System.CommandLine;
using TestDataGen.Generation;

namespace TestDataGen.Cli;

/// <summary><c>--generators</c>: own generators from .NET assemblies.</summary>
internal static class Generators
{
    public static Option<string[]> Option() => new("--generators")
    {
        Description = "Assemblies with own generators, each by the name of its class: SkuGenerator is sku.",
        HelpName = "FILE.dll",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>All generators of the assemblies, by name.</summary>
    public static IReadOnlyDictionary<string, ITdgGenerator> Load(string[]? paths)
    {
        var generators = new Dictionary<string, ITdgGenerator>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in paths ?? [])
        {
            try
            {
                foreach ((string name, ITdgGenerator generator) in GeneratorAssembly.Load(path))
                {
                    if (Language.GeneratorNames.Refuse(name) is { } why)
                        throw new UsageException($"The generator {generator.GetType().FullName} can't be used: {why} Give the class another name.");
                    if (!generators.TryAdd(name, generator))
                        throw new UsageException($"There are two generators {name}: {generators[name].GetType().FullName} and {generator.GetType().FullName}.");
                }
            }
            catch (ArgumentException e)
            {
                throw new UsageException(e.Message);
            }
        }

        return generators;
    }
}
