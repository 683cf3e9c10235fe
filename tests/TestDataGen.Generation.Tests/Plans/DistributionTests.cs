using System.Globalization;

namespace TestDataGen.Generation.Tests;

/// <summary>
/// Each distribution against its law in 10^5 draws; and a wrong one against the same law, which the test must refuse.
/// </summary>
public sealed class DistributionTests
{
    private const int Draws = 100_000;

    private sealed record Curve(string Right, string Wrong, Func<double, double> Cumulative);

    private sealed record Counts(string Right, string Wrong, long Low, long High, Func<long, double> Weight);

    private static readonly Dictionary<string, Curve> Curves = new Curve[]
    {
        new("double uniform(2, 5)", "double uniform(2, 5.05)", x => (x - 2) / 3),
        new("double normal(500, 200)", "double normal(505, 200)", Normal(500, 200)),
        new("float normal(500, 200)", "float normal(505, 200)", Normal(500, 200)),
        new("decimal(28, 12) normal(500, 200)", "decimal(28, 12) normal(505, 200)", Normal(500, 200)),
        new("double lognormal(3.2, 0.8)", "double lognormal(3.2, 0.85)", LogNormal(3.2, 0.8)),
        new("double exponential(0.5)", "double exponential(0.52)", Exponential(0.5)),
        new("double pareto(1.2, 4)", "double pareto(1.25, 4)", Pareto(1.2, 4)),
        new("double pareto(3)", "double pareto(3.15)", Pareto(3, 1)),
        new("double triangular(0, 2, 10)", "double triangular(0, 2.3, 10)", Triangular(0, 2, 10)),
        new("double triangular(0, 0, 1)", "double triangular(0, 0.03, 1)", Triangular(0, 0, 1)),
        new("double triangular(-1, 1, 1)", "double triangular(-1, 0.94, 1)", Triangular(-1, 1, 1)),
        // Cut by bounds.
        new("double normal(500, 200) min(400) max(600)", "double normal(500, 200) min(400) max(600) clamp", Cut(Normal(500, 200), 400, 600)),
        new("double normal(0, 1) min(3)", "double normal(0, 1.04) min(3)", Cut(Normal(0, 1), 3, 99)),
        new("double normal(0, 1) max(-2)", "double normal(0, 1.03) max(-2)", Cut(Normal(0, 1), -99, -2)),
        new("double lognormal(0, 1) max(1)", "double lognormal(0, 1) max(1) clamp", Cut(LogNormal(0, 1), 1e-99, 1)),
        new("double exponential(1) min(2)", "double exponential(1.03) min(2)", Cut(Exponential(1), 2, 99)),
        new("double pareto(1) max(10)", "double pareto(1.05) max(10)", Cut(Pareto(1, 1), 1, 10)),
        new("double triangular(0, 2, 10) between(1, 4)", "double triangular(0, 2.2, 10) between(1, 4)", Cut(Triangular(0, 2, 10), 1, 4)),
        new("double uniform(0, 10) between(2, 3)", "double uniform(0, 10) between(2, 3.05)", x => x - 2),
        // Of parts.
        new("double mixture(normal(10, 2): 70, lognormal(3, 1): 30)", "double mixture(normal(10, 2): 67, lognormal(3, 1): 33)", Mixed((0.7, Normal(10, 2)), (0.3, LogNormal(3, 1)))),
        new(
            "double mixture(normal(10, 2): 70, lognormal(3, 1): 30) between(9, 30)", "double mixture(normal(10, 2): 70, lognormal(3, 1): 30) between(9, 26)",
            Cut(Mixed((0.7, Normal(10, 2)), (0.3, LogNormal(3, 1))), 9, 30)),
        new(
            "double mixture(mixture(normal(0, 1): 1, normal(10, 1): 3): 50, uniform(20, 30): 50)", "double mixture(mixture(normal(0, 1): 2, normal(10, 1): 3): 50, uniform(20, 30): 50)",
            Mixed((0.125, Normal(0, 1)), (0.375, Normal(10, 1)), (0.5, x => Math.Clamp((x - 20) / 10, 0, 1)))),
        new("double histogram(0..1: 60, 1..5: 30, 10..20: 10)", "double histogram(0..1: 58, 1..5: 32, 10..20: 10)", Mixed((0.6, Even(0, 1)), (0.3, Even(1, 5)), (0.1, Even(10, 20)))),
        new("double histogram(0..1: 60, 1..5: 30, 10..20: 10) between(0.5, 2)", "double histogram(0..1: 60, 1..5: 30, 10..20: 10) between(0.5, 2.1)", Cut(Mixed((0.6, Even(0, 1)), (0.3, Even(1, 5))), 0.5, 2)),
        new("double mixture(histogram(0..1: 1, 2..3: 1): 50, exponential(1): 50)", "double mixture(histogram(0..1: 1, 2..3: 1): 53, exponential(1): 47)", Mixed((0.25, Even(0, 1)), (0.25, Even(2, 3)), (0.5, Exponential(1)))),
    }.ToDictionary(c => c.Right);

