using System.Data.Common;
using System.Management.Automation;

namespace TestDataGen.Parameters;

/// <summary>Takes a connection of any driver as it is, so that one from the pipeline is bound before anything is converted. A name is left to <see cref="ConnectionArgument"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is DbConnection open ? new ConnectionArgument(open) : inputData;
}
