using System.Management.Automation;

namespace TestDataGen.Parameters;

/// <summary>Reads a date as PowerShell does, and says how one is written where that fails.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DateTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null || LanguagePrimitives.TryConvertTo(inputData, out DateTime _))
            return inputData;
        throw new ArgumentTransformationMetadataException($"A date is written 2026-01-31, or with a time 2026-01-31T12:00; '{inputData}' is none.");
    }
}