    private static readonly Dictionary<string, Counts> Laws = new Counts[]
    {
        new("integer between(1, 6)", "integer between(1, 7)", 1, 6, _ => 1),
        new("integer poisson(0.5)", "integer poisson(0.52)", 0, 20, Poisson(0.5)),
        new("integer poisson(3)", "integer poisson(3.05)", 0, 30, Poisson(3)),
        new("integer poisson(1000)", "integer poisson(1002)", 700, 1300, Poisson(1000)),
        new("integer poisson(1_000_000)", "integer poisson(1_000_120)", 993_000, 1_007_000, Poisson(1_000_000)),
        new("integer poisson(3) between(2, 5)", "integer poisson(3) between(2, 5) clamp", 2, 5, Poisson(3)),
        new("integer zipf(0.5, 100)", "integer zipf(0.53, 100)", 1, 100, k => Math.Pow(k, -0.5)),
        new("integer zipf(1, 100)", "integer zipf(1.03, 100)", 1, 100, k => 1.0 / k),
        new("integer zipf(1.5, 1000)", "integer zipf(1.55, 1000)", 1, 1000, k => Math.Pow(k, -1.5)),
        new("integer zipf(3, 50)", "integer zipf(3.1, 50)", 1, 50, k => Math.Pow(k, -3)),
        new("integer zipf(1.1) between(5, 24)", "integer zipf(1.14) between(5, 24)", 5, 24, k => Math.Pow(k - 4, -1.1)),
        new("integer normal(10, 3)", "integer normal(10.1, 3)", -10, 30, Rounded(10, 3)),
        new("integer normal(10, 3) between(8, 13)", "integer normal(10, 3) between(8, 13) clamp", 8, 13, Rounded(10, 3)),
        new("integer normal(10, 3) between(8, 13) clamp", "integer normal(10, 3) between(8, 13)", 8, 13, k => Rounded(10, 3)(k) + (k == 8 ? Phi(-2.5 / 3) : k == 13 ? 1 - Phi(3.5 / 3) : 0)),
        new("integer normal(10, 3) min(9) clamp", "integer normal(10, 3) min(9)", 9, 30, k => Rounded(10, 3)(k) + (k == 9 ? Phi(-1.5 / 3) : 0)),
        new("integer histogram(1..5: 60, 6..20: 30, 50: 10)", "integer histogram(1..5: 59, 6..20: 31, 50: 10)", 1, 50, k => k <= 5 ? 12 : k <= 20 ? 2 : k == 50 ? 10 : 0),
        new("integer histogram(1..5: 60, 6..20: 30, 50: 10) between(4, 10)", "integer histogram(1..5: 60, 6..20: 30, 50: 10) between(4, 10) clamp", 4, 10, k => k <= 5 ? 12 : 2),
        new("integer histogram(1..5: 60, 6..20: 30, 50: 10) between(4, 10) clamp", "integer histogram(1..5: 60, 6..20: 30, 50: 10) between(4, 10)", 4, 10, k => k == 4 ? 48 : k == 5 ? 12 : k < 10 ? 2 : 2 + 20 + 10),
        new("integer uniform(0, 9) between(2, 7) clamp", "integer uniform(0, 9) between(2, 7)", 2, 7, k => k is 2 or 7 ? 3 : 1),
        new("decimal(4, 1) histogram(-1..1: 60, 5: 40)", "decimal(4, 1) histogram(-1..1: 61, 5: 39)", -10, 50, k => k <= 10 ? 60.0 / 21 : k == 50 ? 40 : 0),
        new("date histogram(2025-01-01..2025-01-10: 70, 2025-02-01: 30)", "date histogram(2025-01-01..2025-01-10: 71, 2025-02-01: 29)", 20250101, 20250201, k => k <= 20250110 ? 7 : k == 20250201 ? 30 : 0),
        new("date mixture(uniform(2025-01-01, 2025-01-10): 70, histogram(2025-01-03..2025-01-04: 1): 30)", "date uniform(2025-01-01, 2025-01-10)", 20250101, 20250110, k => k is 20250103 or 20250104 ? 22 : 7),
        new("time histogram(08:00..08:00:09: 50, 12:30: 50)", "time histogram(08:00..08:00:09: 52, 12:30: 48)", 80000, 123000, k => k <= 80009 ? 5 : k == 123000 ? 50 : 0),
        new("integer mixture(poisson(3): 60, zipf(1.2, 10): 40)", "integer mixture(poisson(3): 57, zipf(1.2, 10): 43)", 0, 30, k => (0.6 * Poisson(3)(k)) + (k is 0 or > 10 ? 0 : 0.4 * Math.Pow(k, -1.2) / Enumerable.Range(1, 10).Sum(j => Math.Pow(j, -1.2)))),
        new("integer mixture(normal(5, 1): 1, normal(100, 1): 1) max(50)", "integer mixture(normal(5, 1): 1, normal(100, 1): 1) max(50) clamp", 0, 50, Rounded(5, 1)),
    }.ToDictionary(c => c.Right);

