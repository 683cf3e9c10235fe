using System.Numerics;

namespace TestDataGen.Generation.Tests;

public sealed class SquaresTests
{
    private static readonly ulong Key = StreamKey.Of(42, "Shop", "customers", "id", "value");

    [Fact]
    public void Bits_are_fair()
    {
        var ones = new int[64];
        for (ulong row = 0; row < 100_000; row++)
        {
            ulong bits = Squares.AtRow(Key, (long)row);
            for (int b = 0; b < 64; b++)
                ones[b] += (int)((bits >> b) & 1);
        }

        // Six standard deviations of a binomial of 100,000 fair draws.
        Assert.All(ones, n => Assert.InRange(n, 50_000 - 949, 50_000 + 949));
    }

    [Fact]
    public void Digits_of_a_uniform_draw_pass_the_chi_square_test()
    {
        var counts = new int[100];
        for (long row = 0; row < 100_000; row++)
            counts[Squares.Below(Squares.AtRow(Key, row), 100)]++;
        double chiSquare = counts.Sum(c => (c - 1000.0) * (c - 1000.0) / 1000);
        // 99 degrees of freedom: 0.1 % on either side.
        Assert.InRange(chiSquare, 61, 149);
    }

    [Fact]
    public void Neighbouring_rows_and_columns_are_not_alike()
    {
        ulong other = StreamKey.Of(42, "Shop", "customers", "ie", "value");
        long rows = Enumerable.Range(0, 10_000).Sum(r => (long)BitOperations.PopCount(Squares.AtRow(Key, r) ^ Squares.AtRow(Key, r + 1)));
        long columns = Enumerable.Range(0, 10_000).Sum(r => (long)BitOperations.PopCount(Squares.AtRow(Key, r) ^ Squares.AtRow(other, r)));
        Assert.InRange(rows, 317_000, 323_000);
        Assert.InRange(columns, 317_000, 323_000);
    }

    [Fact]
    public void Key_depends_on_every_name()
    {
        ulong[] keys =
        [
            StreamKey.Of(1, "a", "b", "c", "d"), StreamKey.Of(2, "a", "b", "c", "d"), StreamKey.Of(1, "x", "b", "c", "d"), StreamKey.Of(1, "a", "x", "c", "d"),
            StreamKey.Of(1, "a", "b", "x", "d"), StreamKey.Of(1, "a", "b", "c", "x"), StreamKey.Of(1, "ab", "", "c", "d"), StreamKey.Of(1, "", "ab", "c", "d"),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Equal(1UL, k & 1));
    }
}
