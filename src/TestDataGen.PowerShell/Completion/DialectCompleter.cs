using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TestDataGen.Export;

namespace TestDataGen.Completion;

/// <summary>Offers the dialects of SQL scripts.</summary>
public sealed class DialectCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        return Completions.Of(SqlDialects.All.Select(d => (d.Name, d.Name)), wordToComplete);
    }
}
