using System.Globalization;
using System.Management.Automation;

namespace TestDataGen.Parameters;

/// <summary>Reads <c>2/4</c>: the second of four parts.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PartitionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or Partition)
            return value;

        string text = value.ToString() ?? "";
        string[] parts = text.Split('/');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int part)
            && int.TryParse(parts[1], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int count)
            && part >= 1 && part <= count)
            return new Partition(part, count);
        throw new ArgumentTransformationMetadataException(
            $"A partition is written 'k/n': the k-th of n parts, k from 1 to n, such as '2/4'. '{text}' is none. (Without quotes PowerShell divides.)");
    }
}
