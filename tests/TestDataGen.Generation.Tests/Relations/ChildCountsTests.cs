using CsCheck;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class ChildCountsTests
{
    private const ulong Key = 0x9876_5432_1234_5679;

    [Fact]
    public void Every_child_finds_its_parent_from_anywhere() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int).Sample((parents, min, more, shuffle) =>
        {
            ChildCounts counts = more == 0
                ? new EqualCounts(parents, min)
                : new DrawnCounts(parents, new UniformCount(min, min + more), min + more, Key, CancellationToken.None);
            long[] all = [.. Enumerable.Range(0, parents).Select(p => (long)p)];
            var firsts = new long[parents];
            var numbers = new long[parents];
            counts.Ranges(null, all, firsts, numbers);
            var expected = new List<(long Parent, long Index)>();
            for (int parent = 0; parent < parents; parent++)
            {
                if (firsts[parent] != expected.Count)
                    return false;
                for (long index = 0; index < numbers[parent]; index++)
                    expected.Add((parent, index));
            }

            if (counts.Total != expected.Count)
                return false;
            long[] children = [.. Enumerable.Range(0, expected.Count).Select(i => (long)i)];
            if (!Agrees(counts, children, expected))
                return false;
            var random = new System.Random(shuffle);
            random.Shuffle(children);
            random.Shuffle(all);
            var shuffled = new long[parents];
            counts.Ranges(null, all, shuffled, new long[parents]);
            return Agrees(counts, children, expected) && all.Select(p => firsts[p]).SequenceEqual(shuffled);
        });

    [Fact]
    public void Numbers_are_spread_evenly_between_the_ends()
    {
        long[] histogram = Histogram(new UniformCount(0, 5), 60_000);
        Assert.Equal(6, histogram.Length);
        Assert.All(histogram, n => Assert.InRange(n, 9_500, 10_500));
    }

    [Fact]
    public void Weighted_numbers_come_as_often_as_their_ranges_weigh()
    {
        long[] histogram = Histogram(new WeightedCount([new(0, 0), new(1, 2), new(10, 10)], [50, 40, 10]), 60_000);
        Assert.InRange(histogram[0], 29_300, 30_700);
        Assert.InRange(histogram[1], 11_500, 12_500);
        Assert.InRange(histogram[2], 11_500, 12_500);
        Assert.InRange(histogram[10], 5_600, 6_400);
        Assert.Equal(60_000, histogram[0] + histogram[1] + histogram[2] + histogram[10]);
    }

    [Fact]
    public void Poissons_numbers_have_its_mean_and_variance()
    {
        long[] histogram = Histogram(new DistributedCount(new DistributionSource("poisson", [3])), 60_000);
        double mean = histogram.Select((n, k) => (double)n * k).Sum() / 60_000;
        double variance = histogram.Select((n, k) => n * (k - mean) * (k - mean)).Sum() / 60_000;
        Assert.InRange(mean, 2.95, 3.05);
        Assert.InRange(variance, 2.9, 3.1);
    }

    [Fact]
    public void Zipfs_numbers_go_from_one_to_their_greatest()
    {
        long[] histogram = Histogram(new DistributedCount(new DistributionSource("zipf", [1.2, 20])), 60_000);
        Assert.Equal(21, histogram.Length);
        Assert.Equal(0, histogram[0]);
        Assert.InRange((double)histogram[1] / histogram[2], Math.Pow(2, 1.2) * 0.9, Math.Pow(2, 1.2) * 1.1);
    }

    [Fact]
    public void A_billion_parents_of_equal_counts_take_no_memory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var counts = new EqualCounts(1_000_000_000, 2);
        Assert.Equal(2_000_000_000, counts.Total);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        var parent = new long[1];
        counts.Locate(null, [1_999_999_999], parent, []);
        Assert.Equal(999_999_999, parent[0]);
    }

    private static long[] Histogram(CountDraw draw, int parents)
    {
        var counts = new DrawnCounts(parents, draw, draw.Max ?? 1000, Key, CancellationToken.None);
        var numbers = new long[parents];
        counts.Ranges(null, [.. Enumerable.Range(0, parents).Select(p => (long)p)], new long[parents], numbers);
        var histogram = new long[numbers.Max() + 1];
        foreach (long number in numbers)
            histogram[number]++;
        return histogram;
    }

    private static bool Agrees(ChildCounts counts, long[] children, List<(long Parent, long Index)> expected)
    {
        var parents = new long[children.Length];
        var indexes = new long[children.Length];
        counts.Locate(null, children, parents, indexes);
        return children.Select((child, i) => (parents[i], indexes[i]) == expected[(int)child]).All(same => same);
    }
}
