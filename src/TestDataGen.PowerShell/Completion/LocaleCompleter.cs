using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TestDataGen.Generation;

namespace TestDataGen.Completion;

/// <summary>Offers the locales that the formats speak.</summary>
public sealed class LocaleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        return Completions.Of(FormatCatalog.Locales.Select(l => (l, l)), wordToComplete);
    }
}
