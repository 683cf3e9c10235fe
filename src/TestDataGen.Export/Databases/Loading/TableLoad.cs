using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>How far the rows of one table have come on their way into a database.</summary>
internal sealed class TableLoad(Table table, bool isCreated) : IDisposable
{
    private RowBatch? _withoutLater;

    public Table Table { get; } = table;

    /// <summary>Whether this run has created the table.</summary>
    public bool IsCreated { get; } = isCreated;

    /// <summary>The table's columns in the database; none while nothing is executed.</summary>
    public required IReadOnlyList<ExistingColumn> Columns { get; init; }

    /// <summary>What sends the rows.</summary>
    public required RowWriter Writer { get; init; }

    /// <summary>Foreign keys whose parents come later: their fields are null at first, and set when the parents are there.</summary>
    public IReadOnlyList<Reference> Later { get; init; } = [];

    /// <summary>The temporary table that keeps those fields until then; null: none.</summary>
    public string? Temporary { get; init; }

    /// <summary>What sends them there; null: nothing.</summary>
    public RowWriter? LaterWriter { get; init; }

    /// <summary>The fields that are set later.</summary>
    public IEnumerable<Field> LaterFields => Later.SelectMany(r => r.Fields).Where(f => f.IsNullable).Distinct();

    /// <summary>Rows that the server has taken, or refused one by one.</summary>
    public long Taken { get; set; }

    /// <summary>Rows sent that it may still refuse.</summary>
    public int Open { get; set; }

    /// <summary>Rows that stay whatever happens.</summary>
    public long Kept { get; set; }

    /// <summary>Whether the server was asked to keep the rows taken since, and was not heard of again.</summary>
    public bool IsUnsure { get; set; }

    /// <summary>Rows that were refused and are in the file for them.</summary>
    public long Refused { get; set; }

    /// <summary>Seconds for what follows the rows.</summary>
    public double SecondsToComplete { get; set; }

    /// <summary>The rows of a batch without the fields that are set later.</summary>
    public RowBatch WithoutLater(RowBatch batch)
    {
        _withoutLater ??= new RowBatch(Table, [.. Table.Fields.Select(f => LaterFields.Contains(f) ? Nulls(f) : batch.Columns[f.Index])]);
        return new RowBatch(Table, [.. Table.Fields.Select(f => LaterFields.Contains(f) ? _withoutLater.Columns[f.Index] : batch.Columns[f.Index])]) { FirstRow = batch.FirstRow, Count = batch.Count };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer.Dispose();
        LaterWriter?.Dispose();
    }

    private static Column Nulls(Field field)
    {
        Column column = Column.Create(field.Type, RowBatch.MaxRows);
        for (int i = 0; i < RowBatch.MaxRows; i++)
            column.SetNull(i);
        return column;
    }
}
