namespace TestDataGen.Language;

/// <summary>What the names in a schema mean.</summary>
internal sealed class SchemaScope(Schema schema, DataSetBinder dataSets)
{
    private readonly Dictionary<string, TableScope> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Table, TableScope> _scopes = [];
    private readonly List<TableScope> _parts = [];
    private readonly Dictionary<string, TableScope> _undeclared = new(StringComparer.OrdinalIgnoreCase);

    public Schema Schema => schema;

    /// <summary>The data sets of the file.</summary>
    public DataSetBinder DataSets => dataSets;

    /// <summary>The names in what could not be read of the schema: a table that is missing is perhaps declared there.</summary>
    public required LostNames Lost { get; init; }

    /// <summary>The names of own generators, without regard to case.</summary>
    public IReadOnlySet<string> Generators { get; init; } = new HashSet<string>();

    /// <summary>The tables of which it is not known how they are counted, since that could not be read or bound.</summary>
    public LostNames LostCounts { get; } = new();

    /// <summary>The tables in the order of the text, also those whose name is taken.</summary>
    public List<TableScope> Tables { get; } = [];

    /// <summary>What the tables of parts belong to: a schema of the same name that lists nothing.</summary>
    public Schema Parts { get; } = new(schema.Name, schema.Source);

    /// <summary>The tables, and those behind fields of composite types.</summary>
    public IEnumerable<TableScope> AllTables => Tables.Concat(_parts);

    public IEnumerable<string> TableNames => _tables.Keys;

    /// <returns>False when the name is taken.</returns>
    public bool Add(TableScope table)
    {
        Tables.Add(table);
        _scopes.Add(table.Table, table);
        return _tables.TryAdd(table.Table.Name, table);
    }

    /// <summary>Adds the table of a field's parts.</summary>
    public void AddParts(TableScope parts)
    {
        _parts.Add(parts);
        _scopes.Add(parts.Table, parts);
    }

    /// <summary>A table that the text does not declare, since its rows are in a database: it has the fields that are referred to, and they are a key.</summary>
    /// <param name="name">The table.</param>
    /// <param name="fields">Its fields that are referred to, with the types of those that refer.</param>
    public TableScope Undeclared(PathSyntax name, IReadOnlyList<(NameSyntax Name, DataType Type)> fields)
    {
        string table = name.ToString();
        if (!_undeclared.TryGetValue(table, out TableScope? scope))
        {
            IReadOnlyList<NameSyntax> names = name.Names;
            _undeclared.Add(table, scope = new TableScope(new Table(Parts, names[^1].Text, name.Span, names.Count > 1 ? DatabaseSchema(names[^2].Text) : null)));
            _scopes.Add(scope.Table, scope);
        }

        foreach ((NameSyntax field, DataType type) in fields.Where(f => scope.FindField(f.Name.Text) is null))
        {
            var added = new Field(scope.Table, scope.Table.Fields.Count, field.Text, type, field.Span);
            scope.TryAdd(added);
            scope.Table.Fields = [.. scope.Table.Fields, added];
        }

        Field[] key = [.. fields.Select(f => scope.FindField(f.Name.Text)!).Distinct()];
        if (key.Length == 1)
            key[0].IsUnique = true;
        if (!scope.Table.Keys.Any(k => k.Fields.Count == key.Length && k.Fields.All(key.Contains)))
            scope.Table.Keys = [.. scope.Table.Keys, new UniqueKey(key, false, key[0].Span)];
        return scope;
    }

    /// <summary>A database schema as it is written first: a database may tell upper from lower case.</summary>
    public string DatabaseSchema(string written) =>
        Tables.Find(t => string.Equals(t.Table.DatabaseSchema, written, StringComparison.OrdinalIgnoreCase))?.Table.DatabaseSchema ?? written;

    /// <summary>"Did you mean `x`?" for a table that there is not: perhaps only its database schema is missing.</summary>
    public string? SuggestTable(string written, IEnumerable<string> others, DiagnosticBag diagnostics) =>
        Tables.Find(t => t.Table.DatabaseSchema is not null && string.Equals(t.Table.BareName, written, StringComparison.OrdinalIgnoreCase)) is { } found
            ? $"Did you mean `{found.Table.Name}`?"
            : diagnostics.Suggest(written, TableNames.Concat(others));

    public TableScope? FindTable(string name) => _tables.GetValueOrDefault(name);

    /// <summary>What the names in a table mean, be it one of this schema's or one that stands behind a binding.</summary>
    public TableScope ScopeOf(Table table)
    {
        if (!_scopes.TryGetValue(table, out TableScope? scope))
            _scopes.Add(table, scope = TableScope.Of(table));
        return scope;
    }

    /// <summary>What the expressions that count rows read of the parents' rows.</summary>
    public Dictionary<CountDraw, List<FieldAccess>> CountReads { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>How the rows of a table are counted per another, one for each profile that counts them so.</summary>
    public IEnumerable<PerParentCount> CountsPer(Table table, Table parent) =>
        schema.Profiles.Prepend(schema.Profile).Select(p => p.Counts.GetValueOrDefault(table)).OfType<PerParentCount>().Where(c => c.Reference.Parent == parent && !c.Reference.IsFromDatabase);

    public bool IsCountedPerParent(Table table) =>
        LostCounts.Contains(table.BareName) || schema.Profiles.Prepend(schema.Profile).Any(p => p.Counts.TryGetValue(table, out RowCount? count) && count is PerParentCount or SeriesRows);

    /// <summary>Whether a table's rows are moments of a time series.</summary>
    public bool IsSeries(Table table) =>
        LostCounts.Contains(table.BareName) || schema.Profiles.Prepend(schema.Profile).Any(p => p.Counts.GetValueOrDefault(table) is SeriesRows or PerParentCount { Draw: SeriesCount });
}
