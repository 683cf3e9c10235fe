using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TestDataGen.Generation;

namespace TestDataGen.Completion;

/// <summary>Offers the names of formats.</summary>
public sealed class FormatCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        return Completions.Of(FormatCatalog.All.Select(f => (f.Name, f.Summary)), wordToComplete);
    }
}
