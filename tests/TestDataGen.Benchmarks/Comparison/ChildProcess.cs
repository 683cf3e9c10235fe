using System.Diagnostics;
using System.Globalization;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary>Runs this program again, so that neither side of a comparison warms the other's code or fills its heap.</summary>
internal static class ChildProcess
{
    /// <summary>Runs with these arguments and reads the measurement that the child prints.</summary>
    /// <exception cref="InvalidOperationException">The child failed; the message holds what it said.</exception>
    public static Measurement Run(IEnumerable<string> arguments)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        string[] start = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
        var info = new ProcessStartInfo(program, [.. start, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process child = Process.Start(info)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        foreach (string line in output.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (child.ExitCode == 0 && Measurement.FromLine(line) is { } measurement)
                return measurement;
        }

        throw new InvalidOperationException($"`{string.Join(' ', arguments)}` ended with exit code {child.ExitCode}.\n{output}{errors.Result}");
    }

    /// <summary>
    /// Runs another program as <c>dotnet PROGRAM csv|sqlite ROWS FILE</c>. Its time is that of the whole process, start of the runtime (about 0.05 s) included; its memory is
    /// what was seen last before it ended.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program failed; the message holds what it said.</exception>
    public static Measurement RunOther(string program, string format, long rows, string path)
    {
        var watch = Stopwatch.StartNew();
        var info = new ProcessStartInfo("dotnet", [program, format, rows.ToString(CultureInfo.InvariantCulture), path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process child = Process.Start(info)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync();
        Task<string> errors = child.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!child.WaitForExit(100))
        {
            child.Refresh();
            peak = Math.Max(peak, child.HasExited ? 0 : child.PeakWorkingSet64);
        }

        double seconds = watch.Elapsed.TotalSeconds;
        if (child.ExitCode != 0)
            throw new InvalidOperationException($"`dotnet {program} {format} {rows} {path}` ended with exit code {child.ExitCode}.\n{output.Result}{errors.Result}");
        return new Measurement(rows, seconds, peak, new FileInfo(path).Length);
    }

    /// <summary>In the child: does the work and prints what it took, compilation of the code included, start of the runtime not.</summary>
    public static void Measure(long rows, string path, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        double seconds = watch.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(new Measurement(rows, seconds, self.PeakWorkingSet64, new FileInfo(path).Length).ToLine());
    }
}
