using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Some rows of a table in their order, as columns.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">A column a field, in the fields' order.</param>
public sealed class RowBatch(Table table, IReadOnlyList<Column> columns)
{
    /// <summary>How many rows the engine puts in a batch at the most.</summary>
    public const int MaxRows = 4096;

    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>A column a field, in the fields' order.</summary>
    public IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>The number of the first row in its table, from 0, which the others follow, in a slice with gaps; -1 for rows that come from no plan (made by hand).</summary>
    public long FirstRow { get; set; }

    /// <summary>How many rows.</summary>
    public int Count { get; set; }
}
