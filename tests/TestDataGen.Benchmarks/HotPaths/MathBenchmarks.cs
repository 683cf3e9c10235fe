using BenchmarkDotNet.Attributes;
using TestDataGen.Generation;

namespace TestDataGen.Benchmarks.HotPaths;

/// <summary>What it costs that logarithms and powers are the same on every platform: ours against the C library's.</summary>
public class MathBenchmarks
{
    private const int Values = 4096;
    private readonly double[] _values = [.. Enumerable.Range(1, Values).Select(i => i * 0.37)];

    [Benchmark(OperationsPerInvoke = Values)]
    public double LibraryLog() => Sum(Math.Log);

    [Benchmark(OperationsPerInvoke = Values)]
    public double OurLog() => Sum(DeterministicMath.Log);

    [Benchmark(OperationsPerInvoke = Values)]
    public double LibraryExp() => Sum(x => Math.Exp(x * 0.01));

    [Benchmark(OperationsPerInvoke = Values)]
    public double OurExp() => Sum(x => DeterministicMath.Exp(x * 0.01));

    [Benchmark(OperationsPerInvoke = Values)]
    public double LibraryPow() => Sum(x => Math.Pow(x, 1.7));

    [Benchmark(OperationsPerInvoke = Values)]
    public double OurPow() => Sum(x => DeterministicMath.Pow(x, 1.7));

    [Benchmark(OperationsPerInvoke = Values)]
    public double LibrarySin() => Sum(Math.Sin);

    [Benchmark(OperationsPerInvoke = Values)]
    public double OurSin() => Sum(DeterministicMath.Sin);

    private double Sum(Func<double, double> function)
    {
        double sum = 0;
        foreach (double value in _values)
            sum += function(value);
        return sum;
    }
}
