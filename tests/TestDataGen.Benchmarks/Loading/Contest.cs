using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TestDataGen.Benchmarks.Comparison;

namespace TestDataGen.Benchmarks.Loading;

/// <summary>Two ways to do the same, measured in turns: a pair a round, of which the median tells how many times as fast we are.</summary>
internal sealed class Contest(string theirs, string ours, int rows)
{
    private readonly List<double> _theirs = [];
    private readonly List<double> _ours = [];

    /// <summary>Measures both once, in turns who is first.</summary>
    /// <param name="runTheirs">The one way.</param>
    /// <param name="runOurs">The other.</param>
    /// <param name="after">What is done behind either, unmeasured.</param>
    public void Measure(Action runTheirs, Action runOurs, Action after)
    {
        // Who comes first may find it easier, or harder.
        bool areTheyFirst = _theirs.Count % 2 == 0;
        if (areTheyFirst)
            Run(_theirs, runTheirs);
        Run(_ours, runOurs);
        if (!areTheyFirst)
            Run(_theirs, runTheirs);

        void Run(List<double> seconds, Action run)
        {
            seconds.Add(Seconds(run));
            after();
        }
    }

    public static void Print(TextWriter output, IReadOnlyList<Contest> contests, int rows, int rounds)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(culture, $"{rows:N0} rows, median of {rounds}; {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}"));
        output.WriteLine();
        output.WriteLine("| | seconds | rows/s | times as fast |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (Contest contest in contests)
            contest.Print(output);
    }

    private void Print(TextWriter output)
    {
        (double their, double our) = (Median.Of(_theirs), Median.Of(_ours));
        CultureInfo culture = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(culture, $"| {theirs} | {their:N2} | {rows / their:N0} | 1 |"));
        output.WriteLine(string.Create(culture, $"| {ours} | {our:N2} | {rows / our:N0} | {Median.Of([.. _theirs.Zip(_ours, (t, o) => t / o)]):N2} |"));
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
