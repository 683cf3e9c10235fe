namespace TestDataGen.Export;

/// <summary>
/// Reads the tables of a script in the SQL of PostgreSQL, MySQL and MariaDB, or SQLite: what CREATE TABLE, ALTER TABLE, CREATE UNIQUE INDEX, CREATE TYPE and CREATE DOMAIN say.
/// It passes over all other statements, and over what it does not know within these.
/// </summary>
internal sealed class ScriptReader(string script, SqlSyntax syntax, string name)
{
    private readonly string _script = SqlStatements.Clean(script);
    private readonly DatabaseDescription _database = new(name);
    private readonly Dictionary<DescribedTable, (string Key, List<string> Bounds)> _partitioned = [];
    private StatementCursor _at = new([], "");
    private string? _schema;

    /// <summary>Reads it.</summary>
    public DatabaseDescription Read()
    {
        foreach (List<SqlToken> statement in SqlStatements.Split(_script, syntax))
            Read(new StatementCursor(statement, _script));

        foreach ((DescribedTable table, (string key, List<string> bounds)) in _partitioned.Where(p => p.Value.Bounds.Count > 0))
            PostgreSqlPartitions.AddTo(table, key, bounds);
        return _database;
    }

    private void Read(StatementCursor statement)
    {
        _at = statement;
        try
        {
            ReadStatement();
        }
        catch (FormatException e)
        {
            _database.Unread.Add($"a statement was not understood ({e.Message}): {SchemaDraft.InOneLine(statement.Whole)}");
        }
    }

    // CREATE SCHEMA x CREATE TABLE … CREATE TABLE …
    private void ReadSchema()
    {
        StatementCursor whole = _at;
        whole.Take("if", "not", "exists");
        _schema = whole.Current.IsName ? whole.TakeName() : null;
        foreach (StatementCursor statement in whole.SplitBefore("create"))
            Read(statement);
        _schema = null;
    }

    private void ReadStatement()
    {
        if (_at.Take("create", "schema"))
            ReadSchema();
        else if (_at.Take("create"))
        {
            _at.TakeAny("or", "replace", "global", "local", "temp", "temporary", "unlogged");
            if (_at.Take("table"))
                ReadTable();
            else if (_at.Take("unique", "index"))
                ReadIndex();
            else if (_at.Take("type"))
                ReadType();
            else if (_at.Take("domain"))
                ReadDomain();
        }
        else if (_at.Take("alter", "table"))
        {
            ReadChanges();
        }
    }

    private void ReadTable()
    {
        _at.Take("if", "not", "exists");
        (string? schema, string table) = ReadName();
        if (_at.Take("partition", "of"))
        {
            DescribedTable? parent = Find(ReadName());
            if (parent is not null && _partitioned.TryGetValue(parent, out (string Key, List<string> Bounds) partitions))
                partitions.Bounds.Add(BoundsAhead());
            return;
        }

        if (!_at.Current.Is("("))
        {
            _database.Unread.Add($"the table {table} is not read, since it is made of a query");
            return;
        }

        var described = new DescribedTable(schema, table);
        foreach (StatementCursor element in _at.TakeList())
            new TableElementReader(element, described, _database, this).Read();
        _database.Tables.Add(described);
        StatementCursor behind = _at;
        if (behind.SkipTo("inherits") && behind.Take("inherits"))
            Inherit(described, behind.TakeList());
        if (_at.SkipTo("partition") && _at.Take("partition", "by") && _at.Current.Kind == SqlTokenKind.Word)
        {
            string kind = _at.TakeWord().ToUpperInvariant();
            if (_at.Current.Is("("))
                _partitioned.Add(described, ($"{kind} ({_at.TakeBrackets()})", []));
        }
    }

    private void Inherit(DescribedTable table, IReadOnlyList<StatementCursor> parents)
    {
        int at = 0;
        foreach (DescribedTable parent in parents.Select(p => Find(ReadName(p))).OfType<DescribedTable>())
        {
            foreach (DescribedColumn column in parent.Columns.Where(c => table.Find(c.Name) is null))
                table.Columns.Insert(at++, column);
            table.Checks.AddRange(parent.Checks);
            table.Inherits ??= parent;
        }
    }

    private string BoundsAhead() => _at.SkipTo("values") ? _at.Rest : "DEFAULT";

