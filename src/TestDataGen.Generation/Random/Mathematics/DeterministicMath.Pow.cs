using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

internal static partial class DeterministicMath
{
    /// <summary><paramref name="x"/> to the power of <paramref name="y"/>, with the special cases of IEEE 754 (and of <see cref="Math.Pow"/>).</summary>
    public static double Pow(double x, double y)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        bool ordinary = (ulong)(bits - LeastNormal) < Infinity - LeastNormal && double.IsFinite(y);
        return ordinary ? PowOfPositive(x, y) : PowOfSpecial(x, y);
    }

    private static double PowOfPositive(double x, double y)
    {
        // x^y = e^(y log x): the logarithm needs 11 bits more than a double has, since y log x may be as large as 745.
        TwoDoubles log = LongLog(x);
        double product = y * log.High;
        if (product > 710)
            return double.PositiveInfinity;
        if (product < -746)
            return 0;
        return Exp(product, ProductError(y, log.High, product) + (y * log.Low));
    }

    // The logarithm of a positive number to about 68 bits.
    private static TwoDoubles LongLog(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        bool subnormal = bits < LeastNormal;
        if (subnormal)
            bits = BitConverter.DoubleToInt64Bits(x * SubnormalScale);
        long exponent = (bits - SqrtHalf) >> 52;
        double y = BitConverter.Int64BitsToDouble(bits - (exponent << 52));
        if (subnormal)
            exponent -= 54;
        int index = (int)((y * 128) + 0.5);
        double nearest = index * (1.0 / 128);
        double f = y - nearest;

        // q = f / nearest as a head of 26 bits, whose square is exact, and a tail: head × nearest is exact, too, and so is the remainder.
        double head = Head(f / nearest);
        double tail = (f - (head * nearest)) / nearest;
        double q = head + tail;
        double q2 = q * q;

        // log(1 + q) = q − q²/2 + q³ (1/3 − q/4 + …): only the first two terms need to be long.
        double cubic = q2 * q
            * ((1.0 / 3) - (q * (1.0 / 4)) + (q2 * ((1.0 / 5) - (q * (1.0 / 6)) + (q2 * ((1.0 / 7) - (q * (1.0 / 8)) + (q2 * (1.0 / 9)))))));
        ref readonly TwoDoubles table = ref Logarithms.At(index);
        TwoDoubles first = Sum((exponent * Ln2High) + table.High, head);
        TwoDoubles second = Sum(first.High, -0.5 * head * head);
        double low = first.Low + second.Low + (tail - (tail * (head + (0.5 * tail)))) + cubic + ((exponent * Ln2Low) + table.Low);
        double sum = second.High + low;
        return new TwoDoubles(sum, (second.High - sum) + low);
    }

    // What rounding lost of a × b, exactly (Dekker's product on halves of 26 bits).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ProductError(double a, double b, double product)
    {
        double aHigh = Head(a);
        double aLow = a - aHigh;
        double bHigh = Head(b);
        double bLow = b - bHigh;
        return (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow);
    }

    // The first 26 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Head(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) & ~0x7FF_FFFFL);

    private static double PowOfSpecial(double x, double y)
    {
        if (y == 0 || x == 1)
            return 1;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        double size = Math.Abs(x);
        if (double.IsInfinity(y))
            return size == 1 ? 1 : size > 1 == y > 0 ? double.PositiveInfinity : 0;

        bool integer = Math.Floor(y) == y;
        bool negative = double.IsNegative(x) && integer && IsOdd(y);
        if (x < 0 && !integer && !double.IsInfinity(x))
            return double.NaN;
        double power = size == 0 || double.IsInfinity(size) ? (size == 0 == y > 0 ? 0 : double.PositiveInfinity)
            : PowOfPositive(size, y);
        return negative ? -power : power;
    }

    // From 2^53 on there are only even numbers.
    private static bool IsOdd(double integer) => Math.Abs(integer) < 9007199254740992.0 && ((long)integer & 1) != 0;
}
