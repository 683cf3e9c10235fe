using TestDataGen.Language;

namespace TestDataGen.Export;

/// <content>Tables: what is there, what fits, what is created and emptied.</content>
public sealed partial class DatabaseSink
{
    private void Prepare(IReadOnlyList<Table> tables)
    {
        Database database = Connected;
        foreach (Table table in tables)
            _dialect.CheckName(table, [.. _loads.Select(l => l.Table), .. tables.TakeWhile(t => t != table)]);
        Dictionary<Table, IReadOnlyList<ExistingColumn>> there = tables.ToDictionary(t => t, t => _provider.ColumnsOf(database, t));
        List<Table> missing = [.. tables.Where(t => there[t].Count == 0)];
        foreach (Table table in tables.Except(missing))
            CheckFits(table, there[table]);
        if (missing.Count > 0 && _options.CreateTable == TableCreation.Never)
            throw new ExportException($"{_target.Display} has no table {_dialect.NameOf(missing[0])}. Nothing was written.", "Create it, or let it be created (-CreateTable Missing, tdg --create-table missing).");

        bool isWhole = _options.Transaction == LoadTransaction.All;
        if (isWhole && _provider.HasTransactionalDdl)
            database.Begin();
        if (missing.Count > 0 && !_provider.HasTransactionalDdl && database.Transaction is not null)
        {
            if (_loads.FirstOrDefault(l => !l.IsCreated) is { } filled)
                throw new ExportException($"{_provider.Title} ends a transaction when a table is created: {missing[0].Name} can't be, since the rows of {filled.Table.Name} may still have to be taken back.", "Pipe the schema itself, create the tables first, or choose -Transaction Table.");
            database.Commit();
        }

        Create(missing);
        if (isWhole)
            database.Begin();
        List<Table> filledBefore = [.. tables.Except(missing)];
        if (_options.Truncate && filledBefore.Count > 0)
            Empty(filledBefore);
        if (_options.DisableConstraints)
        {
            foreach ((string disable, string enable) in _provider.ConstraintSwitches(database, tables))
            {
                // Noted before it is done: a statement may have been done of which nothing was heard.
                if (!_enabling.Contains(enable))
                    _enabling.Add(enable);
                database.Execute(disable);
            }
        }

        foreach (Table table in tables)
            _loads.Add(LoadFor(table, there[table]));
    }

    private TableLoad LoadFor(Table table, IReadOnlyList<ExistingColumn> columns)
    {
        Database database = Connected;
        bool isCreated = columns.Count == 0;
        if (isCreated && database.Told is null)
            columns = _provider.ColumnsOf(database, table);
        List<(Field Field, ExistingColumn Column)> filled =
            [.. table.Fields.Select(f => (f, ColumnOf(columns, f) ?? new ExistingColumn(f.Name, "", f.IsNullable, false, false, false))).Where(c => !c.Item2.IsGenerated)];
        List<Reference> later = isCreated && HasKeysLater || _options.DisableConstraints || !_provider.ChecksForeignKeys ? [] : [.. table.References.Where(IsAhead)];
        if (later.Count > 0 && table.PrimaryKey is null)
            throw new ExportException($"{later[0]} refers to rows that come later, and {table.Name} has no primary key by which it could be set then.", "Choose -DisableConstraints, or give the table a primary key.");
        return new TableLoad(table, isCreated) { Columns = columns, Filled = filled, Later = later, Temporary = later.Count == 0 ? null : _provider.TemporaryName(_loads.Count + 1) };
    }

    private bool HasKeysLater => _dialect.AddsForeignKeys && _provider.HasTransactionalDdl;

    // Whether a reference is part of a circle of tables, and leads to one that is not begun yet.
    private bool IsAhead(Reference reference) => reference is { IsBinding: false, IsSelf: false, IsFromDatabase: false } && Find(reference.Parent) is null && Leads(reference.Parent, reference.Table, []);

    private static bool Leads(Table from, Table to, HashSet<Table> seen) =>
        from == to || (seen.Add(from) && from.References.Any(r => !r.IsBinding && Leads(r.Parent, to, seen)));

