using System.Numerics;

namespace TestDataGen.Generation;

// The argument is taken into [−π/4, π/4] by subtracting a multiple of π/2 that is longer than a double (W. J. Cody, W. Waite, "Software Manual for the
// Elementary Functions", 1980); large arguments by exact integer arithmetic (M. Payne, R. Hanek, "Radian reduction for trigonometric functions", 1983).
// There the Taylor series are short.
internal static partial class DeterministicMath
{
    private const double QuarterPi = 0.7853981633974483;
    private const double TwoOverPi = 0.6366197723675814;

    // π/2 in four pieces of 33 bits or fewer, so that their products with 20 bits are exact, but for the last.
    private const double HalfPi1 = 1.5707963267341256;
    private const double HalfPi2 = 6.077100506303966e-11;
    private const double HalfPi3 = 2.0222662487111665e-21;
    private const double HalfPi4 = 8.4784276603689e-32;

    /// <summary>The sine of an angle in radians.</summary>
    public static double Sin(double x)
    {
        TwoDoubles r = Reduce(x, out int quadrant);
        double value = (quadrant & 1) == 0 ? SinNearZero(r) : CosNearZero(r);
        return (quadrant & 2) == 0 ? value : -value;
    }

    /// <summary>The cosine of an angle in radians.</summary>
    public static double Cos(double x)
    {
        TwoDoubles r = Reduce(x, out int quadrant);
        double value = (quadrant & 1) == 0 ? CosNearZero(r) : SinNearZero(r);
        return ((quadrant + 1) & 2) == 0 ? value : -value;
    }

    // x = quadrant × π/2 + the result, quadrant modulo 4.
    private static TwoDoubles Reduce(double x, out int quadrant)
    {
        double size = Math.Abs(x);
        if (size <= QuarterPi)
        {
            quadrant = 0;
            return new TwoDoubles(x, 0);
        }

        // Also NaN and infinities go the slow way.
        if (!(size < 1 << 20))
            return ReduceLarge(x, out quadrant);

        double shifted = (x * TwoOverPi) + Rounder;
        double n = shifted - Rounder;
        quadrant = (int)BitConverter.DoubleToInt64Bits(shifted);
        TwoDoubles first = Sum(x - (n * HalfPi1), -(n * HalfPi2));
        TwoDoubles second = Sum(first.High, -(n * HalfPi3));
        double low = first.Low + second.Low - (n * HalfPi4);
        double sum = second.High + low;
        return new TwoDoubles(sum, (second.High - sum) + low);
    }

    private static TwoDoubles ReduceLarge(double x, out int quadrant)
    {
        quadrant = 0;
        if (!double.IsFinite(x))
            return new TwoDoubles(double.NaN, 0);

        // |x| = mantissa × 2^exponent; its product with 2/π, to 192 bits behind the point, is quadrants and a fraction of one.
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        BigInteger mantissa = (bits & 0xF_FFFF_FFFF_FFFF) | LeastNormal;
        BigInteger turns = Shift(mantissa * Angles.TwoOverPi, exponent);
        BigInteger quadrants = (turns + (BigInteger.One << (Angles.Bits - 1))) >> Angles.Bits;
        BigInteger fraction = turns - (quadrants << Angles.Bits);
        BigInteger angle = (fraction * Angles.Pi) >> (Angles.Bits + 1);

        quadrant = (int)(quadrants & 3);
        double high = ToDouble(angle, Angles.Bits, out BigInteger rest);
        double low = ToDouble(rest, Angles.Bits, out _);
        if (x > 0)
            return new TwoDoubles(high, low);
        quadrant = -quadrant;
        return new TwoDoubles(-high, -low);
    }

    private static double SinNearZero(TwoDoubles r)
    {
        double x = r.High;
        double z = x * x;
        double z2 = z * z;
        double rest = (-1.0 / 6) + (z * (1.0 / 120))
            + (z2 * ((-1.0 / 5040) + (z * (1.0 / 362880))
            + (z2 * ((-1.0 / 39916800) + (z * (1.0 / 6227020800))
            + (z2 * ((-1.0 / 1307674368000) + (z * (1.0 / 355687428096000))))))));
        return x + ((x * z * rest) + (r.Low * (1 - (0.5 * z))));
    }

    private static double CosNearZero(TwoDoubles r)
    {
        double x = r.High;
        double z = x * x;
        double z2 = z * z;
        double rest = (1.0 / 24) + (z * (-1.0 / 720))
            + (z2 * ((1.0 / 40320) + (z * (-1.0 / 3628800))
            + (z2 * ((1.0 / 479001600) + (z * (-1.0 / 87178291200))
            + (z2 * (1.0 / 20922789888000))))));
        // 1 − z/2 is rounded; what that lost is added again.
        double half = 0.5 * z;
        double high = 1 - half;
        return high + (((1 - high) - half) + ((z2 * rest) - (x * r.Low)));
    }
}
