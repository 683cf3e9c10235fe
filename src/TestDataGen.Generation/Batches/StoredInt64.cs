using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The way of a constant to the number by which a column of <see cref="Storage.Int64"/> keeps it.</summary>
internal static class StoredInt64
{
    /// <summary>The stored number of a literal's value.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static long Of(object value, DataType type) => value switch
    {
        long number when type.Kind == TypeKind.Decimal => OfDecimal(number, type.Scale),
        long number => number,
        decimal number => OfDecimal(number, type.Scale),
        bool truth => truth ? 1 : 0,
        DateOnly date => date.DayNumber,
        TimeOnly time => time.Ticks,
        DateTime dateTime => dateTime.Ticks,
        TimeSpan duration => duration.Ticks,
        double number when type.IsInteger => checked((long)Math.Round(number, MidpointRounding.AwayFromZero)),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of type {type}.", nameof(value)),
    };

    /// <summary>A decimal times 10^scale, rounded half away from zero, as databases round.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public static long OfDecimal(decimal value, int scale) =>
        decimal.ToInt64(decimal.Round(value * PowerOfTen(scale), 0, MidpointRounding.AwayFromZero));

    /// <summary>A stored number of a decimal type as a decimal.</summary>
    public static decimal ToDecimal(long value, int scale)
    {
        ulong magnitude = value < 0 ? 0 - (ulong)value : (ulong)value;
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, value < 0, (byte)scale);
    }

    /// <summary>The greatest stored number of a decimal(precision, scale): 10^precision - 1.</summary>
    public static long Greatest(int precision) => (long)PowerOfTen(precision) - 1;

    /// <summary>10 to the power of 0 to 28.</summary>
    public static decimal PowerOfTen(int exponent) => Powers[exponent];

    private static readonly decimal[] Powers = [.. Enumerable.Range(0, 29).Select(n => (decimal)System.Numerics.BigInteger.Pow(10, n))];
}
