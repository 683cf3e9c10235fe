using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TestDataGen.Export;

namespace TestDataGen.Completion;

/// <summary>Offers the connections that the user has saved.</summary>
public sealed class ConnectionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        try
        {
            return Completions.Of(SavedConnections.OfUser().All().Select(c => (c.Name, c.Place)), wordToComplete);
        }
        catch (ExportException)
        {
            // A damaged file; completion is no place to complain.
            return [];
        }
    }
}
