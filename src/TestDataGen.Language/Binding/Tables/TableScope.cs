namespace TestDataGen.Language;

/// <summary>What the names in a table mean.</summary>
internal sealed class TableScope(Table table)
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Reference>> _parents = new(StringComparer.OrdinalIgnoreCase);

    public Table Table => table;

    /// <summary>The scope of a table whose fields are bound already.</summary>
    public static TableScope Of(Table table)
    {
        var scope = new TableScope(table);
        foreach (Field field in table.Fields)
            scope.TryAdd(field);
        return scope;
    }

    /// <summary>Not all of the table could be read, so that there may be more fields.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>The names in what could not be read or bound of the table: a field or a parent that is missing is perhaps declared there.</summary>
    public LostNames Lost { get; } = new();

    public List<FieldWork> Work { get; } = [];

    /// <summary>What stands beside a reference, to be bound when the names of all parents are known.</summary>
    public List<ReferenceDetail> Details { get; } = [];

    /// <summary>The table's references, to which more are added as they are found.</summary>
    public List<Reference> References { get; } = [];

    /// <summary>What stands in the table beside its fields.</summary>
    public List<MemberSyntax> Constraints { get; } = [];

    /// <summary>For each check, the fields of the row and of its parents that it reads.</summary>
    public List<IReadOnlyList<FieldAccess>> CheckReads { get; } = [];

    public IEnumerable<string> FieldNames => _fields.Keys;

    public IEnumerable<string> ParentNames => _parents.Keys;

    /// <returns>False when the name is taken, by a field or by a binding, which are declared alike.</returns>
    public bool TryAdd(Field field) => !_parents.ContainsKey(field.Name) && _fields.TryAdd(field.Name, field);

    /// <summary>Adds a row to read from, which only <see cref="AddParent"/> makes known by its name.</summary>
    public Reference AddBinding(string? name, Table parent, TextSpan span)
    {
        var reference = new Reference(table, [], [], parent, name, span) { Index = References.Count };
        References.Add(reference);
        return reference;
    }

    /// <summary>Takes a field's name away, so that another may have it.</summary>
    public void Remove(Field field)
    {
        if (_fields.GetValueOrDefault(field.Name) == field)
            _fields.Remove(field.Name);
    }

    public Field? FindField(string name) => _fields.GetValueOrDefault(name);

    /// <summary>A field that a constraint of the table names; null, and said, where there is none.</summary>
    public Field? FindOwn(NameSyntax name, DiagnosticBag diagnostics)
    {
        Field? found = FindField(name.Text);
        if (found is null && !Lost.Contains(name.Text))
            diagnostics.Report(DiagnosticCatalog.UnknownField, name.Span, $"`{table.Name}` has no field `{name.Text}`.", diagnostics.Suggest(name.Text, FieldNames));
        return found;
    }

    /// <summary>Names a reference by its alias, or by the parent's name without its database schema where it has none.</summary>
    /// <returns>False when the alias is taken.</returns>
    public bool AddParent(Reference reference)
    {
        string name = reference.Alias ?? reference.Parent.BareName;
        if (!_parents.TryGetValue(name, out List<Reference>? references))
            _parents[name] = references = [];
        if (references.Count > 0 && reference.Alias is not null)
            return false;
        // Several references without an alias are ambiguous only when that name is used.
        references.Add(reference);
        return true;
    }

    /// <summary>The references by that name: none, one, or several when it is ambiguous.</summary>
    public IReadOnlyList<Reference> FindParents(string name) => _parents.TryGetValue(name, out List<Reference>? found) ? found : [];
}

/// <summary>A field on its way from syntax to model.</summary>
internal sealed class FieldWork(Field field, ColumnSyntax syntax, IReadOnlyList<AppliedModifier> modifiers)
{
    public Field Field { get; } = field;

    public ColumnSyntax Syntax => syntax;

    public IReadOnlyList<AppliedModifier> Modifiers => modifiers;

    /// <summary>The fields of the same row and of its parents that its expressions read.</summary>
    public List<FieldAccess> Reads { get; } = [];

    /// <summary>The fields that they read of the child before.</summary>
    public List<FieldAccess> PreviousReads { get; } = [];
}

/// <summary>What stands beside a reference: its condition and its weight.</summary>
internal sealed record ReferenceDetail(Reference Reference, ExpressionSyntax? Condition, SimpleModifierSyntax? Weight, bool IsOfTable);

/// <summary>A modifier of a field, written there or brought by the type's alias.</summary>
internal readonly record struct AppliedModifier(ModifierSyntax Syntax, bool IsFromAlias);
