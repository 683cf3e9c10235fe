namespace TestDataGen.Language;

/// <summary>
/// Declares the parts of fields of composite types and of arrays: each such field has a table of its own behind it that no schema lists, whose rows go with the
/// rows of the field's table, and from which its JSON is made.
/// </summary>
internal sealed class PartsBinder(DiagnosticBag diagnostics)
{
    /// <summary>The most elements that an array may have.</summary>
    public const int MaxElements = 1000;

    // Types by types by types: a small file could ask for more fields than fit in memory.
    private const int MaxFields = 100_000;

    private readonly List<CompositeTypeSyntax> _way = [];
    private int _fields;

    /// <summary>Declares a field's parts.</summary>
    /// <param name="field">The field, of type json.</param>
    /// <param name="column">What the text says of it.</param>
    /// <param name="type">Its type, or its elements'.</param>
    /// <param name="scope">Its table.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="declareMember">Declares a member of a composite type in the table of the parts.</param>
    /// <returns>The parts; null where there are too many of them, or where a type has itself as a part.</returns>
    public TableScope? Declare(
        Field field, ColumnSyntax column, ResolvedType type, TableScope scope, SchemaScope schema, Action<MemberSyntax, TableScope, List<Field>> declareMember)
    {
        (int Min, int Max)? elements = column.Type.Elements.Count == 0 ? null : ReadElements(column.Type);
        int count = type.Composite?.Members.Count ?? 1;
        _fields += count;
        if (_fields > MaxFields)
        {
            diagnostics.Report(DiagnosticCatalog.TooManyFields, column.Type.Span, $"With this one, composite types bring more than {Shown.Count(MaxFields)} fields.", "Use fewer of them, or smaller ones.");
            return null;
        }

        var table = new Table(schema.Parts, $"{scope.Table.Name}.{field.Name}", field.Span) { Owner = scope.Table, RowsOfOwner = elements?.Max ?? 1 };
        var parts = new TableScope(table);
        var fields = new List<Field>();
        if (type.Composite is { } composite)
        {
            // The circle is told where the type is declared.
            if (_way.Contains(composite) || _way.Count == NestingLimit.MaxBrackets)
                return null;
            _way.Add(composite);
            foreach (MemberSyntax member in composite.Members.Where(m => m is FieldSyntax or BadMemberSyntax))
                declareMember(member, parts, fields);
            _way.RemoveAt(_way.Count - 1);
        }
        else
        {
            var element = new Field(table, 0, "element", type.Type, field.Span);
            parts.TryAdd(element);
            fields.Add(element);
            ModifierSyntax[] own = [.. column.Modifiers.Where(m => !IsOfWhole(m))];
            parts.Work.Add(new FieldWork(
                element, column with { Modifiers = own.Length == 0 ? SyntaxList<ModifierSyntax>.Empty : new(own) },
                [.. type.Modifiers.Select(m => new AppliedModifier(m, IsFromAlias: true)), .. own.Select(m => new AppliedModifier(m, IsFromAlias: false))]));
        }

        table.Fields = fields;
        schema.AddParts(parts);
        Reference way = scope.AddBinding(field.Name, table, field.Span);
        way.Whole = field;
        field.Source = new PartsSource(way, elements?.Min ?? 1, elements?.Max ?? 1, elements is not null, type.Composite is null);
        return parts;
    }

    /// <summary>What the text says of the field as a whole.</summary>
    public FieldWork WorkOfWhole(Field field, ColumnSyntax column, ResolvedType type)
    {
        bool isComposite = type.Composite is not null;
        foreach (ModifierSyntax modifier in column.Modifiers)
        {
            if (modifier is ReferenceModifierSyntax or WhereModifierSyntax or SimpleModifierSyntax { Name.Text: "primary_key" or "unique" or "default" } || (isComposite && !IsOfWhole(modifier)))
                diagnostics.Report(DiagnosticCatalog.NotHere, modifier.Span, $"`{field.Name}` is JSON that is made of its parts: this can't stand behind it.", "Behind it stands `nullable`, or nothing; all else belongs to the parts.");
        }

        if (column.Value is { } value && isComposite)
            diagnostics.Report(DiagnosticCatalog.NotHere, value.Span, $"`{field.Name}` is JSON that is made of its parts: it has no value of its own.", "Write the expression at a part, in the type's braces.");
        AppliedModifier[] own = [.. column.Modifiers.Where(IsOfWhole).Select(m => new AppliedModifier(m, IsFromAlias: false))];
        return new FieldWork(field, column with { Value = null }, [.. (isComposite ? type.Modifiers.Where(IsOfWhole) : []).Select(m => new AppliedModifier(m, IsFromAlias: true)), .. own]);
    }

    private static bool IsOfWhole(ModifierSyntax modifier) => modifier is SimpleModifierSyntax { Name.Text: "nullable" or "not_null" };

    private (int Min, int Max) ReadElements(TypeSyntax type)
    {
        LiteralSyntax high = type.Elements[^1];
        if (type.Elements.Any(e => e.Value is BadValue))
            return (0, 1);
        if (type.Elements[0].Value is not (long and >= 0 and <= MaxElements) || high.Value is not (long and >= 1 and <= MaxElements) || (long)type.Elements[0].Value! > (long)high.Value)
        {
            diagnostics.Report(DiagnosticCatalog.BadMeasure, type.Span, "An array has a..b elements.", $"Write [n] or [a..b] with b from 1 to {Shown.Count(MaxElements)} and a up to b.");
            return (0, 1);
        }

        return ((int)(long)type.Elements[0].Value!, (int)(long)high.Value);
    }
}