    private ExistingColumn? ColumnOf(IReadOnlyList<ExistingColumn> columns, Field field) => columns.FirstOrDefault(c => _provider.ColumnNames.Equals(c.Name, field.Name));

    private void CheckFits(Table table, IReadOnlyList<ExistingColumn> columns)
    {
        string name = $"The table {_dialect.NameOf(table)} of {_target.Display}";
        if (table.Fields.FirstOrDefault(f => ColumnOf(columns, f) is null) is { } missing)
            throw new ExportException($"{name} has no column {missing.Name}. It has: {string.Join(", ", columns.Select(c => c.Name))}. Nothing was written.", "Change the table or the schema.");
        if (columns.FirstOrDefault(c => c is { IsNullable: false, HasDefault: false, IsGenerated: false } && table.Fields.All(f => !_provider.ColumnNames.Equals(f.Name, c.Name))) is { } lacking)
            throw new ExportException($"{name} has a column {lacking.Name} that takes no null and has no default, and {table.Name} of the schema has no such field. Nothing was written.", "Add it to the schema.");
    }

    private void Create(List<Table> tables)
    {
        var statements = new List<string>();
        var creating = new Dictionary<string, Table>();
        foreach (string schema in tables.Where(_ => _dialect.HasSchemas).Select(t => t.DatabaseSchema).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            statements.Add(_dialect.CreateSchema(schema));
        foreach (Table table in tables)
        {
            List<Reference> without = [.. table.References.Where(r => !r.IsBinding && IsLeftOut(r))];
            if (HasKeysLater)
                _laterKeys.AddRange(without);
            else
                without.ForEach(WarnOfNoParent);
            string create = _dialect.CreateTable(table, later: _dialect.AddsForeignKeys ? without : [.. table.References.Where(IsAhead)]);
            statements.Add(create);
            creating[create] = table;
        }

        if (!_provider.HasTransactionalDdl)
        {
            foreach (Table table in tables)
                statements.AddRange(IndexesOf(table).Select(i => i.Statement));
        }

        foreach (string statement in _provider.Creation(statements))
        {
            Connected.Execute(statement);
            if (creating.TryGetValue(statement, out Table? created))
                _created.Add(created);
        }

        // A key is looked at once behind the rows, which is many times faster than for each of them; but where rows may be refused, each by itself.
        bool IsLeftOut(Reference reference) => HasKeysLater
            ? _badRows is null || (!reference.IsSelf && Find(reference.Parent) is null && !tables.TakeWhile(t => t != reference.Table).Contains(reference.Parent) && !Exists(reference.Parent))
            : _dialect.AddsForeignKeys && !IsKnown(reference.Parent, tables);
    }

    private bool IsKnown(Table parent, IReadOnlyList<Table> created) => Find(parent) is not null || created.Contains(parent) || _announced.Contains(parent) || Exists(parent);

    private bool Exists(Table table) => _provider.ColumnsOf(Connected, table).Count > 0;

    private void WarnOfNoParent(Reference reference) =>
        _warnings.Add($"{reference.Table.Name} was created without its foreign key to {reference.Parent.Name}: there is no such table in {_target.Display}.");

    private IEnumerable<(string What, string Statement)> IndexesOf(Table table)
    {
        foreach (UniqueKey key in table.Keys.Where(k => !k.IsPrimary && !_dialect.DeclaresUnique(k)))
            yield return (string.Join(", ", key.Fields.Select(f => f.Name)), _dialect.CreateUniqueIndex(table, key));
        foreach (Reference reference in SqlDialect.ReferencesToIndex(table))
            yield return (string.Join(", ", reference.Fields.Select(f => f.Name)), _dialect.CreateIndex(reference));
    }

    private void Empty(List<Table> tables)
    {
        bool isAlone = Connected.Transaction is null;
        if (isAlone)
            Connected.Begin();
        foreach (string statement in _provider.Empty(tables, r => tables.IndexOf(r.Parent) > tables.IndexOf(r.Table)))
            Connected.Execute(statement);
        if (isAlone)
            Connected.Commit();
    }
}
