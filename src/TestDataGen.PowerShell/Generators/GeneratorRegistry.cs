using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using TestDataGen.Generation;

namespace TestDataGen.Generators;

/// <summary>The generators that a session has registered.</summary>
internal sealed class GeneratorRegistry
{
    // The assembly is loaded once in a process, where each runspace is a session of its own.
    private static readonly ConditionalWeakTable<Runspace, GeneratorRegistry> OfRunspaces = [];
    private readonly SortedDictionary<string, Generator> _generators = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>That of the runspace that the calling thread works for.</summary>
    public static GeneratorRegistry OfSession() => OfRunspaces.GetOrCreateValue(Runspace.DefaultRunspace);

    public IReadOnlyCollection<string> Names => _generators.Keys;

    public IReadOnlyCollection<Generator> All => _generators.Values;

    public bool Has(string name) => _generators.ContainsKey(name);

    public void Set(Generator generator) => _generators[generator.Name] = generator;

    public void Remove(string name) => _generators.Remove(name);

    /// <summary>All of them for one run; its scripts run in the run's own runspaces.</summary>
    public IReadOnlyDictionary<string, ITdgGenerator> ForRun(ScriptPool scripts) =>
        _generators.Values.ToDictionary(g => g.Name, g => g.ForRun(scripts), StringComparer.OrdinalIgnoreCase);
}
