namespace TestDataGen.Generation.Tests.Plans;

/// <summary>The rows of a slice are kept a bit a row.</summary>
public sealed class RowSetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(100_003)]
    [InlineData(1L << 40)]
    public void Gives_in_order_what_was_added(long size)
    {
        var random = new Random(7);
        var expected = new SortedSet<long>();
        var rows = new RowSet(size);
        for (int i = 0; i < 300; i++)
        {
            long first = i % 3 == 0 ? size - 1 - random.NextInt64(Math.Min(size, 5)) : random.NextInt64(Math.Min(size, 50_000));
            long count = random.NextInt64(Math.Min(size - first, i % 50 == 0 ? 9_000 : 90)) + 1;
            if (count == 1)
                Assert.Equal(expected.Add(first), rows.Add(first));
            else
                rows.AddRange(first, count);
            expected.UnionWith(Enumerable.Range(0, (int)count).Select(k => first + k));
        }

        rows.Seal();
        Assert.Equal(expected.Count, rows.Count);
        Assert.All(expected, row => Assert.True(rows.Contains(row)));
        for (long row = 0; row < Math.Min(size, 60_000); row++)
            Assert.Equal(expected.Contains(row), rows.Contains(row));
        long[] all = [.. expected];
        foreach (int piece in new[] { 1, 7, 4096 })
        {
            for (int from = 0; from < all.Length; from += piece * (1 + (piece % 4096)))
            {
                var some = new long[Math.Min(piece, all.Length - from)];
                rows.CopyTo(from, some);
                Assert.Equal(all[from..(from + some.Length)], some);
            }
        }
    }

    [Fact]
    public void A_copy_is_a_set_of_its_own()
    {
        var rows = new RowSet(10_000);
        rows.AddRange(5, 10);
        RowSet copy = rows.Clone();
        copy.Add(9_000);
        rows.Add(3);
        Assert.Equal((11, 11), (rows.Count, copy.Count));
        Assert.False(rows.Contains(9_000));
        Assert.False(copy.Contains(3));
    }
}
