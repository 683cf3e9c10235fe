using BenchmarkDotNet.Attributes;
using Bogus;

namespace TestDataGen.Benchmarks.HotPaths;

/// <summary>
/// A generator of Bogus's long tail, called on one thread and on four. Bogus draws under one lock for the whole process, so more threads do not make more values: what
/// is called often should come from its data sets through our own streams.
/// </summary>
[MemoryDiagnoser]
public class BogusGeneratorBenchmarks
{
    private const int Values = 100_000;

    [Params(1, 4)]
    public int Threads { get; set; }

    /// <summary>A sentence: several draws, several strings.</summary>
    [Benchmark(OperationsPerInvoke = Values)]
    public long Sentence() => Run(faker => faker.Lorem.Sentence());

    /// <summary>A name: one draw.</summary>
    [Benchmark(OperationsPerInvoke = Values)]
    public long FirstName() => Run(faker => faker.Name.FirstName());

    private long Run(Func<Faker, string> generate)
    {
        long[] lengths = new long[Threads];
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
        {
            var faker = new Faker("en") { Random = new Randomizer(thread) };
            for (int i = 0; i < Values / Threads; i++)
                lengths[thread] += generate(faker).Length;
        });
        return lengths.Sum();
    }
}
