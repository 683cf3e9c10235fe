namespace TestDataGen;

/// <summary>Something in which a database is not as a schema says.</summary>
public sealed class SchemaDifference
{
    internal SchemaDifference(Export.SchemaDifference difference)
    {
        Table = difference.Table;
        Column = difference.Column;
        Kind = difference.Kind.ToString();
        Expected = difference.Expected;
        Actual = difference.Actual;
        Message = difference.Message;
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The column; null where it is about the table, or about several columns.</summary>
    public string? Column { get; }

    /// <summary><c>Table</c>, <c>Column</c>, <c>Type</c>, <c>Null</c>, <c>PrimaryKey</c>, <c>Unique</c>, <c>ForeignKey</c> or <c>Check</c>.</summary>
    public string Kind { get; }

    /// <summary>What the database would have if it were created from the schema; null: nothing.</summary>
    public string? Expected { get; }

    /// <summary>What it has; null: nothing.</summary>
    public string? Actual { get; }

    /// <summary>It as a sentence.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