    private void ReadIndex()
    {
        _at.Take("concurrently");
        _at.Take("if", "not", "exists");
        if (!_at.SkipTo("on"))
            return;
        _at.Take("on");
        _at.Take("only");
        DescribedTable? table = Find(ReadName());
        if (table is null || !_at.SkipTo("("))
            return;
        var columns = new List<string>();
        var expressions = new List<string>();
        foreach (StatementCursor part in _at.TakeList())
            AddPart(part, columns, expressions);
        string? filter = _at.SkipTo("where") && _at.Take("where") ? _at.Rest : null;
        table.Keys.Add(new DescribedKey([.. columns.Distinct(StringComparer.OrdinalIgnoreCase)], IsPrimary: false) { Expressions = expressions, Filter = filter });
    }

    /// <summary>A part of a key: a column, or an expression and the columns that it reads.</summary>
    internal void AddPart(StatementCursor part, List<string> columns, List<string> expressions)
    {
        if (part.Current.IsName && !part.Next.Is("(") && !part.Next.Is("."))
        {
            columns.Add(part.TakeName());
            return;
        }

        // name(10): the beginning of a text.
        if (part.Current.IsName && part.Next.Is("(") && part.Ahead(2).Kind == SqlTokenKind.Number)
        {
            columns.Add(part.TakeName());
            return;
        }

        string text = part.Current.Is("(") ? part.TakeBrackets() : part.Rest;
        expressions.Add(text);
        columns.AddRange(SqlExpressionParser.TryParse(text, syntax)?.Names() ?? []);
    }

    private void ReadType()
    {
        string type = ReadName().Name;
        if (!_at.Take("as"))
            return;
        if (_at.Take("enum"))
            _database.Types[type] = new DescribedType(type) { Values = [.. _at.TakeList().Select(v => v.Current.Text)] };
        else if (_at.Current.Is("("))
        {
            _database.Types[type] = new DescribedType(type)
            {
                Parts = [.. _at.TakeList().Select(p =>
                {
                    p.TakeName();
                    return p.Rest;
                })],
            };
        }
    }

    private void ReadDomain()
    {
        string type = ReadName().Name;
        _at.Take("as");
        string of = _at.TakeType();
        var checks = new List<DescribedCheck>();
        bool isNotNull = false;
        while (_at.Current.Kind != SqlTokenKind.End)
        {
            if (_at.Take("check"))
                checks.Add(new DescribedCheck(_at.TakeBrackets()));
            else if (_at.Take("not", "null"))
                isNotNull = true;
            else
                _at.Skip();
        }

        _database.Types[type] = new DescribedType(type) { Base = of, Checks = checks, IsNotNull = isNotNull };
    }

    private void ReadChanges()
    {
        _at.Take("if", "exists");
        _at.Take("only");
        (string? schema, string name) = ReadName();
        if (Find((schema, name)) is not { } table)
            return;
        foreach (StatementCursor change in _at.SplitRest())
            ReadChange(change, table);
    }

    private void ReadChange(StatementCursor change, DescribedTable table)
    {
        if (change.Take("attach", "partition"))
        {
            _at = change;
            ReadName();
            if (_partitioned.TryGetValue(table, out (string Key, List<string> Bounds) partitions))
                partitions.Bounds.Add(BoundsAhead());
        }
        else if (change.Take("add"))
        {
            change.Take("column");
            change.Take("if", "not", "exists");
            new TableElementReader(change, table, _database, this).Read();
        }
        else if (change.Take("alter"))
        {
            change.Take("column");
            int at = table.Columns.FindIndex(c => string.Equals(c.Name, change.Current.Text, StringComparison.OrdinalIgnoreCase));
            change.Skip();
            if (at < 0)
                return;
            DescribedColumn column = table.Columns[at];
            if (change.Take("set", "default"))
                table.Columns[at] = column with { Default = change.Rest, IsIdentity = column.IsIdentity || change.Rest.StartsWith("nextval", StringComparison.OrdinalIgnoreCase) };
            else if (change.Take("set", "not", "null"))
                table.Columns[at] = column with { IsNullable = false };
            else if (change.Take("add", "generated"))
                table.Columns[at] = column with { IsIdentity = true };
        }
    }

    /// <summary>The name of a table or a type; no schema where it is the usual one.</summary>
    internal (string? Schema, string Name) ReadName() => ReadName(_at);

    /// <inheritdoc cref="ReadName()"/>
    internal (string? Schema, string Name) ReadName(StatementCursor at)
    {
        string name = at.TakeName();
        string? schema = _schema;
        while (at.Take("."))
            (schema, name) = (name, at.TakeName());
        // In MySQL that is another database, and in SQLite the file.
        bool isUsual = !syntax.HasDollarQuotes || string.Equals(schema, "public", StringComparison.OrdinalIgnoreCase);
        return (isUsual ? null : schema, name);
    }

    private DescribedTable? Find((string? Schema, string Name) name) => _database.Find(name.Schema, name.Name);
}