    public static TheoryData<string> CurveNames => [.. Curves.Keys];

    public static TheoryData<string> LawNames => [.. Laws.Keys];

    [Theory]
    [MemberData(nameof(CurveNames))]
    public void A_curve_is_followed(string field)
    {
        Curve curve = Curves[field];
        double right = GoodnessOfFit.KolmogorovSmirnov(Draw(curve.Right), curve.Cumulative);
        double wrong = GoodnessOfFit.KolmogorovSmirnov(Draw(curve.Wrong), curve.Cumulative);
        Assert.True(right < 1, $"{curve.Right}: {right:0.00} of what is allowed");
        Assert.True(wrong > 1, $"{curve.Wrong} passes for {curve.Right}: {wrong:0.00} of what is allowed");
    }

    [Theory]
    [MemberData(nameof(LawNames))]
    public void Values_come_as_often_as_they_should(string field)
    {
        Counts law = Laws[field];
        double right = GoodnessOfFit.ChiSquare(Whole(law.Right), law.Low, law.High, law.Weight);
        double wrong = GoodnessOfFit.ChiSquare(Whole(law.Wrong), law.Low, law.High, law.Weight);
        Assert.True(right < 1, $"{law.Right}: {right:0.00} of what is allowed");
        Assert.True(wrong > 1, $"{law.Wrong} passes for {law.Right}: {wrong:0.00} of what is allowed");
    }

    [Fact]
    public void Weights_are_kept()
    {
        const string field = "string(1) weighted(\"a\": 80, \"b\": 15, \"c\": 5)";
        double Fit(string f) => GoodnessOfFit.ChiSquare([.. Texts(f).Select(t => (long)t[0])], 'a', 'c', k => k switch { 'a' => 80, 'b' => 15, _ => 5 });
        Assert.True(Fit(field) < 1);
        Assert.True(Fit("string(1) weighted(\"a\": 79, \"b\": 16, \"c\": 5)") > 1);
    }

    [Fact]
    public void Every_distribution_of_the_language_is_tested() => Assert.All(
        Language.Distributions.All, d => Assert.Contains(Curves.Keys.Concat(Laws.Keys), field => field.Contains($" {d.Name}(", StringComparison.Ordinal)));

    [Fact]
    public void Great_numbers_of_a_histogram_are_exact()
    {
        IReadOnlyList<string?> values = Given.Column(Given.Table("x: bigint histogram(9_223_372_036_854_775_805..9_223_372_036_854_775_807: 1)"), "x");
        Assert.Equal(["9223372036854775805", "9223372036854775806", "9223372036854775807"], values.Distinct().Order());
    }

    [Fact]
    public void Days_with_hours_are_drawn_to_the_second()
    {
        IReadOnlyList<string?> values = Given.Column(Given.Table("x: datetime histogram(2025-01-01..2025-01-01T00:00:02: 1, 2026-12-31T23:59:58..2026-12-31T23:59:59: 1)"), "x");
        Assert.Equal(["2025-01-01 00:00:00", "2025-01-01 00:00:01", "2025-01-01 00:00:02", "2026-12-31 23:59:58", "2026-12-31 23:59:59"], values.Distinct().Order());
    }

