using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TestDataGen.Generators;

namespace TestDataGen.Completion;

/// <summary>Offers the generators that the session has registered.</summary>
public sealed class GeneratorCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        return Completions.Of(GeneratorRegistry.OfSession().All.Select(g => (g.Name, $"{g.Kind}: {g.Definition.Trim()}")), wordToComplete);
    }
}
