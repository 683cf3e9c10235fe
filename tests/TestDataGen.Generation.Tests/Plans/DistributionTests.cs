using System.Globalization;

namespace TestDataGen.Generation.Tests;

public sealed class DistributionTests
{
    private static double[] Draw(string field, int count = 100_000) =>
        [.. Given.Column(Given.Table($"x: {field}"), "x", count).Select(v => double.Parse(v!, CultureInfo.InvariantCulture))];

    // Kolmogorov and Smirnov's statistic; 1.95 / sqrt(n) is passed by 99.9 % of all right samples.
    private static void AssertFollows(double[] sample, Func<double, double> cumulative)
    {
        Array.Sort(sample);
        double worst = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            double expected = cumulative(sample[i]);
            worst = Math.Max(worst, Math.Max(Math.Abs(expected - ((double)i / sample.Length)), Math.Abs(expected - ((i + 1.0) / sample.Length))));
        }

        Assert.True(worst < 1.95 / Math.Sqrt(sample.Length), $"distance {worst}");
    }

    // Abramowitz and Stegun 7.1.26: an error below 2e-7.
    private static double Phi(double x)
    {
        double t = 1 / (1 + (0.3275911 * Math.Abs(x) / Math.Sqrt(2)));
        double erf = 1 - (((((1.061405429 * t) - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.Exp(-x * x / 2);
        return x < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
    }

    [Fact]
    public void Normal() => AssertFollows(Draw("double normal(500, 200)"), x => Phi((x - 500) / 200));

    [Fact]
    public void Lognormal() => AssertFollows(Draw("double lognormal(3.2, 0.8)"), x => Phi((Math.Log(x) - 3.2) / 0.8));

    [Fact]
    public void Uniform() => AssertFollows(Draw("double uniform(2, 5)"), x => (x - 2) / 3);

    [Fact]
    public void Exponential() => AssertFollows(Draw("double exponential(0.5)"), x => 1 - Math.Exp(-0.5 * x));

    [Fact]
    public void Triangular() =>
        AssertFollows(Draw("double triangular(0, 2, 10)"), x => x < 2 ? x * x / 20 : 1 - ((10 - x) * (10 - x) / 80));

    [Fact]
    public void Poisson()
    {
        double[] sample = Draw("integer poisson(3)");
        double weight = Math.Exp(-3);
        double chiSquare = 0;
        for (int k = 0; k < 12; k++)
        {
            double expected = sample.Length * weight;
            chiSquare += Math.Pow(sample.Count(x => x == k) - expected, 2) / expected;
            weight *= 3.0 / (k + 1);
        }

        // 11 degrees of freedom, 0.1 %.
        Assert.InRange(chiSquare, 0, 31.3);
    }

    [Fact]
    public void Bounds_cut_the_distribution_without_a_pile_at_the_edges()
    {
        double[] sample = Draw("decimal(10, 2) normal(500, 200) min(400) max(600)");
        Assert.All(sample, x => Assert.InRange(x, 400, 600));
        Assert.InRange(sample.Count(x => x is 400 or 600), 0, 20);
        double share = Phi(0.5) - Phi(-0.5);
        AssertFollows(sample, x => (Phi((x - 500) / 200) - Phi(-0.5)) / share);
    }

    [Fact]
    public void Bounds_that_leave_nothing_are_an_error() =>
        Assert.Equal("TDG0606", Assert.Single(Given.Errors("schema S { table t { x: double normal(0, 1) min(100) } }")).Code);

    [Fact]
    public void Between_includes_both_ends()
    {
        double[] sample = Draw("integer between(1, 3)", 3000);
        Assert.Equal([1, 2, 3], sample.Distinct().Order());
    }

    [Fact]
    public void Weights_are_kept()
    {
        var values = Given.Column(Given.Table("x: string weighted(\"a\": 80, \"b\": 20)"), "x", 100_000);
        Assert.InRange(values.Count(v => v == "a"), 79_200, 80_800);
    }
}
