using System.Management.Automation;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Test-TdgSchema</c>: what is wrong with <c>.tdg</c> files, as objects.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TdgSchema", DefaultParameterSetName = "Path")]
[OutputType(typeof(SchemaDiagnostic), typeof(bool))]
public sealed class TestTdgSchemaCommand : ReadingCommand
{
    /// <summary>Only whether data can be made: true or false for each file.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process(ReadResult result, string path)
    {
        if (Quiet)
            WriteObject(!result.HasErrors);
        else
            WriteObject(result.Diagnostics.Select(d => new SchemaDiagnostic(d)), enumerateCollection: true);
    }
}
