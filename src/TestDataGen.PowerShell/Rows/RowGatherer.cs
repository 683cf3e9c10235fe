using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Rows;

/// <summary>
/// Hands rows from the pipeline to a sink. Rows of one batch that arrive in order and unchanged go on as a slice of their batch, untouched cell by cell; rows that were filtered, changed or made
/// by hand are copied into new batches. Rows of several tables may come in turn; those of one table stay in order.
/// </summary>
internal sealed class RowGatherer
{
    // Shorter slices are cheaper to copy than to hand over one by one.
    private const int ShortestSlice = 64;

    private readonly RowSink _sink;
    private readonly IProgress<ExportProgress> _progress;
    private readonly Dictionary<Table, TableRows> _tables = [];
    private readonly Dictionary<string, HandMadeRows> _handMade = new(StringComparer.OrdinalIgnoreCase);
    private RowBatch? _batch;
    private int _from;
    private int _count;

    public RowGatherer(RowSink sink, IProgress<ExportProgress> progress)
    {
        (_sink, _progress) = (sink, progress);
        // Which tables will come is known only when their rows do.
        sink.Begin([]);
    }

    /// <summary>Takes a row of a schema's table.</summary>
    public void Add(Row row)
    {
        if (!row.IsChanged)
        {
            if (row.Batch == _batch && row.Index == _from + _count)
            {
                _count++;
                return;
            }

            EndSlice();
            (_batch, _from, _count) = (row.Batch, row.Index, 1);
            return;
        }

        EndSlice();
        RowsOf(row.Batch.Table).Add(row);
    }

    /// <summary>Takes a row that is no <see cref="Row"/>.</summary>
    public void Add(PSObject row, string table)
    {
        EndSlice();
        if (!_handMade.TryGetValue(table, out HandMadeRows? rows))
        {
            // Among rows of a schema's table it is one of them.
            Table? known = _tables.Keys.FirstOrDefault(t => string.Equals(t.Name, table, StringComparison.OrdinalIgnoreCase));
            rows = new HandMadeRows(table, known, RowsOf);
            _handMade.Add(table, rows);
        }

        rows.Add(row);
    }

    /// <summary>Writes what is still gathered and completes the sink.</summary>
    public IReadOnlyList<ExportResult> Complete(CancellationToken cancellationToken)
    {
        EndSlice();
        foreach (HandMadeRows rows in _handMade.Values)
            rows.Flush();
        foreach (TableRows rows in _tables.Values)
            rows.Flush();
        _sink.Complete(_progress, cancellationToken);
        return [.. _tables.Values.Select(r => r.Result)];
    }

    private void EndSlice()
    {
        if (_batch is not { } batch)
            return;
        TableRows rows = RowsOf(batch.Table);
        if (_count >= ShortestSlice)
            rows.AddSlice(batch, _from, _count);
        else
            rows.AddCopies(batch, _from, _count);
        (_batch, _count) = (null, 0);
    }

    private TableRows RowsOf(Table table)
    {
        if (!_tables.TryGetValue(table, out TableRows? rows))
        {
            // In a script, the rows of the tables before stand before: keys point at them.
            foreach (TableRows earlier in _tables.Values)
                earlier.Flush();
            rows = new TableRows(table, _sink, _progress);
            _tables.Add(table, rows);
        }

        return rows;
    }
}
