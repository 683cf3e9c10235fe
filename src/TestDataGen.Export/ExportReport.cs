using System.Diagnostics;
using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <summary>Rows and seconds of a run's tables, and what is told of them meanwhile.</summary>
internal sealed class ExportReport(IProgress<ExportProgress>? progress)
{
    private readonly Dictionary<TablePlan, (long Rows, Stopwatch Watch)> _tables = [];

    /// <summary>A table is begun.</summary>
    public void Begin(TablePlan table) => _tables[table] = (0, Stopwatch.StartNew());

    /// <summary>Rows of it are written.</summary>
    public void Add(TablePlan table, int rows)
    {
        (long before, Stopwatch watch) = _tables[table];
        _tables[table] = (before + rows, watch);
        progress?.Report(new ExportProgress(table.Table.Name, before + rows, table.RowCount));
    }

    /// <summary>All of them are.</summary>
    public void End(TablePlan table) => _tables[table].Watch.Stop();

    /// <summary>What came of a table, once the sink is complete.</summary>
    public ExportResult ResultOf(TablePlan table, RowSink sink)
    {
        (long rows, Stopwatch watch) = _tables[table];
        return new ExportResult(table.Table.Name, rows - sink.RowsLeftOut(table.Table), watch.Elapsed.TotalSeconds + sink.SecondsToComplete(table.Table), sink.DestinationOf(table.Table));
    }
}
