namespace TestDataGen.Export;

/// <summary>A table on its way to a table.</summary>
internal sealed class TableDraft(DescribedTable source, string name)
{
    public DescribedTable Source { get; } = source;

    /// <summary>The name as the text has it, with its schema.</summary>
    public string Name { get; } = name;

    /// <summary>All columns.</summary>
    public List<FieldDraft> Columns { get; } = [];

    /// <summary>Those that become fields.</summary>
    public IEnumerable<FieldDraft> Fields => Columns.Where(f => f.LeftOut is null);

    public List<KeyDraft> Keys { get; } = [];

    public List<ReferenceDraft> References { get; } = [];

    /// <summary>Conditions, with the check that each is from.</summary>
    public List<(string Condition, DescribedCheck Check)> Conditions { get; } = [];

    /// <summary>The name of a binding for the person that its columns speak of; null: they speak of none.</summary>
    public string? Person { get; set; }

    /// <summary>Comments at the end of the table.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>The reference whose parents count the rows; null: none.</summary>
    public ReferenceDraft? Per { get; set; }

    /// <summary>Whether its rows can't be counted by parents.</summary>
    public bool IsFixed { get; set; }

    /// <summary>Rows, or the most of them per parent.</summary>
    public long Count { get; set; }

    /// <summary>About how many rows there will be at the least.</summary>
    public long LeastRows { get; set; }

    /// <summary>How many tables in a row count each other's children.</summary>
    public int Depth { get; set; }

    /// <summary>The field of a column.</summary>
    public FieldDraft? Find(string column) => Columns.Find(f => f.Column.Name == column) ?? Columns.Find(f => string.Equals(f.Column.Name, column, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Source.ToString();
}
