namespace TestDataGen.Language;

/// <summary>Gathers the primary and unique keys of a table, of one field and of several.</summary>
internal sealed class KeyBinder(TableScope scope, DiagnosticBag diagnostics)
{
    private readonly List<UniqueKey> _keys = [];

    /// <summary>Gathers them, after the fields' own modifiers are bound.</summary>
    public void Bind()
    {
        foreach (Field field in scope.Table.Fields.Where(f => f.IsUnique))
            Add(new UniqueKey([field], field.IsPrimaryKey, field.Span));
        foreach (KeySyntax syntax in scope.Constraints.OfType<KeySyntax>())
            BindOfTable(syntax);
        scope.Table.Keys = _keys;
    }

    private void BindOfTable(KeySyntax syntax)
    {
        var fields = new List<Field>();
        foreach (NameSyntax name in syntax.Fields)
        {
            if (scope.FindOwn(name, diagnostics) is not { } field)
                continue;
            if (fields.Contains(field))
                diagnostics.Report(DiagnosticCatalog.Duplicate, name.Span, $"`{field.Name}` is in this key already.", "Name each field of a key once.");
            else
                fields.Add(field);
        }

        if (fields.Count < syntax.Fields.Count)
            return;
        foreach (Field field in fields)
            CheckField(field, syntax);
        if (fields.Count == 1)
        {
            fields[0].IsUnique = true;
            fields[0].IsPrimaryKey |= syntax.IsPrimary;
        }

        Add(new UniqueKey(fields, syntax.IsPrimary, syntax.Span));
    }

    private void CheckField(Field field, KeySyntax key)
    {
        if (key.IsPrimary && field.IsNullable)
            diagnostics.Report(DiagnosticCatalog.Contradiction, key.Span, $"`{field.Name}` is in the primary key, but it may be null.", "Take `nullable` away.");
        if (field.Type.Kind is TypeKind.Json || (key.IsPrimary && field.Type.Kind is TypeKind.Binary))
            diagnostics.Report(DiagnosticCatalog.NotForType, key.Span, $"`{field.Name}` is {DataTypes.Show(field.Type)}, which can't be in a key.", "Take a number, a text, a date or a uuid.");
    }

    private void Add(UniqueKey key)
    {
        if (key.IsPrimary && _keys.Find(k => k.IsPrimary) is { } first)
        {
            diagnostics.Report(
                DiagnosticCatalog.TwoPrimaryKeys, key.Span, $"`{scope.Table.Name}` has the primary key `{string.Join(", ", first.Fields.Select(f => f.Name))}` already.",
                "Keep one and make the other `unique`; a key over several fields is written primary_key(a, b) in the table.");
        }
        else if (_keys.Exists(k => k.Fields.Count == key.Fields.Count && k.Fields.All(key.Fields.Contains)))
            diagnostics.Report(DiagnosticCatalog.Duplicate, key.Span, $"`{scope.Table.Name}` has this key already.", "Keep one of them.");
        else
            _keys.Add(key);
    }
}
