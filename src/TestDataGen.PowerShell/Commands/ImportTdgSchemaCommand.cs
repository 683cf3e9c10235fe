using System.Management.Automation;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Import-TdgSchema</c>: the schemas of <c>.tdg</c> files, ready to make data of.</summary>
[Cmdlet(VerbsData.Import, "TdgSchema", DefaultParameterSetName = "Path")]
[OutputType(typeof(Schema))]
public sealed class ImportTdgSchemaCommand : ReadingCommand
{
    /// <summary>Make columns of the parts of composite types.</summary>
    [Parameter]
    public SwitchParameter Flatten { get; set; }

    private protected override bool IsFlat => Flatten;

    private protected override void Process(ReadResult result, string path)
    {
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                WriteError(Failure.Of(diagnostic, path));
            else
                WriteWarning(diagnostic.ToDisplayString());
        }

        if (result.Schemas.Count == 0 && !result.HasErrors)
            WriteWarning($"{path} has no schema of its own: it holds what other files import.");
        foreach (Language.Schema schema in result.Schemas)
            WriteObject(new Schema(schema));
    }
}
