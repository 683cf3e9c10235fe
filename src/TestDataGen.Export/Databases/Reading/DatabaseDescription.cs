namespace TestDataGen.Export;

/// <summary>What a database says of itself, in its own words: the same whether a server was asked or a script was read.</summary>
/// <param name="Name">The database's name, or the script's.</param>
internal sealed record DatabaseDescription(string Name)
{
    /// <summary>The schema in which the connection looks for tables; null: there are no schemas, or a script was read.</summary>
    public string? DefaultSchema { get; init; }

    /// <summary>The tables, in the order of their names or of the script.</summary>
    public List<DescribedTable> Tables { get; } = [];

    /// <summary>The types that it declares, by their names as the columns have them.</summary>
    public Dictionary<string, DescribedType> Types { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What could not be read, with the reason.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>Takes a trigger that runs when rows are inserted: a table into which it inserts itself is filled by the server; an error of its own is a rule that nobody has read.</summary>
    /// <param name="table">The table that has it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="body">What it does.</param>
    /// <param name="syntax">How that is written.</param>
    public void AddTrigger(DescribedTable table, string name, string body, SqlSyntax syntax)
    {
        IReadOnlyList<SqlToken> tokens = SqlLexer.Lex(body, syntax);
        for (int i = 0; i < tokens.Count - 2; i++)
        {
            if (!tokens[i].Is("insert") || !tokens[i + 1].Is("into"))
                continue;
            bool hasSchema = i + 4 < tokens.Count && tokens[i + 3].Is(".");
            string target = tokens[hasSchema ? i + 4 : i + 2].Text;
            if (Tables.Find(t => string.Equals(t.Name, target, StringComparison.OrdinalIgnoreCase)) is { } filled && filled != table)
                filled.FilledBy = $"the trigger {name} of {table}";
        }

        if (Enumerable.Range(0, tokens.Count - 1).Any(i => MayRefuse(tokens[i], tokens[i + 1])))
            table.OtherRules.Add($"those of the trigger {name}");
    }

    // What it calls may refuse rows as well.
    private static bool MayRefuse(SqlToken word, SqlToken next) =>
        word.Is("signal") || word.Is("throw") || word.Is("raiserror") || (word.Is("raise") && (next.Is("exception") || next.Is("(") || next.Kind == SqlTokenKind.Text))
        || ((word.Is("call") || word.Is("perform")) && next.IsName);

    /// <summary>Finds a table; null for a schema: the one of the connection.</summary>
    public DescribedTable? Find(string? schema, string name) =>
        Tables.Find(t => t.Name == name && t.Schema == schema) ?? Tables.Find(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase) && string.Equals(t.Schema, schema, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A table as its database describes it.</summary>
/// <param name="Schema">The database schema; null: the one in which the connection looks for tables.</param>
/// <param name="Name">Its name.</param>
internal sealed record DescribedTable(string? Schema, string Name)
{
    /// <summary>The columns, in order.</summary>
    public List<DescribedColumn> Columns { get; } = [];

    /// <summary>Primary and unique keys, unique indexes too.</summary>
    public List<DescribedKey> Keys { get; } = [];

    /// <summary>The foreign keys.</summary>
    public List<DescribedForeignKey> ForeignKeys { get; } = [];

    /// <summary>The checks.</summary>
    public List<DescribedCheck> Checks { get; } = [];

    /// <summary>Rules of other kinds, which rows may break: what kind, and its text.</summary>
    public List<string> OtherRules { get; } = [];

    /// <summary>What of the server's own puts rows into it; null: nothing that is known.</summary>
    public string? FilledBy { get; set; }

    /// <summary>The table whose rows its own rows are, too (PostgreSQL's INHERITS); null: none.</summary>
    public DescribedTable? Inherits { get; set; }

    /// <summary>Rows that it holds, for a table that others look up; null: not asked for.</summary>
    public IReadOnlyList<object?[]>? Rows { get; set; }

    /// <summary>Finds a column by its name.</summary>
    public DescribedColumn? Find(string name) =>
        Columns.Find(c => c.Name == name) ?? Columns.Find(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}

/// <summary>A column as its database describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type as the server writes it: <c>numeric(10,2)</c>.</param>
/// <param name="IsNullable">Whether it takes null.</param>
internal sealed record DescribedColumn(string Name, string Type, bool IsNullable)
{
    /// <summary>The expression behind DEFAULT; null: none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the server numbers its rows: identity, serial, auto_increment.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>How the server computes it, so that no row brings a value; null: it does not.</summary>
    public string? Computed { get; init; }

    /// <summary>Whether two texts that differ in case only are the same to the server.</summary>
    public bool IgnoresCase { get; init; }
}

/// <summary>A primary or unique key.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="IsPrimary">Whether it is the primary key.</param>
internal sealed record DescribedKey(IReadOnlyList<string> Columns, bool IsPrimary)
{
    /// <summary>The condition of rows for which it holds; null: all.</summary>
    public string? Filter { get; init; }

    /// <summary>Those of its parts that are no columns but expressions; <see cref="Columns"/> are then all columns it reads.</summary>
    public IReadOnlyList<string> Expressions { get; init; } = [];

    /// <summary>Whether two rows with null in it are the same.</summary>
    public bool HasOneNull { get; init; }
}

/// <summary>A foreign key.</summary>
/// <param name="Columns">The columns that refer.</param>
/// <param name="ParentSchema">The schema of the table referred to, as tables have it.</param>
/// <param name="Parent">The table referred to.</param>
/// <param name="ParentColumns">The columns referred to, in the same order; none: its primary key.</param>
internal sealed record DescribedForeignKey(IReadOnlyList<string> Columns, string? ParentSchema, string Parent, IReadOnlyList<string> ParentColumns);

/// <summary>A check.</summary>
/// <param name="Expression">What must hold; in a domain, its value is VALUE.</param>
/// <param name="Name">Its name; null: none that says anything.</param>
internal sealed record DescribedCheck(string Expression, string? Name = null);

/// <summary>A type that a database declares.</summary>
/// <param name="Name">Its name.</param>
internal sealed record DescribedType(string Name)
{
    /// <summary>An enum's values; null: none.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The type that a domain is made of; null: it is none.</summary>
    public string? Base { get; init; }

    /// <summary>The checks of a domain.</summary>
    public IReadOnlyList<DescribedCheck> Checks { get; init; } = [];

    /// <summary>Whether a domain takes no null.</summary>
    public bool IsNotNull { get; init; }

    /// <summary>The types of a composite type's parts; null: it is none.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>The type between whose values a range type's ranges lie; null: it is none.</summary>
    public string? RangeOf { get; init; }
}
