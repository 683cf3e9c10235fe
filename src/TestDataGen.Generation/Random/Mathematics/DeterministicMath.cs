using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

/// <summary>
/// Elementary functions that give the same bits on every platform. <see cref="Math"/> asks the C library of the operating system, and no two of them round
/// alike: a value made with it would differ between machines. Here are only operations that IEEE 754 rounds exactly (+ − × ÷, no fused multiply-add)
/// and bit operations. Results are within 1 ulp of the true value.
/// </summary>
/// <remarks>
/// Method: P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic" (ACM TOMS 16, 1990) and "Table-driven
/// implementation of the exponential function in IEEE floating-point arithmetic" (ACM TOMS 15, 1989). With tables of 1/128 steps the rest is so
/// small that the first terms of the Taylor series are enough: no fitted coefficients.
/// </remarks>
internal static partial class DeterministicMath
{
    // ln 2 cut after 42 bits, so that its product with an exponent (11 bits) is exact, and what was cut off.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    // ln 2 / 128, cut after 42 bits behind the point (35 significant ones: exact when multiplied by 18 bits).
    private const double StepHigh = 0.005415212347998022;
    private const double StepLow = 1.2655086083325438e-13;
    private const double StepsPerUnit = 184.6649652337873;

    // Adding 1.5 × 2^52 rounds to an integer, which then stands in the low bits.
    private const double Rounder = 6755399441055744.0;

    // 2^54: makes a subnormal number a normal one.
    private const double SubnormalScale = 18014398509481984.0;

    private const long LeastNormal = 0x0010_0000_0000_0000;
    private const long Infinity = 0x7FF0_0000_0000_0000;
    private const long SqrtHalf = 0x3FE6_A09E_667F_3BCD;

    /// <summary>The natural logarithm. −∞ of 0, NaN of a negative number.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        if ((ulong)(bits - LeastNormal) >= Infinity - LeastNormal)
            return LogOfSpecial(x);

        // x = 2^exponent × y with y in [√½, √2); y = nearest + f, nearest a multiple of 1/128.
        long exponent = (bits - SqrtHalf) >> 52;
        double y = BitConverter.Int64BitsToDouble(bits - (exponent << 52));
        int index = (int)((y * 128) + 0.5);
        double nearest = index * (1.0 / 128);
        double q = (y - nearest) / nearest;

        // log x = exponent × ln 2 + log nearest + log(1 + q); the first two are exact in their high parts.
        double q2 = q * q;
        double rest = q2 * ((-1.0 / 2) + (q * (1.0 / 3)) + (q2 * ((-1.0 / 4) + (q * (1.0 / 5)) + (q2 * ((-1.0 / 6) + (q * (1.0 / 7)))))));
        ref readonly TwoDoubles log = ref Logarithms.At(index);
        double high = (exponent * Ln2High) + log.High;
        double low = (exponent * Ln2Low) + log.Low;
        return high + (q + (rest + low));
    }

    /// <summary>e to the power of <paramref name="x"/>.</summary>
    public static double Exp(double x) => Exp(x, 0);

    // e^(x + tail), where tail is small against x's last bit: Pow has a product that is longer than a double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Exp(double x, double tail)
    {
        // Also NaN goes the slow way.
        if (!(Math.Abs(x) < 708))
            return ExpOfExtreme(x, tail);
        double scaled = ExpFraction(x, tail, out int exponent);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(scaled) + ((long)exponent << 52));
    }

    // e^(x + tail) = result × 2^exponent, the result near [1, 2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpFraction(double x, double tail, out int exponent)
    {
        // x = steps × ln 2 / 128 + r.
        double shifted = (x * StepsPerUnit) + Rounder;
        double steps = shifted - Rounder;
        int whole = (int)BitConverter.DoubleToInt64Bits(shifted);
        double r = (x - (steps * StepHigh)) - ((steps * StepLow) - tail);

        double r2 = r * r;
        double p = r + (r2 * ((1.0 / 2) + (r * (1.0 / 6)) + (r2 * ((1.0 / 24) + (r * (1.0 / 120))))));
        ref readonly TwoDoubles power = ref Powers.At(whole & 127);
        exponent = whole >> 7;
        return power.High + (power.Low + (power.High * p));
    }

    private static double LogOfSpecial(double x)
    {
        if (double.IsNaN(x) || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        return double.IsPositiveInfinity(x) ? x : LogOfSubnormal(x);
    }

    private static double LogOfSubnormal(double x)
    {
        // Scaling by 2^54 is exact; so is 54 × Ln2High.
        double log = Log(x * SubnormalScale);
        return (log - (54 * Ln2High)) - (54 * Ln2Low);
    }

    private static double ExpOfExtreme(double x, double tail)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 710)
            return double.PositiveInfinity;
        if (x < -746)
            return 0;
        double scaled = ExpFraction(x, tail, out int exponent);
        // In two steps, since 2^exponent may be no normal number while the result is one.
        int half = exponent / 2;
        return scaled * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);

    // The rounded sum and exactly what rounding lost (Knuth's TwoSum).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TwoDoubles Sum(double a, double b)
    {
        double sum = a + b;
        double bRounded = sum - a;
        return new TwoDoubles(sum, (a - (sum - bRounded)) + (b - bRounded));
    }

    // A number of more bits than a double has: High + Low.
    private readonly struct TwoDoubles(double high, double low)
    {
        public readonly double High = high;
        public readonly double Low = low;
    }
}