    [Fact]
    public void Clamped_values_lie_at_the_bounds()
    {
        double[] sample = Draw("double normal(500, 200) min(400) max(600) clamp");
        long[] places = [.. sample.Select(x => x <= 400 ? 0L : x < 600 ? 1 : 2)];
        Assert.True(GoodnessOfFit.ChiSquare(places, 0, 2, k => k == 1 ? Phi(0.5) - Phi(-0.5) : Phi(-0.5)) < 1);
        Assert.True(GoodnessOfFit.KolmogorovSmirnov(sample.Where(x => x is > 400 and < 600), Cut(Normal(500, 200), 400, 600)) < 1);
    }

    [Theory]
    [InlineData("decimal(10, 2) normal(500, 200) min(400) max(600)", 400, 600, 30)]
    [InlineData("decimal(10, 2) normal(500, 200) min(400) max(600) clamp", 400, 600, 100_000)]
    [InlineData("smallint lognormal(10, 2)", -32768, 32767, 100)]
    [InlineData("smallint lognormal(10, 2) max(32_767) clamp", -32768, 32767, 100_000)]
    [InlineData("decimal(4, 2) normal(0, 1000)", -99.99, 99.99, 100)]
    [InlineData("decimal(18, 2) normal(0, 1e30) min(-1e10) clamp", -1e10, 1e16, 100_000)]
    [InlineData("integer pareto(0.3)", 1, int.MaxValue, 100_000)]
    public void Bounds_hold_and_nothing_piles_up_unless_it_is_asked_for(string field, double least, double greatest, int most)
    {
        double[] sample = Draw(field);
        Assert.All(sample, x => Assert.InRange(x, least, greatest));
        Assert.InRange(sample.Count(x => x == greatest), 0, most);
        if (field.Contains("clamp", StringComparison.Ordinal))
            Assert.True(sample.Count(x => x == greatest) > 1000);
    }

    [Theory]
    [InlineData("double normal(0, 1) min(100)")]
    [InlineData("double triangular(0, 1, 2) min(3)")]
    [InlineData("double pareto(1, 5) max(4)")]
    [InlineData("integer poisson(3) min(1000)")]
    [InlineData("integer zipf(1.1, 10) max(-5)")]
    [InlineData("integer mixture(normal(0, 1): 1, poisson(3): 1) min(1000)")]
    [InlineData("integer mixture(histogram(1..2: 1): 1, uniform(3, 4): 1) between(5, 9)")]
    public void Bounds_that_leave_nothing_are_an_error(string field) =>
        Assert.Equal("TDG0606", Assert.Single(Given.Errors($"schema S {{ table t {{ x: {field} }} }}")).Code);

    [Theory]
    [InlineData("integer histogram(1..50: 1)")]
    [InlineData("integer mixture(poisson(3): 1)")]
    [InlineData("integer poisson(3)")]
    public void What_gives_values_twice_can_not_be_unique(string field) =>
        Assert.Equal("TDG0602", Assert.Single(Given.Errors($"schema S {{ table t {{ x: {field} unique }} }}", 10)).Code);

    [Fact]
    public void Between_includes_both_ends()
    {
        double[] sample = Draw("integer between(1, 3)", 3000);
        Assert.Equal([1, 2, 3], sample.Distinct().Order());
    }

