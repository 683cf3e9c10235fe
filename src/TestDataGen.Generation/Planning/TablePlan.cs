using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>How one table will be filled.</summary>
public sealed class TablePlan
{
    internal TablePlan(Table table, IReadOnlyList<ColumnPlan> columns) => (Table, Columns) = (table, columns);

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>A plan a field, in the fields' order.</summary>
    public IReadOnlyList<ColumnPlan> Columns { get; }

    /// <summary>All rows of the table, in every partition.</summary>
    public long TotalRows { get; internal set; }

    /// <summary>The first row of this partition, from 0.</summary>
    public long FirstRow { get; internal set; }

    /// <summary>How many rows this partition has.</summary>
    public long RowCount { get; internal set; }

    /// <summary>Estimated size of this partition's rows as CSV, in bytes.</summary>
    public long EstimatedBytes { get; internal set; }
}
