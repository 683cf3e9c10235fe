using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace TestDataGen.Parameters;

/// <summary>Makes a seed of what a user writes for it; PowerShell alone would round 1.5 to 2.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SeedTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null)
            return null;
        BigInteger seed = WholeNumber.Of(inputData, "A seed", "42");
        return seed >= long.MinValue && seed <= long.MaxValue
            ? (long)seed
            : throw new ArgumentTransformationMetadataException(string.Create(CultureInfo.InvariantCulture, $"A seed lies between {long.MinValue:N0} and {long.MaxValue:N0}."));
    }
}
