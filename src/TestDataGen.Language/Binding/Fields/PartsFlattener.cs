namespace TestDataGen.Language;

/// <summary>Makes columns of the parts of a table's fields of composite types: <c>home_street</c> in place of <c>home</c>. Arrays stay what they are.</summary>
internal sealed class PartsFlattener(TableScope scope, DiagnosticBag diagnostics)
{
    private readonly List<Field> _fields = [];

    /// <summary>Flattens a table, when its fields' keys and nulls are bound and nothing else is.</summary>
    public void Flatten()
    {
        if (!scope.Table.Fields.Any(IsFlattened))
            return;
        foreach (Field whole in scope.Table.Fields.Where(IsFlattened))
            scope.Remove(whole);
        foreach (Field field in scope.Table.Fields)
        {
            if (IsFlattened(field))
                Add(field, field.Name, [], field.IsNullable, field.Span);
            else
                Add(field);
        }

        scope.Table.Fields = _fields;
    }

    private static bool IsFlattened(Field field) => field.Source is PartsSource { IsArray: false };

    private void Add(Field whole, string name, IReadOnlyList<Reference> way, bool isNullable, TextSpan span)
    {
        Reference step = ((PartsSource)whole.Source).Way;
        Reference[] path = [.. way, step];
        foreach (Field part in step.Parent.Fields)
        {
            string partName = $"{name}_{part.Name}";
            bool mayBeNull = isNullable || part.IsNullable;
            if (IsFlattened(part))
            {
                Add(part, partName, path, mayBeNull, span);
                continue;
            }

            var column = new Field(scope.Table, _fields.Count, partName, part.Type, span)
            {
                IsNullable = mayBeNull,
                MaxLength = part.Type is { Kind: TypeKind.String, Length: > 0 } ? part.Type.Length : int.MaxValue,
                Source = new ExpressionSource(new FieldAccess(path, part, mayBeNull, span)),
            };
            if (!scope.TryAdd(column))
                diagnostics.Report(DiagnosticCatalog.Duplicate, span, $"Flattened, `{scope.Table.Name}` has two fields `{partName}`.", "Give one of them another name.");
            Add(column);
        }
    }

    private void Add(Field field)
    {
        field.Index = _fields.Count;
        _fields.Add(field);
    }
}
