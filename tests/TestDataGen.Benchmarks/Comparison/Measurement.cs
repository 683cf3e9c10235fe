using System.Globalization;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary>What one process needed for the workload.</summary>
/// <param name="Rows">Rows written.</param>
/// <param name="Seconds">From the schema's or the rules' first line to the closed file.</param>
/// <param name="PeakBytes">The most memory that the process held at any time.</param>
/// <param name="FileBytes">Size of what it wrote.</param>
internal readonly record struct Measurement(long Rows, double Seconds, long PeakBytes, long FileBytes)
{
    private const string Mark = "measured";

    public double RowsPerSecond => Rows / Seconds;

    /// <summary>The line by which a child process tells its parent.</summary>
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Mark} {Rows} {Seconds:R} {PeakBytes} {FileBytes}");

    /// <summary>Reads <see cref="ToLine"/>'s line; null when it is another one.</summary>
    public static Measurement? FromLine(string line)
    {
        string[] parts = line.Split(' ');
        return parts is [Mark, string rows, string seconds, string peak, string file]
            ? new Measurement(Number(rows), double.Parse(seconds, CultureInfo.InvariantCulture), Number(peak), Number(file))
            : null;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
