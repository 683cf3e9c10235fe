using BenchmarkDotNet.Attributes;
using TestDataGen.Generation;

namespace TestDataGen.Benchmarks.HotPaths;

/// <summary>A random number of any cell on its own, against .NET's sequential generator, which would have to be asked in order.</summary>
[MemoryDiagnoser]
public class RandomDrawBenchmarks
{
    private const int Draws = 4096;
    private const ulong Key = 0x9b27a4c6d83e51f1;
    private readonly Random _sequential = new(42);

    [Benchmark(Baseline = true, OperationsPerInvoke = Draws)]
    public long SequentialGenerator()
    {
        long sum = 0;
        for (int i = 0; i < Draws; i++)
            sum ^= _sequential.NextInt64();
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public ulong OurDrawByRow()
    {
        ulong sum = 0;
        for (int i = 0; i < Draws; i++)
            sum ^= Squares.AtRow(Key, i);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public double OurNormal()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
            sum += NormalQuantile.Of(Squares.OpenUnit(Squares.AtRow(Key, i)));
        return sum;
    }
}
