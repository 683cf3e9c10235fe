using System.Management.Automation;
using TestDataGen.Export;

namespace TestDataGen.Commands;

/// <summary><c>Export-TdgCsv</c>: a CSV file a table.</summary>
[Cmdlet(VerbsData.Export, "TdgCsv", SupportsShouldProcess = true)]
[OutputType(typeof(ExportSummary))]
public sealed class ExportTdgCsvCommand : ExportCommand
{
    /// <summary>The folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    private protected override string DestinationFor(string name) => FilePathOf(Path);

    private protected override RowSink Open(string destination) =>
        new FileSink(destination, new CsvFormat(), Force, isFirstPart: Partition is null or { Part: 1 });
}
