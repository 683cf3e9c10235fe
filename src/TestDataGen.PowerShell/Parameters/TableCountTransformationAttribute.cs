using System.Collections;
using System.Management.Automation;

namespace TestDataGen.Parameters;

/// <summary>Makes row counts by table name of <c>@{ orders = 1e6 }</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TableCountTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null)
            return null;
        if (value is not IDictionary given)
            throw new ArgumentTransformationMetadataException($"Rows by table are written @{{ orders = 1e6 }}; '{value}' is no such list.");

        var counts = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in given)
            counts[entry.Key.ToString()!] = CountTransformationAttribute.ToCount(entry.Value, $"The number of rows of '{entry.Key}'");
        return counts;
    }
}
