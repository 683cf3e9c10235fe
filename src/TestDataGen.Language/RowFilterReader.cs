namespace TestDataGen.Language;

/// <summary>Reads what chooses some rows of a table: <c>TABLE [where CONDITION]</c>, the condition as in the language, with the names that the table's own expressions have.</summary>
public static class RowFilterReader
{
    /// <summary>Parses and binds a text.</summary>
    /// <param name="schema">The schema whose table it names.</param>
    /// <param name="source">The text.</param>
    /// <param name="diagnostics">What is wrong with it, in its order.</param>
    /// <returns>The filter; null where something is wrong.</returns>
    public static RowFilter? Read(Schema schema, SourceText source, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(source);
        var bag = new DiagnosticBag(source);
        RowFilterSyntax? syntax = SchemaParser.ParseFilter(source, bag);
        RowFilter? filter = syntax is null ? null : new RowFilterBinder(schema, bag).Bind(syntax);
        diagnostics = bag.ToList();
        return bag.HasErrors ? null : filter;
    }
}
