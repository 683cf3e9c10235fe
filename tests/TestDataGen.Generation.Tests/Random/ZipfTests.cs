namespace TestDataGen.Generation.Tests;

public sealed class ZipfTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void Ranks_follow_the_law(double exponent)
    {
        const int ranks = 50;
        const int draws = 100_000;
        var zipf = new Zipf(ranks, exponent);
        var counts = new int[ranks];
        for (long row = 0; row < draws; row++)
            counts[zipf.Draw(0x9876_5432_1234_5679, row) - 1]++;
        double total = Enumerable.Range(1, ranks).Sum(k => Math.Pow(k, -exponent));
        double chiSquare = Enumerable.Range(1, ranks).Sum(k =>
        {
            double expected = draws * Math.Pow(k, -exponent) / total;
            return (counts[k - 1] - expected) * (counts[k - 1] - expected) / expected;
        });
        // 49 degrees of freedom: 0.1 % on either side.
        Assert.InRange(chiSquare, 23, 86);
    }

    [Fact]
    public void Very_many_ranks_take_no_table()
    {
        var zipf = new Zipf(1L << 40, 1.1);
        for (long row = 0; row < 1000; row++)
            Assert.InRange(zipf.Draw(0x9876_5432_1234_5679, row), 1, 1L << 40);
    }

    [Fact]
    public void One_rank_is_the_only_one() => Assert.Equal(1, new Zipf(1, 2).Draw(7, 0));
}
