using System.Management.Automation;
using TestDataGen.Export;

namespace TestDataGen.Commands;

/// <summary><c>Export-TdgJson</c>: a JSON file a table.</summary>
[Cmdlet(VerbsData.Export, "TdgJson", SupportsShouldProcess = true)]
[OutputType(typeof(ExportSummary))]
public sealed class ExportTdgJsonCommand : ExportCommand
{
    /// <summary>The folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>An object a line instead of an array.</summary>
    [Parameter]
    public SwitchParameter AsLines { get; set; }

    private protected override string DestinationFor(string name) => FilePathOf(Path);

    private protected override RowSink Open(string destination) =>
        new FileSink(destination, AsLines ? new JsonLinesFormat() : new JsonFormat(), Force, isFirstPart: Partition is null or { Part: 1 });
}
