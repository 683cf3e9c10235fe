using System.ComponentModel;
using TestDataGen.Generation;
using TestDataGen.Rows;

namespace TestDataGen;

/// <summary>
/// A row in the pipeline: a view on a batch of columns. Each table has a subclass of its own, <c>TestDataGen.Row#TABLE</c>, made at run time, with a typed property a
/// field; so PowerShell sees real properties and the type names, at the cost of one small object a row.
/// </summary>
/// <remarks>
/// This class has no public properties: they would stand beside, or in the way of, the table's own. A row keeps its batch alive.
/// </remarks>
public abstract class Row
{
    // In Changes: the field still has the batch's value.
    private static readonly object Unchanged = new();

    private object?[]? _changes;

    /// <summary>For the subclasses of tables.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Row(RowBatch batch, int index) => (Batch, Index) = (batch, index);

    internal RowBatch Batch { get; }

    internal int Index { get; }

    internal bool IsChanged => _changes is not null;

    /// <summary>Makes a row of the same table.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract Row Create(RowBatch batch, int index);

    internal object? GetValue(int field) =>
        Change(field, out object? changed) ? changed : ColumnCell.Read(Batch.Columns[field], Index);

    /// <summary>The value of a field that is never null in what was generated.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T Get<T>(int field)
        where T : struct =>
        Change(field, out object? changed) ? (T)changed! : ColumnCell.Read<T>(Batch.Columns[field], Index);

    /// <summary>The value of a field that may be null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? GetNullable<T>(int field)
        where T : struct
    {
        if (Change(field, out object? changed))
            return (T?)changed;
        Column column = Batch.Columns[field];
        return column.IsNull(Index) ? null : ColumnCell.Read<T>(column, Index);
    }

    /// <summary>The value of a text field.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetText(int field) => (string?)GetValue(field);

    /// <summary>The value of a binary field.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected byte[]? GetBytes(int field) => (byte[]?)GetValue(field);

    /// <summary>Gives a field another value; the batch stays as it was.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Set(int field, object? value)
    {
        if (_changes is null)
        {
            var changes = new object?[Batch.Columns.Count];
            Array.Fill(changes, Unchanged);
            _changes = changes;
        }

        _changes[field] = value;
    }

    private bool Change(int field, out object? value)
    {
        value = _changes?[field];
        return _changes is not null && value != Unchanged;
    }
}
