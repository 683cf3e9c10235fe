using System.Management.Automation;

namespace TestDataGen.Parameters;

/// <summary>Takes a schema, and says how to come by one where a user gives the file or something else.</summary>
/// <param name="command">The cmdlet's name.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SchemaTransformationAttribute(string command) : ArgumentTransformationAttribute
{
    /// <summary>The cmdlet's name.</summary>
    public string Command { get; } = command;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null or Schema => value,
            string or FileInfo => throw new ArgumentTransformationMetadataException($"This takes a schema, not its file. Write: Import-TdgSchema '{value}' | {Command}"),
            _ => throw new ArgumentTransformationMetadataException($"A schema comes from Import-TdgSchema; '{value}' is none."),
        };
    }
}
