using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TestDataGen.Completion;

/// <summary>Offers the named profiles of the schema that the command will get, where it can be known before it runs.</summary>
public sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        IEnumerable<Schema> schemas = SchemaOnTheLine.Find(commandAst, fakeBoundParameters);
        return Completions.Of(schemas.SelectMany(s => s.Profiles).Distinct(StringComparer.OrdinalIgnoreCase).Select(p => (p, p)), wordToComplete);
    }
}
