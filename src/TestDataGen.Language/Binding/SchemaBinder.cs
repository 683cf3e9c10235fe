namespace TestDataGen.Language;

/// <summary>Binds a file: declares its names, then resolves what stands behind them, from types over references and counts to expressions.</summary>
internal sealed class SchemaBinder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyDictionary<string, FormatSignature> _formats;
    private readonly HashSet<string> _generators;
    private readonly TypeResolver _types;
    private readonly MixinSet _mixins;
    private readonly DataSetBinder _dataSets;
    private readonly PartsBinder _parts;
    private readonly Dictionary<string, SchemaScope> _schemas = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isFlat;
    private readonly LostNames _lost = new();

    private SchemaBinder(IReadOnlyCollection<FormatSignature> formats, IReadOnlyCollection<string> generators, DataSetBinder dataSets, bool isFlat, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _isFlat = isFlat;
        _formats = formats.ToDictionary(f => f.Name, StringComparer.Ordinal);
        _generators = new HashSet<string>(generators, StringComparer.OrdinalIgnoreCase);
        _types = new TypeResolver(_lost, diagnostics, c => FindRecord(c) is not null);
        _mixins = new MixinSet(_lost, diagnostics);
        _dataSets = dataSets;
        _dataSets.Lost = _lost;
        _parts = new PartsBinder(diagnostics);
    }

    /// <summary>Binds a file. The schemas are whole only where no error is reported.</summary>
    public static IReadOnlyList<Schema> Bind(
        FileSyntax file, IReadOnlyCollection<FormatSignature> formats, IReadOnlyCollection<string> generators, DataSetBinder dataSets, bool isFlat, DiagnosticBag diagnostics) =>
        new SchemaBinder(formats, generators, dataSets, isFlat, diagnostics).Bind(file);

    private List<Schema> Bind(FileSyntax file)
    {
        foreach (DeclarationSyntax declaration in file.Declarations)
        {
            if (declaration is BadDeclarationSyntax bad)
                _lost.Add(bad);
            else if (declaration is ImportSyntax)
                _lost.AddAnything();
        }

        DeclareTypes(file);
        var schemas = new List<SchemaScope>();
        foreach (SchemaSyntax syntax in file.Declarations.OfType<SchemaSyntax>())
            schemas.Add(DeclareSchema(syntax));
        foreach (SchemaScope schema in schemas)
            BindReferences(schema);
        new ProfileBinder(_schemas, _lost, _diagnostics).Bind(file.Declarations.OfType<GenerateSyntax>());
        foreach (SchemaScope schema in schemas)
            BindValues(schema);
        // A file without a schema may hold what others import.
        if (schemas.Count == 0 && file.Declarations.All(d => d is GenerateSyntax))
            _diagnostics.Report(DiagnosticCatalog.NoSchema, new TextSpan(0, 0), "There is no schema in this file.");
        return [.. schemas.Select(s => s.Schema)];
    }

    private void DeclareTypes(FileSyntax file)
    {
        foreach (DeclarationSyntax declaration in file.Declarations)
        {
            switch (declaration)
            {
                case EnumSyntax e:
                    _types.Declare(e, e.Name);
                    break;
                case TypeAliasSyntax alias:
                    _types.Declare(alias, alias.Name);
                    break;
                case CompositeTypeSyntax composite:
                    _types.Declare(composite, composite.Name);
                    break;
                case MixinSyntax mixin:
                    _mixins.Declare(mixin);
                    break;
                case DatasetSyntax dataset:
                    _dataSets.Declare(dataset);
                    break;
            }
        }

        _types.ResolveAll();
        _mixins.ResolveTypes(_types, c => FindRecord(c) is not null);
    }

    private SchemaScope DeclareSchema(SchemaSyntax syntax)
    {
        var schema = new Schema(syntax.Name.Text, _diagnostics.Source);
        var scope = new SchemaScope(schema, _dataSets) { Generators = _generators, Lost = new LostNames(_lost) };
        foreach (BadSchemaMemberSyntax bad in syntax.Members.OfType<BadSchemaMemberSyntax>())
            scope.Lost.Add(bad);
        if (!_schemas.TryAdd(schema.Name, scope))
            _diagnostics.Report(DiagnosticCatalog.Duplicate, syntax.Name.Span, $"There is a schema `{schema.Name}` already.");
        foreach (TableSyntax table in syntax.Members.OfType<TableSyntax>())
            DeclareTable(table, scope);
        schema.Tables = [.. scope.Tables.Select(t => t.Table)];
        if (syntax.Members.Count == 0)
            _diagnostics.Report(DiagnosticCatalog.EmptyTable, syntax.Name.Span, $"The schema `{schema.Name}` has no tables.", "Write `table NAME { … }` in its braces.");
        return scope;
    }

    private void DeclareTable(TableSyntax syntax, SchemaScope schema)
    {
        string? databaseSchema = syntax.Name.Names.Count > 1 ? schema.DatabaseSchema(syntax.Name.Names[^2].Text) : null;
        var table = new Table(schema.Schema, syntax.Name.Last.Text, syntax.Name.Span, databaseSchema);
        var scope = new TableScope(table);
        if (!schema.Add(scope))
            _diagnostics.Report(DiagnosticCatalog.Duplicate, table.Span, $"There is a table `{table.Name}` already.");
        if (syntax.Name.Names.Count > 2)
            _diagnostics.Report(DiagnosticCatalog.NotHere, syntax.Name.Span, $"`{syntax.Name}` has too many parts.", "Write `table schema.name` at most.");
        var fields = new List<Field>();
        foreach (MemberSyntax member in syntax.Members)
            DeclareMember(member, scope, schema, fields);
        DeclareMixins(syntax, scope, schema, fields);
        table.Fields = fields;
        if (fields.Count == 0 && !scope.IsIncomplete)
            _diagnostics.Report(DiagnosticCatalog.EmptyTable, table.Span, $"The table `{table.Name}` has no fields.", "Write `name: type` in its braces.");
        foreach (FieldWork work in scope.Work)
            new FieldBinder(work, scope, schema, _formats, _diagnostics).BindKeys();
        if (_isFlat)
            new PartsFlattener(scope, _diagnostics).Flatten();
        new KeyBinder(scope, _diagnostics).Bind();
    }

    // Behind the table's own fields, in the order of their names behind `with`.
    private void DeclareMixins(TableSyntax syntax, TableScope scope, SchemaScope schema, List<Field> fields)
    {
        var used = new HashSet<Mixin>();
        foreach (NameSyntax name in syntax.Mixins)
        {
            if (_mixins.Use(name, scope.Table) is not { } mixin)
            {
                scope.IsIncomplete = true;
                scope.Lost.AddAnything();
                continue;
            }

            if (!used.Add(mixin))
            {
                _diagnostics.Report(DiagnosticCatalog.Duplicate, name.Span, $"`{scope.Table.Name}` has the mixin `{name.Text}` already.", "Keep one of them.");
                continue;
            }

            foreach (MemberSyntax member in mixin.Members)
                DeclareMember(member, scope, schema, fields, name);
        }
    }

    private void DeclareMember(MemberSyntax member, TableScope scope, SchemaScope schema, List<Field> fields, NameSyntax? mixin = null)
    {
        switch (member)
        {
            case FieldSyntax field:
                DeclareField(field, scope, schema, fields, mixin);
                break;
            case KeySyntax or TableReferenceSyntax or RowsSyntax or CheckSyntax:
                scope.Constraints.Add(member);
                break;
            case BadMemberSyntax bad:
                scope.IsIncomplete = true;
                scope.Lost.Add(bad);
                break;
        }
    }

    private void DeclareField(FieldSyntax syntax, TableScope scope, SchemaScope schema, List<Field> fields, NameSyntax? mixin)
    {
        if (syntax.Body is RowBindingSyntax row)
        {
            DeclareBinding(syntax.Name, _dataSets.Find(row.Dataset), scope, mixin);
            return;
        }

        var column = syntax.Body as ColumnSyntax;
        if (column is not null && FindRecord(column) is { } record)
        {
            DeclareBinding(syntax.Name, record, scope, mixin);
            return;
        }

        ResolvedType? type = column is null ? null : _types.Resolve(column.Type);
        bool isArray = column?.Type.Elements.Count > 0;
        var field = new Field(scope.Table, fields.Count, syntax.Name.Text, type is null ? DataTypes.Unknown : isArray ? DataTypes.Json : type.Type, syntax.Name.Span);
        if (!scope.TryAdd(field))
            RefuseTaken(syntax.Name, scope, mixin);

        fields.Add(field);
        if (column is null)
        {
            // It may have been anything, a reference with an alias too.
            scope.Lost.Add((IBadNode)syntax.Body);
            return;
        }

        if (type is not null && (type.Composite is not null || column.Type.Elements.Count > 0))
        {
            DeclareParts(field, column, type, scope, schema);
            return;
        }

        IEnumerable<AppliedModifier> brought = (type?.Modifiers ?? []).Select(m => new AppliedModifier(m, IsFromAlias: true));
        // What a part can't have is refused where its type is declared.
        IEnumerable<ModifierSyntax> own = scope.Table.Owner is null ? column.Modifiers : column.Modifiers.Where(m => !TypeResolver.IsOfKey(m));
        scope.Work.Add(new FieldWork(field, column, [.. brought, .. own.Select(m => new AppliedModifier(m, IsFromAlias: false))]));
    }

    private void DeclareParts(Field field, ColumnSyntax column, ResolvedType type, TableScope scope, SchemaScope schema)
    {
        scope.Work.Add(_parts.WorkOfWhole(field, column, type));
        if (_parts.Declare(field, column, type, scope, schema, (member, inner, fields) => DeclareMember(member, inner, schema, fields)) is not { } parts)
        {
            scope.Lost.Add(field.Name);
            return;
        }

        foreach (FieldWork work in parts.Work)
            new FieldBinder(work, parts, schema, _formats, _diagnostics).BindKeys();
        // The parts of an array's elements have no one row to be read from.
        if (field.Source is PartsSource { IsArray: false, Way: var way } && !scope.AddParent(way))
            _diagnostics.Report(DiagnosticCatalog.Duplicate, field.Span, $"`{scope.Table.Name}` has a parent `{field.Name}` already.");
    }

    private void RefuseTaken(NameSyntax name, TableScope scope, NameSyntax? mixin)
    {
        // The mixin is right by itself: it is the table that can't have it.
        string brings = mixin is null ? "" : $", and the mixin `{mixin.Text}` brings another";
        _diagnostics.Report(DiagnosticCatalog.Duplicate, mixin?.Span ?? name.Span, $"`{scope.Table.Name}` has a field `{name.Text}` already{brings}.");
    }

    // A type of the file's own goes over it.
    private Table? FindRecord(ColumnSyntax column)
    {
        if (ScalarTypes.Find(column.Type.Name.Text) is not null || _types.IsDeclared(column.Type.Name.Text) || _dataSets.FindRecord(column.Type.Name) is not { } record)
            return null;
        TextSpan? more = column.Type.Measures.Count > 0 ? column.Type.Span : column.Modifiers.Count > 0 ? column.Modifiers[0].Span : column.Value?.Span;
        if (more is { } span)
            _diagnostics.Report(DiagnosticCatalog.NotHere, span, $"`{record.Name}` is a binding, no column: it takes no measures, modifiers or value.", $"Write `name: {record.Name}`, and read its parts: `= name.{record.Fields[0].Name}`.");
        return record;
    }

    private void DeclareBinding(NameSyntax name, Table? of, TableScope scope, NameSyntax? mixin)
    {
        // What was to be bound by that name is not known.
        if (of is null)
            scope.Lost.Add(name.Text);
        if (scope.FindField(name.Text) is not null || (of is not null && !scope.AddParent(scope.AddBinding(name.Text, of, name.Span))))
            RefuseTaken(name, scope, mixin);
    }

    private void BindReferences(SchemaScope schema)
    {
        foreach (TableScope table in schema.AllTables)
            new ReferenceBinder(table, schema, _diagnostics).Bind();
        foreach (Reference reference in CircleFinder.FindTableCircles(schema.Schema, _diagnostics))
            schema.ScopeOf(reference.Table).Lost.Add(reference.Alias ?? reference.Parent.BareName);
    }

    private void BindValues(SchemaScope schema)
    {
        foreach (TableScope table in schema.AllTables)
        {
            new ReferenceBinder(table, schema, _diagnostics).BindDetails();
            foreach (FieldWork work in table.Work)
                new FieldBinder(work, table, schema, _formats, _diagnostics).BindValue();
            new CheckBinder(table, schema, _diagnostics).Bind();
        }

        RowsBinder[] rows = [.. schema.Tables.Select(t => new RowsBinder(t, schema, _diagnostics))];
        foreach (RowsBinder binder in rows)
            binder.Bind();
        foreach (RowsBinder binder in rows)
            binder.CheckReferences();
        foreach (TableScope table in schema.Tables)
            RunningFieldFinder.Find(table);
        CircleFinder.FindFieldCircles(schema, _diagnostics);
    }
}
