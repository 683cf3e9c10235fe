using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace TestDataGen.Parameters;

/// <summary>
/// Reads a whole number of what a user writes for it. To PowerShell <c>1e5</c> is a floating-point number and <c>100kb</c> an integer; both are fine. What is none is refused
/// with the reason, where PowerShell's own conversion would round it or speak of types.
/// </summary>
internal static class WholeNumber
{
    /// <summary>The number that a value means.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What it is for, as the subject of a sentence: "A seed".</param>
    /// <param name="examples">How it may be written.</param>
    /// <exception cref="ArgumentTransformationMetadataException">It means none; the message says why.</exception>
    public static BigInteger Of(object? value, string what, string examples)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        return value switch
        {
            long or int or short or sbyte or byte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ulong number => number,
            BigInteger number => number,
            decimal number when number == decimal.Truncate(number) => new BigInteger(number),
            decimal number => throw Fractional(number.ToString(CultureInfo.InvariantCulture), what),
            float number => Floating(number, what, examples),
            double number => Floating(number, what, examples),
            string text when BigInteger.TryParse(Digits(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger number) => number,
            string text when double.TryParse(Digits(text), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => Floating(number, what, examples),
            _ => throw new ArgumentTransformationMetadataException($"{what} is a whole number such as {examples}; {(value is null ? "null" : $"'{value}'")} is none."),
        };
    }

    private static string Digits(string text) => text.Trim().Replace("_", "", StringComparison.Ordinal);

    private static BigInteger Floating(double number, string what, string examples)
    {
        if (double.IsNaN(number))
            throw new ArgumentTransformationMetadataException($"{what} can't be NaN (not a number). Give a whole number such as {examples}.");
        if (double.IsInfinity(number))
            return number > 0 ? BigInteger.Pow(10, 309) : -BigInteger.Pow(10, 309);
        return number == Math.Truncate(number) ? new BigInteger(number) : throw Fractional(number.ToString(CultureInfo.InvariantCulture), what);
    }

    private static ArgumentTransformationMetadataException Fractional(string number, string what) => new($"{what} can't have a fraction: {number}. Give a whole number.");
}
