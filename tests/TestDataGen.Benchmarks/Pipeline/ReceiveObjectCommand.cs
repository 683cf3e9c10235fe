using System.Management.Automation;

namespace TestDataGen.Benchmarks.Pipeline;

/// <summary>A cmdlet that takes objects from the pipeline and does nothing with them.</summary>
[Cmdlet(VerbsCommunications.Receive, "Object")]
public sealed class ReceiveObjectCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }
}
