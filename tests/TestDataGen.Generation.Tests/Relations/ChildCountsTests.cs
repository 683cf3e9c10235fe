using CsCheck;

namespace TestDataGen.Generation.Tests;

public sealed class ChildCountsTests
{
    private const ulong Key = 0x9876_5432_1234_5679;

    [Fact]
    public void Every_child_finds_its_parent_from_anywhere() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int).Sample((parents, min, more, shuffle) =>
        {
            var counts = new ChildCounts(parents, min, min + more, Key, CancellationToken.None);
            var expected = new List<(long Parent, long Index)>();
            for (long parent = 0; parent < parents; parent++)
            {
                if (counts.FirstChild(parent) != expected.Count)
                    return false;
                for (long index = 0; index < counts.Count(parent); index++)
                    expected.Add((parent, index));
            }

            if (counts.Total != expected.Count)
                return false;
            long[] children = [.. Enumerable.Range(0, expected.Count).Select(i => (long)i)];
            if (!Agrees(counts, children, expected))
                return false;
            new System.Random(shuffle).Shuffle(children);
            return Agrees(counts, children, expected);
        });

    [Fact]
    public void Numbers_are_spread_evenly_between_the_ends()
    {
        var counts = new ChildCounts(60_000, 0, 5, Key, CancellationToken.None);
        int[] histogram = new int[6];
        for (long parent = 0; parent < 60_000; parent++)
            histogram[counts.Count(parent)]++;
        Assert.All(histogram, n => Assert.InRange(n, 9_500, 10_500));
    }

    [Fact]
    public void A_billion_parents_take_no_more_memory_than_a_block_each()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var counts = new ChildCounts(1_000_000_000, 2, 2, Key, CancellationToken.None);
        Assert.Equal(2_000_000_000, counts.Total);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
        var parent = new long[1];
        counts.Locate([1_999_999_999], parent, []);
        Assert.Equal(999_999_999, parent[0]);
    }

    private static bool Agrees(ChildCounts counts, long[] children, List<(long Parent, long Index)> expected)
    {
        var parents = new long[children.Length];
        var indexes = new long[children.Length];
        counts.Locate(children, parents, indexes);
        return children.Select((child, i) => (parents[i], indexes[i]) == expected[(int)child]).All(same => same);
    }
}
