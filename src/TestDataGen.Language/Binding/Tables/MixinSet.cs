namespace TestDataGen.Language;

/// <summary>The mixins of a file, and what a table gets of them.</summary>
internal sealed class MixinSet(LostNames lost, DiagnosticBag diagnostics)
{
    // A mixin's fields are made anew in every table, so that a small file could ask for more of them than fit in memory.
    private const int MaxFields = 100_000;

    private readonly Dictionary<string, Mixin> _mixins = new(StringComparer.OrdinalIgnoreCase);
    private int _brought;

    public void Declare(MixinSyntax syntax)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var members = new List<MemberSyntax>();
        foreach (MemberSyntax member in syntax.Members)
        {
            if (member is FieldSyntax { Name: var name } && !names.Add(name.Text))
                diagnostics.Report(DiagnosticCatalog.Duplicate, name.Span, $"`{syntax.Name.Text}` has a field `{name.Text}` already.");
            else
                members.Add(member);
        }

        if (syntax.Members.Count == 0)
            diagnostics.Report(DiagnosticCatalog.EmptyTable, syntax.Name.Span, $"The mixin `{syntax.Name.Text}` has no fields.", "Write `name: type` in its braces.");
        if (!_mixins.TryAdd(syntax.Name.Text, new Mixin(syntax.Name, members)))
            diagnostics.Report(DiagnosticCatalog.Duplicate, syntax.Name.Span, $"There is a mixin `{syntax.Name.Text}` already{diagnostics.In(_mixins[syntax.Name.Text].Name.Span, syntax.Name.Span)}.");
    }

    /// <summary>Checks the types in mixins that no table uses, too; all else depends on the table.</summary>
    /// <param name="types">Knows the types.</param>
    /// <param name="isBinding">Whether what looks like a column is a binding.</param>
    public void ResolveTypes(TypeResolver types, Func<ColumnSyntax, bool> isBinding)
    {
        foreach (ColumnSyntax column in _mixins.Values.SelectMany(m => m.Members).OfType<FieldSyntax>().Select(f => f.Body).OfType<ColumnSyntax>().Where(c => !isBinding(c)))
            types.Resolve(column.Type);
    }

    /// <summary>The mixin that a table names; null when it could not be found, which is reported.</summary>
    public Mixin? Use(NameSyntax name, Table table)
    {
        if (!_mixins.TryGetValue(name.Text, out Mixin? mixin))
        {
            if (!lost.Contains(name.Text))
                diagnostics.Report(DiagnosticCatalog.UnknownMixin, name.Span, $"There is no mixin `{name.Text}`.", diagnostics.Suggest(name.Text, _mixins.Keys));
            return null;
        }

        _brought += mixin.Members.Count;
        if (_brought <= MaxFields)
            return mixin;
        diagnostics.Report(DiagnosticCatalog.TooManyFields, name.Span, $"With this mixin for `{table.Name}`, mixins bring more than {Shown.Count(MaxFields)} fields.");
        return null;
    }
}

/// <summary>A mixin: its members, those whose name is taken left out.</summary>
internal sealed record Mixin(NameSyntax Name, IReadOnlyList<MemberSyntax> Members);
