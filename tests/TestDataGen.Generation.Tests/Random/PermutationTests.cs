using CsCheck;

namespace TestDataGen.Generation.Tests;

public sealed class PermutationTests
{
    [Fact]
    public void Every_number_below_the_size_comes_exactly_once() =>
        Gen.Select(Gen.Int[1, 5000], Gen.ULong).Sample((size, seed) =>
        {
            var permutation = new Permutation((ulong)size, seed | 1);
            var seen = new bool[size];
            for (int i = 0; i < size; i++)
            {
                ulong at = permutation.At((ulong)i);
                if (at >= (ulong)size || seen[at])
                    return false;
                seen[at] = true;
            }

            return true;
        });

    [Fact]
    public void The_order_looks_like_chance()
    {
        var permutation = new Permutation(100_000, StreamKey.Of(1, "s", "t", "c", "value"));
        int ascents = Enumerable.Range(0, 99_999).Count(i => permutation.At((ulong)i) < permutation.At((ulong)i + 1));
        Assert.InRange(ascents, 49_000, 51_000);
        // Neighbours are far from each other: the mean distance of two random places is a third of the size.
        double distance = Enumerable.Range(0, 99_999).Average(i => Math.Abs((double)permutation.At((ulong)i) - permutation.At((ulong)i + 1)));
        Assert.InRange(distance, 32_000, 34_700);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(1UL << 62)]
    [InlineData(1UL << 63)]
    public void Any_size_is_served(ulong size)
    {
        var permutation = new Permutation(size, 0x123456789ABCDEF1);
        for (ulong i = 0; i < Math.Min(size, 100); i++)
            Assert.True(permutation.At(i) < size);
    }
}
