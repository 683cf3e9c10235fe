using System.Diagnostics;
using System.Management.Automation;
using TestDataGen.Export;

namespace TestDataGen.Commands;

/// <summary>Shows how far an export has come, a few times a second: what is shown more often slows the work down. Tables that are written at the same time have a line each.</summary>
internal sealed class ProgressLine(Cmdlet cmdlet, string activity) : IProgress<ExportProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private readonly List<Line> _lines = [new()];

    /// <summary>Called on the pipeline's thread after each batch.</summary>
    public void Report(ExportProgress value)
    {
        int number = NumberFor(value);
        Line line = _lines[number];
        line.Table = value.Rows == value.TotalRows ? null : value.Table;
        if (line.Table is null && number > 0)
        {
            Complete(number);
            return;
        }

        if (value.Finishing is null && line.SinceShown.Elapsed < Pause)
            return;
        line.SinceShown.Restart();
        line.IsShown = true;
        double seconds = _sinceStart.Elapsed.TotalSeconds;
        var record = new ProgressRecord(number, activity, Describe(value));
        if (value.TotalRows > 0)
        {
            record.PercentComplete = (int)Math.Min(100, 100.0 * value.Rows / value.TotalRows);
            record.CurrentOperation = FormattableString.Invariant($"{seconds:N0} s");
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Takes the lines away.</summary>
    public void Complete()
    {
        for (int number = 0; number < _lines.Count; number++)
            Complete(number);
    }

    private void Complete(int number)
    {
        if (_lines[number].IsShown)
            cmdlet.WriteProgress(new ProgressRecord(number, activity, "Done") { RecordType = ProgressRecordType.Completed });
        _lines[number].IsShown = false;
    }

    // The table's line, one whose table is done, or a new one. What is not counted has the first.
    private int NumberFor(ExportProgress value)
    {
        if (value.TotalRows < 0)
            return 0;
        int number = _lines.FindIndex(l => l.Table == value.Table);
        if (number < 0)
            number = _lines.FindIndex(l => l.Table is null);
        if (number >= 0)
            return number;
        _lines.Add(new Line());
        return _lines.Count - 1;
    }

    private static string Describe(ExportProgress value) => value.Finishing is { } work ? $"{value.Table}: {work}"
        : value.TotalRows >= 0
        ? FormattableString.Invariant($"{value.Table}: {value.Rows:N0} of {value.TotalRows:N0} rows")
        : FormattableString.Invariant($"{value.Table}: {value.Rows:N0} rows");

    private sealed class Line
    {
        public string? Table { get; set; }

        public bool IsShown { get; set; }

        public Stopwatch SinceShown { get; } = Stopwatch.StartNew();
    }
}
