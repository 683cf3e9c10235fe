using System.Collections;
using TestDataGen.Generation;
using TestDataGen.Rows;

namespace TestDataGen.Generators;

/// <summary>
/// A row as a generator's script sees it: <c>$Row.name</c> is a field, <c>$Row.alias.name</c> one of a parent, <c>$Row.row_number</c> the row's number, the values as in the
/// rows of the pipeline. To PowerShell a dictionary, for its keys are found first and fast.
/// </summary>
/// <param name="row">The row.</param>
/// <param name="failed">Told of a field that can't be read: PowerShell makes the exception null, as it does with every property.</param>
internal sealed class ScriptRow(GeneratorRow row, Action<Exception> failed) : IDictionary
{
    private ScriptRow? _parent;
    private GeneratorRow? _parentRow;

    public ICollection Keys => row.Fields.ToArray();

    public ICollection Values => row.Fields.Select(f => this[f]).ToArray();

    public int Count => row.Fields.Count();

    public bool IsReadOnly => true;

    public bool IsFixedSize => true;

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    public object? this[object key]
    {
        get
        {
            try
            {
                return Read(key as string ?? key.ToString() ?? "");
            }
            catch (Exception e)
            {
                failed(e);
                throw;
            }
        }

        set => throw new NotSupportedException("A generator reads its row; it can't change it.");
    }

    /// <summary>Always: so that a name that is none is asked for and refused, where PowerShell would make it null.</summary>
    public bool Contains(object key) => true;

    public void Add(object key, object? value) => this[key] = value;

    public void Clear() => this[""] = null;

    public void Remove(object key) => this[key] = null;

    public IDictionaryEnumerator GetEnumerator() => row.Fields.ToDictionary(f => f, f => this[f]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void CopyTo(Array array, int index)
    {
        foreach (DictionaryEntry entry in this)
            array.SetValue(entry, index++);
    }

    private object? Read(string name)
    {
        if (row.HasField(name))
            return ColumnCell.Read(row.Cell(name, out int index), index);
        if (row.TryParent(name, out GeneratorRow? parent))
            return parent is null ? null : Of(parent);
        return string.Equals(name, "row_number", StringComparison.OrdinalIgnoreCase) ? row.Number : row[name];
    }

    private ScriptRow Of(GeneratorRow parent)
    {
        if (_parentRow != parent)
            (_parent, _parentRow) = (new ScriptRow(parent, failed), parent);
        return _parent!;
    }
}
