using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Export-TdgSchema</c>: the text of a schema, as a <c>.tdg</c> file.</summary>
[Cmdlet(VerbsData.Export, "TdgSchema", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportTdgSchemaCommand : TdgCommand
{
    private readonly List<SourceText> _texts = [];

    /// <summary>The schema.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public Schema Schema { get; set; } = null!;

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Whether a file that is there is replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether the file is given out.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SourceText text = Schema.Model.Source;
        if (text.Imports.Count > 0)
        {
            var imports = new PSNotSupportedException($"{Schema.Path} imports other files, whose paths would lead elsewhere from another place.");
            WriteError(Failure.Of(imports, "SchemaImports", ErrorCategory.InvalidArgument, Schema, "Copy the files together."));
        }
        else if (!_texts.Contains(text))
        {
            _texts.Add(text);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_texts.Count > 1)
        {
            var several = new PSArgumentException($"These are the schemas of {_texts.Count} texts, and {Path} is one file.");
            ThrowTerminatingError(Failure.Of(several, "SeveralTexts", ErrorCategory.InvalidArgument, Path, "Export them one by one."));
        }

        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        if (_texts.Count == 0 || !ShouldProcess(file, "Write schema"))
            return;
        Guard(() => SchemaImport.Save(_texts[0], file, Force), file);
        if (PassThru)
            WriteObject(new FileInfo(file));
    }
}