    // What a release gives, no later one and no platform changes: every bit of these draws.
    [Theory]
    [InlineData("double normal(500, 200)", "bbd71eae3c024678")]
    [InlineData("double lognormal(3.2, 0.8) max(100)", "1d92e44be8fd04f2")]
    [InlineData("double exponential(0.5)", "11c74ed26e26e4b6")]
    [InlineData("integer poisson(1000)", "1da659ccca31a6f3")]
    [InlineData("integer zipf(1.1, 1000)", "616eb6b6f3b3495d")]
    [InlineData("double pareto(1.2, 4)", "e918ed872e354d41")]
    [InlineData("double triangular(0, 2, 10)", "f228518baddbc29c")]
    [InlineData("decimal(9, 2) normal(0, 1) min(-1) clamp", "4a6166da148f4a13")]
    [InlineData("double histogram(0..1: 60, 1..5: 30, 10..20: 10)", "a79e507747cd99bb")]
    [InlineData("datetime histogram(2025-01-01..2025-06-30: 60, 2026-01-01: 40)", "5ddcdccb31ada796")]
    [InlineData("double mixture(normal(10, 2): 70, mixture(lognormal(3, 1): 1, zipf(0.9, 10): 1): 30) between(9, 30)", "1e5fedc9b74971b1")]
    public void A_seed_gives_the_same_bits_for_ever(string field, string hash) => Assert.Equal(
        hash, System.IO.Hashing.XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Texts(field, 1000)))).ToString("x16", CultureInfo.InvariantCulture));

    [Fact]
    public void Rows_are_the_same_wherever_one_begins()
    {
        var schema = Given.Table("x: double mixture(normal(10, 2): 70, histogram(1..5: 1, 9: 1): 30)");
        Plan plan = Given.Plan(schema, 20_000);
        Assert.Equal(Given.Column(plan, "t", "x", threads: 1), Given.Column(plan, "t", "x", threads: 4));
    }

    private static IReadOnlyList<string> Texts(string field, int count = Draws) => [.. Given.Column(Given.Table($"x: {field}"), "x", count).Select(v => v!)];

    private static double[] Draw(string field, int count = Draws) => [.. Texts(field, count).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];

    // Whole numbers; decimals, days and times by their digits.
    private static long[] Whole(string field) => [.. Texts(field).Select(t => long.Parse(
        t.Replace(".", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal) is var digits && digits.LastIndexOf('-') > 0 ? digits.Replace("-", "", StringComparison.Ordinal) : digits,
        CultureInfo.InvariantCulture))];

    private static Func<double, double> Normal(double mean, double deviation) => x => Phi((x - mean) / deviation);

    private static Func<double, double> LogNormal(double mean, double deviation) => x => x <= 0 ? 0 : Phi((Math.Log(x) - mean) / deviation);

    private static Func<double, double> Exponential(double rate) => x => x <= 0 ? 0 : 1 - Math.Exp(-rate * x);

    private static Func<double, double> Pareto(double shape, double scale) => x => x <= scale ? 0 : 1 - Math.Pow(scale / x, shape);

    private static Func<double, double> Even(double low, double high) => x => Math.Clamp((x - low) / (high - low), 0, 1);

    private static Func<double, double> Triangular(double low, double mode, double high) => x =>
        x <= low ? 0 : x >= high ? 1 : x < mode ? (x - low) * (x - low) / ((high - low) * (mode - low)) : 1 - ((high - x) * (high - x) / ((high - low) * (high - mode)));

    private static Func<double, double> Cut(Func<double, double> whole, double low, double high) => x => (whole(Math.Clamp(x, low, high)) - whole(low)) / (whole(high) - whole(low));

    private static Func<double, double> Mixed(params (double Weight, Func<double, double> Part)[] parts) => x => parts.Sum(p => p.Weight * p.Part(x));

    private static Func<long, double> Poisson(double mean) => k => Math.Exp((k * Math.Log(mean)) - mean - LogFactorial(k));

    private static Func<long, double> Rounded(double mean, double deviation) => k => Phi((k + 0.5 - mean) / deviation) - Phi((k - 0.5 - mean) / deviation);

    // Stirling's series; the first by their products.
    private static double LogFactorial(long n) => n < 20
        ? Enumerable.Range(1, (int)n).Sum(k => Math.Log(k))
        : ((n + 0.5) * Math.Log(n)) - n + (0.5 * Math.Log(2 * Math.PI)) + (1.0 / (12 * n)) - (1.0 / (360.0 * n * n * n));

    // The series of Marsaglia, "Evaluating the normal distribution" (2004); far out its tail by Laplace's continued fraction.
    private static double Phi(double x)
    {
        if (Math.Abs(x) > 6)
            return x > 0 ? 1 - Tail(x) : Tail(-x);
        double sum = x;
        double term = x;
        for (int i = 3; Math.Abs(term) > 1e-17; i += 2)
            sum += term *= x * x / i;
        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }

    private static double Tail(double x)
    {
        double fraction = x;
        for (int k = 60; k > 0; k--)
            fraction = x + (k / fraction);
        return Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) / fraction;
    }
}
