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
        // What is no table of names and numbers is left to the parameter's own type to refuse.
        if (value is not IDictionary given)
            return inputData;

        var counts = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in given)
            counts[entry.Key.ToString()!] = CountTransformationAttribute.ToCount(entry.Value, $"The number of rows of '{entry.Key}'");
        return counts;
    }
}
