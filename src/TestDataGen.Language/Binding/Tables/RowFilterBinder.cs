namespace TestDataGen.Language;

/// <summary>Binds a condition on the rows of a table of a schema that is bound already.</summary>
internal sealed class RowFilterBinder(Schema schema, DiagnosticBag diagnostics)
{
    public RowFilter? Bind(RowFilterSyntax syntax)
    {
        SchemaScope names = NamesOf();
        if (names.FindTable(syntax.Table.ToString()) is not { } table)
        {
            string hint = names.SuggestTable(syntax.Table.ToString(), [], diagnostics) ?? $"It has: {string.Join(", ", schema.Tables.Select(t => t.Name))}.";
            diagnostics.Report(DiagnosticCatalog.UnknownTable, syntax.Table.Span, $"`{schema.Name}` has no table `{syntax.Table}`.", hint);
            return null;
        }

        if (syntax.Condition is null)
            return new RowFilter(table.Table, null);
        if (FindLookup(syntax.Condition) is { } lookup)
        {
            diagnostics.Report(DiagnosticCatalog.NotHere, lookup.Span, "`lookup` can't stand in a condition that chooses rows.", "Look the value up in a field of the table, and name the field.");
            return null;
        }

        var work = new FieldWork(new Field(table.Table, -1, "", DataTypes.Boolean, syntax.Span), null!, []);
        if (new ExpressionBinder(work, table, names, diagnostics).BindCondition(syntax.Condition, "What stands behind `where`") is not { } condition)
            return null;
        if (ExpressionTree.FindDraw(condition) is { } draw)
            diagnostics.Report(DiagnosticCatalog.NotHere, draw.Span, "What is random can't choose rows.", "Compare with a constant or a field.");
        return new RowFilter(table.Table, condition);
    }

    private SchemaScope NamesOf()
    {
        var names = new SchemaScope(schema, new DataSetBinder(null, "", diagnostics)) { Lost = new LostNames() };
        foreach (Table table in schema.Tables)
            names.Add(ScopeOf(table, names));
        return names;
    }

    private static TableScope ScopeOf(Table table, SchemaScope names)
    {
        TableScope scope = TableScope.Of(table);
        foreach (Reference reference in table.References)
        {
            if (reference.Whole is not null)
                names.AddParts(ScopeOf(reference.Parent, names));
            // What has no name is a `lookup`; an array's elements have no one row to be read from.
            if (reference is { IsBinding: false } or { Alias: not null } && reference.Whole?.Source is not PartsSource { IsArray: true })
                scope.AddParent(reference);
        }

        return scope;
    }

    private static CallSyntax? FindLookup(SyntaxNode node) =>
        node is CallSyntax { Name: { Text: "lookup", IsQuoted: false } } call ? call : node.Children.Select(FindLookup).FirstOrDefault(f => f is not null);
}
