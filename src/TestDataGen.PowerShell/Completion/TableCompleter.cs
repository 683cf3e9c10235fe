using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TestDataGen.Completion;

/// <summary>Offers the tables of the schema that the command will get, where it can be known before it runs.</summary>
public sealed class TableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(wordToComplete);
        IEnumerable<Schema> schemas = SchemaOnTheLine.Find(commandAst, fakeBoundParameters);
        return Completions.Of(schemas.SelectMany(s => s.Tables).Select(t => (t.Name, $"{t.Fields.Count} fields")).Distinct(), wordToComplete);
    }
}
