using TestDataGen.Generation;
using TestDataGen.Generators;

namespace TestDataGen;

/// <summary>A generator that the session has registered for schemas to use by name.</summary>
public sealed class Generator
{
    private readonly Func<ScriptPool, ITdgGenerator> _forRun;

    internal Generator(string name, string script, bool isUnique)
    {
        (Name, Kind, Unique, Definition) = (name, "script", isUnique, script);
        _forRun = pool => new ScriptGenerator(script, isUnique, pool);
    }

    internal Generator(string name, ITdgGenerator generator)
    {
        (Name, Kind, Unique, Definition) = (name, ".NET", generator.IsUnique, generator.GetType().FullName!);
        _forRun = _ => generator;
    }

    /// <summary>As a schema names it.</summary>
    public string Name { get; }

    /// <summary>script or .NET.</summary>
    public string Kind { get; }

    /// <summary>Whether it says that different rows always get different values.</summary>
    public bool Unique { get; }

    /// <summary>The script's text, or the name of the type.</summary>
    public string Definition { get; }

    internal ITdgGenerator ForRun(ScriptPool scripts) => _forRun(scripts);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
