using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Generators;

namespace TestDataGen.Commands;

/// <summary><c>Unregister-TdgGenerator</c>: takes registered generators away.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "TdgGenerator")]
public sealed class UnregisterTdgGeneratorCommand : TdgCommand
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GeneratorCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        GeneratorRegistry registry = GeneratorRegistry.OfSession();
        foreach (Generator generator in GetTdgGeneratorCommand.Matching(registry, Name, WriteError))
            registry.Remove(generator.Name);
    }
}
