using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace TestDataGen.Parameters;

/// <summary>
/// Makes a whole number of rows of what a user writes for it. To PowerShell <c>1e5</c> is a floating-point number and <c>100kb</c> an integer; both are fine. What is no number of rows is refused
/// with the reason, where PowerShell's own conversion would round it or speak of types.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CountTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is null ? null : ToCount(value, "A number of rows");
    }

    /// <summary>The count that a value means.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It means none; the message says why.</exception>
    internal static long ToCount(object? value, string what)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        return value switch
        {
            long or int or short or sbyte or byte or ushort or uint => Whole(Convert.ToInt64(value, CultureInfo.InvariantCulture), what),
            ulong number => Whole(number, what),
            BigInteger number => Whole(number, what),
            decimal number when number == decimal.Truncate(number) => Whole(new BigInteger(number), what),
            decimal number => throw Fractional(number.ToString(CultureInfo.InvariantCulture), what),
            float number => ToCount((double)number, what),
            double number => Floating(number, what),
            string text => Text(text, what),
            _ => throw new ArgumentTransformationMetadataException(
                $"{what} is a whole number such as 1000 or 1e6; this is of the type {value?.GetType().Name ?? "null"}."),
        };
    }

    private static long Floating(double number, string what)
    {
        if (double.IsNaN(number))
            throw new ArgumentTransformationMetadataException($"{what} can't be NaN (not a number). Give a whole number such as 1000 or 1e6.");
        if (!double.IsInfinity(number) && number != Math.Truncate(number))
            throw Fractional(number.ToString(CultureInfo.InvariantCulture), what);
        if (double.IsInfinity(number))
            throw number > 0 ? TooLarge("infinite", what) : Negative("minus infinity", what);
        return Whole(new BigInteger(number), what);
    }

    private static long Text(string text, string what)
    {
        string digits = text.Trim().Replace("_", "", StringComparison.Ordinal);
        if (BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole))
            return Whole(whole, what);
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return Floating(number, what);
        throw new ArgumentTransformationMetadataException($"{what} is a whole number such as 1000, '100_000' or 1e6; '{text}' is none.");
    }

    private static long Whole(BigInteger number, string what)
    {
        if (number.Sign < 0)
            throw Negative(number.ToString(CultureInfo.InvariantCulture), what);
        if (number > long.MaxValue)
            throw TooLarge(number.ToString(CultureInfo.InvariantCulture), what);
        return (long)number;
    }

    private static ArgumentTransformationMetadataException Negative(string number, string what) =>
        new($"{what} can't be negative: {number}. Give 0 or more.");

    private static ArgumentTransformationMetadataException Fractional(string number, string what) =>
        new($"{what} can't have a fraction: {number}. Give a whole number.");

    private static ArgumentTransformationMetadataException TooLarge(string number, string what) =>
        new($"{what} can't be over {long.MaxValue.ToString("N0", CultureInfo.InvariantCulture)}: {number}. For that much data use several runs with -Seed and -Partition.");
}
