using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Gathers loose rows, which somebody filtered, changed or made by hand, into batches.</summary>
/// <param name="table">The rows' table.</param>
public sealed class RowBatchBuilder(Table table)
{
    private readonly Column[] _columns = [.. table.Fields.Select(f => Column.Create(f.Type, RowBatch.MaxRows))];
    private int _count;
    private long _taken;

    /// <summary>The rows' table.</summary>
    public Table Table { get; } = table;

    /// <summary>Whether the batch must be taken before the next row.</summary>
    public bool IsFull => _count == RowBatch.MaxRows;

    /// <summary>Adds a row of .NET values, in the fields' order.</summary>
    /// <exception cref="ExportException">A value is none of its field's type, or null where there must be one; the row is not added.</exception>
    public void Add(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            Field field = Table.Fields[i];
            if (values[i] is null or DBNull && !field.IsNullable)
                throw new ExportException($"Row {_taken + _count + 1} of {Table.Name} has no value for {field.Name}, which is not nullable.", "Give the property a value, or make the field nullable.");
            try
            {
                CellValue.Set(_columns[i], _count, values[i]);
            }
            catch (FormatException e)
            {
                throw new ExportException($"Row {_taken + _count + 1} of {Table.Name}: {field.Name}: {e.Message}", "Give the property a value of its column's type.", e);
            }
        }

        _count++;
    }

    /// <summary>Adds a row of another batch of the same table.</summary>
    public void Add(RowBatch batch, int row)
    {
        for (int i = 0; i < _columns.Length; i++)
            _columns[i].Copy(_count, batch.Columns[i], row);
        _count++;
    }

    /// <summary>The rows gathered so far, valid until the next <see cref="Clear"/>; null when there are none.</summary>
    public RowBatch? Take() => _count == 0 ? null : new RowBatch(Table, _columns) { FirstRow = -1, Count = _count };

    /// <summary>Makes room for more rows.</summary>
    public void Clear()
    {
        _taken += _count;
        _count = 0;
        foreach (Column column in _columns)
            column.Clear();
    }
}
