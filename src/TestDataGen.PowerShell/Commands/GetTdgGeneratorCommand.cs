using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Generators;

namespace TestDataGen.Commands;

/// <summary><c>Get-TdgGenerator</c>: the generators that the session has registered.</summary>
[Cmdlet(VerbsCommon.Get, "TdgGenerator")]
[OutputType(typeof(Generator))]
public sealed class GetTdgGeneratorCommand : TdgCommand
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GeneratorCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(Matching(GeneratorRegistry.OfSession(), Name, WriteError), enumerateCollection: true);

    /// <summary>The generators of some names; a name without wildcards that there is not is an error.</summary>
    internal static IReadOnlyList<Generator> Matching(GeneratorRegistry registry, IEnumerable<string> names, Action<ErrorRecord> writeError)
    {
        var found = new List<Generator>();
        foreach (string name in names)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            Generator[] matching = [.. registry.All.Where(g => pattern.IsMatch(g.Name))];
            found.AddRange(matching);
            if (matching.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                writeError(Failure.Of(
                    new PSArgumentException($"There is no generator '{name}'."), "UnknownGenerator", ErrorCategory.ObjectNotFound, name, "Get-TdgGenerator without a name lists all."));
            }
        }

        return found;
    }
}
