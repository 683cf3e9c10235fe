using CsCheck;

namespace TestDataGen.Generation.Tests;

public sealed class NormalQuantileTests
{
    // Computed with 60 digits.
    [Theory]
    [InlineData(0.6, 0.25334710313579974132)]
    [InlineData(0.75, 0.6744897501960817432)]
    [InlineData(0.9, 1.2815515655446005935)]
    [InlineData(0.925, 1.4395314709384562291)]
    [InlineData(0.95, 1.6448536269514722843)]
    [InlineData(0.975, 1.9599639845400538556)]
    [InlineData(0.995, 2.5758293035489004539)]
    [InlineData(0.999, 3.0902323061678132778)]
    [InlineData(1e-5, -4.2648907939228246102)]
    [InlineData(1e-10, -6.3613409024040561991)]
    [InlineData(1e-11, -6.7060231554951362961)]
    [InlineData(1e-12, -7.0344838253011319326)]
    [InlineData(1e-20, -9.2623400897984075796)]
    [InlineData(1e-100, -21.273453560965324294)]
    [InlineData(1e-300, -37.047096299361199237)]
    public void Has_fifteen_digits(double p, double expected) =>
        Assert.InRange(NormalQuantile.Of(p) / expected, 1 - 2e-15, 1 + 2e-15);

    [Fact]
    public void Is_infinite_at_the_ends_and_undefined_outside()
    {
        Assert.Equal(0, NormalQuantile.Of(0.5));
        Assert.Equal(double.NegativeInfinity, NormalQuantile.Of(0));
        Assert.Equal(double.PositiveInfinity, NormalQuantile.Of(1));
        Assert.True(double.IsFinite(NormalQuantile.Of(double.Epsilon)));
        Assert.True(double.IsFinite(NormalQuantile.Of(1 - 1.1102230246251565e-16)));
        Assert.Equal(double.NaN, NormalQuantile.Of(-1e-9));
        Assert.Equal(double.NaN, NormalQuantile.Of(1.0000001));
        Assert.Equal(double.NaN, NormalQuantile.Of(double.NaN));
    }

    // Multiples of 2^-30, so that 1 - p is exact.
    [Fact]
    public void Is_odd_around_one_half() =>
        Gen.Int[1, (1 << 30) - 1].Sample(i =>
        {
            double p = i * (1.0 / (1 << 30));
            Assert.Equal(-NormalQuantile.Of(p), NormalQuantile.Of(1 - p));
        });

    [Fact]
    public void Grows() =>
        Gen.Double[1e-12, 0.999999].Sample(p => Assert.True(NormalQuantile.Of(p * (1 + 1e-12)) > NormalQuantile.Of(p)));

    // An independent way: the density, integrated over the quantiles of a range, is the range. Simpson's rule with steps in p.
    [Theory]
    [InlineData(0.001, 0.05)]
    [InlineData(0.05, 0.1)]
    [InlineData(0.4, 0.8)]
    [InlineData(0.92, 0.99)]
    public void Is_the_inverse_of_the_integral_of_the_density(double from, double to)
    {
        double a = NormalQuantile.Of(from);
        double h = (NormalQuantile.Of(to) - a) / 2000;
        double sum = 0;
        for (int i = 0; i <= 2000; i++)
        {
            double x = a + (i * h);
            sum += (i is 0 or 2000 ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        }

        Assert.Equal(to - from, sum * h / 3, 1e-12);
    }
}
