using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Language;

namespace TestDataGen.Rows;

/// <summary>
/// Rows of one table that were made by hand. The first of them show which columns there are and of which types; from then on each row goes straight on.
/// </summary>
internal sealed class HandMadeRows(string name, Table? known, Func<Table, TableRows> rowsOf)
{
    private const int Sample = 1000;

    private readonly List<Dictionary<string, object?>> _first = [];
    private Table? _table = known;
    private TableRows? _rows;
    private long _taken;

    /// <summary>Takes a row.</summary>
    public void Add(PSObject row)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string property, object? value) in HandMadeRow.Read(row))
            values[property] = value;
        if (values.Count == 0)
            throw new ExportException($"Row {_taken + 1} of {name} has no properties.", "Pipe objects with a property a column.");
        _taken++;
        if (_table is not null)
        {
            Send(values);
            return;
        }

        _first.Add(values);
        if (_first.Count == Sample)
            Settle();
    }

    /// <summary>Sends what is still held back on.</summary>
    public void Flush()
    {
        if (_table is null)
            Settle();
    }

    private void Settle()
    {
        var columns = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Dictionary<string, object?> row in _first)
            columns.AddRange(row.Keys.Where(seen.Add));
        _table = LooseTable.Create(name, columns.Select(c => (c, ValueTypes.Of(_first.Select(r => r.GetValueOrDefault(c))))));
        _taken = 0;
        foreach (Dictionary<string, object?> row in _first)
        {
            _taken++;
            Send(row);
        }

        _first.Clear();
    }

    private void Send(Dictionary<string, object?> row)
    {
        _rows ??= rowsOf(_table!);
        var values = new object?[_table!.Fields.Count];
        int found = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!row.TryGetValue(_table.Fields[i].Name, out object? value))
                continue;
            found++;
            values[i] = ValueTypes.Fitting(value, _table.Fields[i].Type);
        }

        if (found < row.Count)
        {
            string odd = row.Keys.First(k => _table.FindField(k) is null);
            throw new ExportException($"Row {_taken} of {name} has a property '{odd}' that the table lacks.", $"Leave it out, for instance by Select-Object; the table has {string.Join(", ", _table.Fields.Select(f => f.Name))}.");
        }

        _rows.Add(values);
    }
}
