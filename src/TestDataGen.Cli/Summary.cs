using System.Globalization;
using TestDataGen.Export;

namespace TestDataGen.Cli;

/// <summary>What was written, a line a table.</summary>
internal static class Summary
{
    /// <summary>Writes the table to the standard output.</summary>
    public static void Write(IReadOnlyList<ExportResult> results)
    {
        string[][] lines =
        [
            ["Table", "Rows", "Seconds", "Rows/s", "Destination"],
            ["-----", "----", "-------", "------", "-----------"],
            .. results.Select(r => new[]
            {
                r.Table,
                r.Rows.ToString("N0", CultureInfo.InvariantCulture),
                r.Seconds.ToString("N2", CultureInfo.InvariantCulture),
                r.RowsPerSecond.ToString("N0", CultureInfo.InvariantCulture),
                r.Destination,
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, 5).Select(c => lines.Max(l => l[c].Length))];
        foreach (string[] line in lines)
        {
            // Numbers to the right.
            string[] cells = [.. line.Select((cell, c) => c is 1 or 2 or 3 ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))];
            Console.Out.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
