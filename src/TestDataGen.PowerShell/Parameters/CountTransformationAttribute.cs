using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace TestDataGen.Parameters;

/// <summary>Makes a whole number of rows of what a user writes for it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CountTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData is null ? null : ToCount(inputData, "A number of rows");

    /// <summary>The count that a value means.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It means none; the message says why.</exception>
    internal static long ToCount(object? value, string what)
    {
        BigInteger number = WholeNumber.Of(value, what, "1000, '100_000' or 1e6");
        if (number.Sign < 0)
            throw new ArgumentTransformationMetadataException($"{what} can't be negative: {Shown(number)}. Give 0 or more.");
        if (number > long.MaxValue)
            throw new ArgumentTransformationMetadataException($"{what} can't be over {long.MaxValue.ToString("N0", CultureInfo.InvariantCulture)}: {Shown(number)}. For that much data use several runs with -Seed and -Partition.");
        return (long)number;
    }

    private static string Shown(BigInteger number) => number.ToString(BigInteger.Abs(number) < BigInteger.Pow(10, 20) ? "R" : "E2", CultureInfo.InvariantCulture);
}
