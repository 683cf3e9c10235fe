using System.Management.Automation;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Format-TdgSchema</c>: <c>.tdg</c> files in the canonical form, comments kept.</summary>
[Cmdlet(VerbsCommon.Format, "TdgSchema", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(FormatChange), typeof(string))]
public sealed class FormatTdgSchemaCommand : FileCommand
{
    /// <summary>Changes nothing, and tells which files would be changed.</summary>
    [Parameter]
    public SwitchParameter Check { get; set; }

    private protected override void ProcessFile(string file)
    {
        FormatResult result = SchemaFormatter.FormatFile(file);
        if (Accept(result, file) && result.ChangedLine > 0 && !Check && ShouldProcess(file, "Format"))
            Write(file, result.Text!);
    }

    private protected override void ProcessText(string text)
    {
        var source = new SourceText("<text>", text);
        FormatResult result = SchemaFormatter.Format(source);
        if (Accept(result, source.Path) && !Check)
            WriteObject(result.Text);
    }

    private bool Accept(FormatResult result, string path)
    {
        foreach (Diagnostic diagnostic in result.Diagnostics)
            WriteError(Failure.Of(diagnostic, path));
        if (Check && result is { Text: not null, ChangedLine: > 0 })
            WriteObject(new FormatChange(path, result.ChangedLine));
        return result.Text is not null;
    }

    private void Write(string file, string text)
    {
        try
        {
            // In place: the file keeps its rights and its links.
            File.WriteAllText(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && Failure.TryDescribe(exception, file, out ErrorRecord? error))
        {
            WriteError(error);
        }
    }
}
