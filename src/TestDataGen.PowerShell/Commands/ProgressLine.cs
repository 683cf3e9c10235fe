using System.Diagnostics;
using System.Management.Automation;
using TestDataGen.Export;

namespace TestDataGen.Commands;

/// <summary>Shows how far an export has come, a few times a second: what is shown more often slows the work down.</summary>
internal sealed class ProgressLine(Cmdlet cmdlet, string activity) : IProgress<ExportProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private bool _isShown;

    /// <summary>Called on the pipeline's thread after each batch.</summary>
    public void Report(ExportProgress value)
    {
        if (value.Finishing is null && _sinceShown.Elapsed < Pause)
            return;
        _sinceShown.Restart();
        _isShown = true;
        double seconds = _sinceStart.Elapsed.TotalSeconds;
        var record = new ProgressRecord(0, activity, Describe(value));
        if (value.TotalRows > 0)
        {
            record.PercentComplete = (int)Math.Min(100, 100.0 * value.Rows / value.TotalRows);
            record.CurrentOperation = FormattableString.Invariant($"{seconds:N0} s");
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Takes the line away.</summary>
    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(0, activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    private static string Describe(ExportProgress value) => value.Finishing is { } work ? $"{value.Table}: {work}"
        : value.TotalRows >= 0
        ? FormattableString.Invariant($"{value.Table}: {value.Rows:N0} of {value.TotalRows:N0} rows")
        : FormattableString.Invariant($"{value.Table}: {value.Rows:N0} rows");
}
