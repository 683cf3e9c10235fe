using System.Globalization;
using System.Runtime.InteropServices;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary>The result as a Markdown table.</summary>
internal static class ComparisonTable
{
    public static void Print(TextWriter output, IReadOnlyList<Contestant> contestants, int rows, int rounds)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(culture, $"{rows:N0} rows, median of {rounds}; {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}"));
        output.WriteLine();
        int width = contestants.Max(c => c.Name.Length);
        output.WriteLine($"| {"".PadRight(width)} |  seconds |     rows/s |  MB/s | peak memory | times as fast |");
        output.WriteLine($"| {new string('-', width)} | -------: | ---------: | ----: | ----------: | ------------: |");
        foreach (Contestant c in contestants)
        {
            string ratio = c.Ratio is { } times ? times.ToString("N1", culture) : "1";
            output.WriteLine(string.Create(
                culture,
                $"| {c.Name.PadRight(width)} | {c.MedianSeconds,8:N2} | {rows / c.MedianSeconds,10:N0} | {c.Runs[0].FileBytes / c.MedianSeconds / 1e6,5:N0} | {c.PeakBytes / 1e6,8:N0} MB | {ratio,13} |"));
        }
    }
}
