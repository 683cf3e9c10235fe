namespace TestDataGen.Language;

/// <summary>Binds the rows that a table gives by <c>rows</c>.</summary>
internal sealed class RowsBinder(TableScope scope, SchemaScope schema, DiagnosticBag diagnostics)
{
    private readonly List<IReadOnlyList<Literal>> _rows = [];

    private Table Table => scope.Table;

    /// <summary>Binds them, when the fields' own bounds are bound.</summary>
    public void Bind()
    {
        RowsSyntax[] all = [.. scope.Constraints.OfType<RowsSyntax>()];
        foreach (RowsSyntax second in all.Skip(1))
            diagnostics.Report(DiagnosticCatalog.Duplicate, second.Span with { Length = 4 }, $"`{Table.Name}` has `rows` already.", "Put them together.");
        if (all.Length == 0)
            return;
        foreach (RowSyntax row in all[0].Rows)
            BindRow(row, all[0].Rows[0].Values.Count);
        CheckKeys(all[0].Rows);
        Table.Rows = _rows;
    }

    private void BindRow(RowSyntax row, int count)
    {
        if (row.Values.Count != count || count > Table.Fields.Count)
        {
            if (!scope.IsIncomplete)
            {
                string wanted = count > Table.Fields.Count ? $"`{Table.Name}` has {Table.Fields.Count} field{(Table.Fields.Count == 1 ? "" : "s")}" : $"the rows before have {count}";
                diagnostics.Report(
                    DiagnosticCatalog.ArgumentCount, row.Span, $"This row has {row.Values.Count} value{(row.Values.Count == 1 ? "" : "s")}, but {wanted}.",
                    "Give each row a value for each of the first fields, in their order.");
            }

            return;
        }

        var values = new List<Literal>();
        for (int i = 0; i < count; i++)
        {
            if (scope.Work.Find(w => w.Field == Table.Fields[i]) is not { } work)
                return;
            if (new FieldBinder(work, scope, schema, FieldBinder.NoFormats, diagnostics).BindRowValue(row.Values[i]) is { } value)
                values.Add(value);
        }

        if (values.Count == count)
            _rows.Add(values);
    }

    private void CheckKeys(SyntaxList<RowSyntax> syntax)
    {
        if (_rows.Count < syntax.Count)
            return;
        foreach (UniqueKey key in Table.Keys.Where(k => k.Fields.All(f => f.Index < _rows.FirstOrDefault()?.Count)))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < _rows.Count; i++)
            {
                Literal[] values = [.. key.Fields.Select(f => _rows[i][f.Index])];
                if (values.All(v => v.Value is not null) && !seen.Add(string.Join('\0', values.Select(v => v.Value))))
                {
                    diagnostics.Report(
                        DiagnosticCatalog.Duplicate, syntax[i].Span, $"Another row has the same {string.Join(" and ", key.Fields.Select(f => $"`{f.Name}`"))}, which {(key.IsPrimary ? "is the primary key" : "is unique")}.",
                        "Give each row a key of its own.");
                }
            }
        }
    }

    /// <summary>Checks that what the rows refer to is there, when the rows of all tables are bound.</summary>
    public void CheckReferences()
    {
        foreach (Reference reference in Table.References.Where(r => r is { IsBinding: false, IsFromDatabase: false } && HasValues(r)))
        {
            foreach (IReadOnlyList<Literal> row in Table.Rows)
            {
                if (reference.Fields.Any(f => row[f.Index].Value is null) || FindParent(reference, row) >= 0)
                    continue;
                diagnostics.Report(
                    DiagnosticCatalog.NoSuchRow, row[reference.Fields[0].Index].Span,
                    $"No row that `rows` gives in `{reference.Parent.Name}` has this {string.Join(" and ", reference.Targets.Select(t => $"`{t.Name}`"))}.");
            }
        }

        bool HasValues(Reference r) => Table.Rows.Count > 0 && r.Fields.Any(f => f.Index < Table.Rows[0].Count);
    }

    /// <summary>The place of the row that a given row refers to among those that its parent gives; -1: none.</summary>
    public static int FindParent(Reference reference, IReadOnlyList<Literal> row)
    {
        IReadOnlyList<IReadOnlyList<Literal>> parents = reference.Parent.Rows;
        for (int i = 0; i < parents.Count; i++)
        {
            bool isSame = reference.Fields.Zip(reference.Targets).All(p =>
                p.First.Index < row.Count && p.Second.Index < parents[i].Count && Equals(row[p.First.Index].Value, parents[i][p.Second.Index].Value));
            if (isSame)
                return i;
        }

        return -1;
    }
}
