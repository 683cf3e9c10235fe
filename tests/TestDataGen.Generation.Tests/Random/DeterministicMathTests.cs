using CsCheck;

namespace TestDataGen.Generation.Tests;

/// <summary>The C library is within 1 ulp on every platform, and so are we: two ulps between them are the most there may be.</summary>
public sealed class DeterministicMathTests
{
    private const int Points = 1_000_000;

    [Theory]
    [InlineData("log", 0.5, 2)]
    [InlineData("log", 0.99, 1.01)]
    [InlineData("log", 1e-300, 1e-290)]
    [InlineData("log", 5e-324, 1e-310)]
    [InlineData("log", 1, 1e308)]
    [InlineData("exp", -1, 1)]
    [InlineData("exp", -745.2, 709.78)]
    [InlineData("exp", -745.2, -708)]
    [InlineData("sin", -10, 10)]
    [InlineData("sin", -2e6, 2e6)]
    [InlineData("cos", -10, 10)]
    [InlineData("cos", -2e6, 2e6)]
    public void Is_within_two_ulps_of_the_C_library(string function, double from, double to)
    {
        (Func<double, double> ours, Func<double, double> theirs) = Functions(function);
        for (int i = 0; i <= Points; i++)
        {
            double x = from + ((to - from) * i / Points);
            AssertNear(theirs(x), ours(x), function, x);
        }
    }

    [Theory]
    [InlineData(0.1, 10, -300, 300)]
    [InlineData(0.99999, 1.00001, -7e7, 7e7)]
    [InlineData(1e-320, 1e-300, -1, 1)]
    [InlineData(0.5, 2, 0.5, 0.5)]
    public void Powers_are_within_two_ulps_of_the_C_library(double fromX, double toX, double fromY, double toY)
    {
        for (int i = 0; i <= Points; i++)
        {
            double x = fromX + ((toX - fromX) * i / Points);
            // Another stride, so that the pairs cover the rectangle and not its diagonal.
            double y = fromY + ((toY - fromY) * (i * 7919L % Points) / Points);
            AssertNear(Math.Pow(x, y), DeterministicMath.Pow(x, y), "pow", x, y);
        }
    }

    [Fact]
    public void Any_angle_has_a_sine_and_a_cosine()
    {
        Gen.Double[-double.MaxValue, double.MaxValue].Sample(x =>
        {
            AssertNear(Math.Sin(x), DeterministicMath.Sin(x), "sin", x);
            AssertNear(Math.Cos(x), DeterministicMath.Cos(x), "cos", x);
        });
    }

    [Fact]
    public void The_zeros_of_sine_and_cosine_are_not_lost_to_rounding()
    {
        for (int i = 0; i < 700_000; i++)
        {
            double x = i * (Math.PI / 2);
            AssertNear(Math.Sin(x), DeterministicMath.Sin(x), "sin", x);
            AssertNear(Math.Cos(x), DeterministicMath.Cos(x), "cos", x);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.Epsilon)]
    [InlineData(-double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(2.2250738585072014E-308)]
    [InlineData(2.225073858507201E-308)]
    [InlineData(709.782712893384)]
    [InlineData(709.7827128933841)]
    [InlineData(-708.4)]
    [InlineData(-745.1332191019411)]
    [InlineData(-745.1332191019412)]
    [InlineData(0.7853981633974483)]
    [InlineData(0.7853981633974484)]
    [InlineData(1048576.0)]
    [InlineData(1048575.9999999999)]
    public void Edges_agree_with_the_C_library(double x)
    {
        AssertNear(Math.Log(x), DeterministicMath.Log(x), "log", x);
        AssertNear(Math.Exp(x), DeterministicMath.Exp(x), "exp", x);
        AssertNear(Math.Sin(x), DeterministicMath.Sin(x), "sin", x);
        AssertNear(Math.Cos(x), DeterministicMath.Cos(x), "cos", x);
    }

    [Fact]
    public void Special_powers_agree_with_the_C_library()
    {
        double[] values =
        [
            0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 2.5, -2.5, 1e300, -1e300, 9007199254740991, 9007199254740992, -9007199254740993, double.Epsilon,
            -double.Epsilon, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-310, 1.0000000000000002,
        ];
        foreach (double x in values)
        {
            foreach (double y in values)
                AssertNear(Math.Pow(x, y), DeterministicMath.Pow(x, y), "pow", x, y);
        }
    }

    [Fact]
    public void Logarithm_and_exponential_never_go_down() =>
        Gen.Double[1e-300, 700].Select(Gen.Int[1, 1000]).Sample((x, steps) =>
        {
            double next = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) + (1000L * steps));
            Assert.True(DeterministicMath.Log(next) >= DeterministicMath.Log(x));
            Assert.True(DeterministicMath.Exp(next) >= DeterministicMath.Exp(x));
        });

    [Fact]
    public void The_bits_are_the_same_everywhere()
    {
        // A hash of the results' bits, taken once. A platform or a compiler that rounds in another way gives another one.
        ulong hash = 14695981039346656037;
        void Add(double value) => hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(value)) * 1099511628211;
        for (int i = 1; i <= 10_000; i++)
        {
            Add(DeterministicMath.Log(i * 0.37));
            Add(DeterministicMath.Exp(i * 0.0371));
            Add(DeterministicMath.Pow(i * 0.13, 1.7));
            Add(DeterministicMath.Sin(i * 12.34));
            Add(DeterministicMath.Cos(i * 1e9));
            Add(NormalQuantile.Of(i / 10_001.0));
        }

        Assert.Equal(11817119691056635230UL, hash);
    }

    private static (Func<double, double> Ours, Func<double, double> Theirs) Functions(string name) => name switch
    {
        "log" => (DeterministicMath.Log, Math.Log),
        "exp" => (DeterministicMath.Exp, Math.Exp),
        "sin" => (DeterministicMath.Sin, Math.Sin),
        _ => (DeterministicMath.Cos, Math.Cos),
    };

    private static void AssertNear(double expected, double actual, string function, params ReadOnlySpan<double> arguments)
    {
        if (expected.Equals(actual))
            return;
        long distance = Math.Abs(Rank(expected) - Rank(actual));
        if (double.IsNaN(expected) != double.IsNaN(actual) || distance > 2)
            Assert.Fail($"{function}({string.Join(", ", arguments.ToArray())}) is {actual:R}, not {expected:R}");
    }

    // Neighbouring doubles have neighbouring ranks; both zeros have rank 0.
    private static long Rank(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? long.MinValue - bits : bits;
    }
}
