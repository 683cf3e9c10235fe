using System.Diagnostics;
using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <summary>From a plan to a sink, without an object for any row.</summary>
public static class Exporter
{
    /// <summary>Writes all tables of a plan and completes the sink. The caller disposes it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sink">The destination.</param>
    /// <param name="threads">How many threads fill batches, at least 1.</param>
    /// <param name="progress">Told after each batch, on the calling thread; null: nobody.</param>
    /// <param name="cancellationToken">Stops the work; what was written is taken back when the sink is disposed.</param>
    /// <exception cref="ExportException">The destination can't be written.</exception>
    /// <exception cref="GenerationException">A value could not be made.</exception>
    public static IReadOnlyList<ExportResult> Run(
        Plan plan, RowSink sink, int threads, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        sink.Begin([.. plan.Tables.Select(t => t.Table)]);
        var results = new List<ExportResult>();
        foreach (TablePlan table in plan.Tables)
        {
            var watch = Stopwatch.StartNew();
            long rows = 0;
            sink.WriteAll(
                plan,
                table,
                threads,
                count =>
                {
                    rows += count;
                    progress?.Report(new ExportProgress(table.Table.Name, rows, table.RowCount));
                },
                cancellationToken);
            results.Add(new ExportResult(table.Table.Name, rows, watch.Elapsed.TotalSeconds, sink.DestinationOf(table.Table)));
        }

        cancellationToken.ThrowIfCancellationRequested();
        sink.Complete(progress, cancellationToken);
        return [.. plan.Tables.Zip(results, (table, result) => result with
        {
            Rows = result.Rows - sink.RowsLeftOut(table.Table),
            Seconds = result.Seconds + sink.SecondsToComplete(table.Table),
        })];
    }
}
