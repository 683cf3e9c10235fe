using System.Management.Automation;

namespace TestDataGen.Benchmarks.Pipeline;

/// <summary>A cmdlet that makes nothing: it writes the same object again and again.</summary>
[Cmdlet(VerbsCommunications.Send, "Object")]
public sealed class SendObjectCommand : PSCmdlet
{
    [Parameter(Mandatory = true)]
    public long Count { get; set; }

    protected override void ProcessRecord()
    {
        object nothing = new();
        for (long i = 0; i < Count; i++)
            WriteObject(nothing);
    }
}
