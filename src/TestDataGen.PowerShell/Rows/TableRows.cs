using System.Diagnostics;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Rows;

/// <summary>The rows of one table on their way to a sink, in order.</summary>
internal sealed class TableRows(Table table, RowSink sink, IProgress<ExportProgress> progress)
{
    private readonly RowBatchBuilder _loose = new(table);
    private readonly object?[] _values = new object?[table.Fields.Count];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _elapsed;
    private long _written;

    public ExportResult Result => new(table.Name, _written, _elapsed.TotalSeconds + sink.SecondsToComplete(table), sink.DestinationOf(table));

    /// <summary>Adds rows as they lie in their batch.</summary>
    public void AddSlice(RowBatch batch, int from, int count)
    {
        Flush();
        Write(batch, from, count);
    }

    /// <summary>Adds copies of rows.</summary>
    public void AddCopies(RowBatch batch, int from, int count)
    {
        for (int row = from; row < from + count; row++)
        {
            _loose.Add(batch, row);
            FlushIfFull();
        }
    }

    /// <summary>Adds a row with the values that it has now.</summary>
    public void Add(Row row)
    {
        for (int i = 0; i < _values.Length; i++)
            _values[i] = row.GetValue(i);
        Add(_values);
    }

    /// <summary>Adds values in the fields' order.</summary>
    public void Add(object?[] values)
    {
        _loose.Add(values);
        FlushIfFull();
    }

    /// <summary>Writes the copies gathered so far.</summary>
    public void Flush()
    {
        if (_loose.Take() is { } batch)
            Write(batch, 0, batch.Count);
        _loose.Clear();
    }

    private void FlushIfFull()
    {
        if (_loose.IsFull)
            Flush();
    }

    private void Write(RowBatch batch, int from, int count)
    {
        sink.Write(batch, from, count);
        _written += count;
        _elapsed = _watch.Elapsed;
        progress.Report(new ExportProgress(table.Name, _written, -1));
    }
}
