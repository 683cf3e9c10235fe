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
        var report = new ExportReport(progress);
        sink.WriteTables(plan, threads, report, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        sink.Complete(progress, cancellationToken);
        return [.. plan.Tables.Select(t => report.ResultOf(t, sink))];
    }
}
