using System.ComponentModel;
using System.Management.Automation;

namespace TestDataGen.Commands;

/// <summary>A cmdlet that takes <c>.tdg</c> files, or a text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FileCommand : TdgCommand
{
    private protected const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string TextSet = "Text";

    /// <summary>Files, wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public virtual string[] Path { get; set; } = [];

    /// <summary>Files by exactly these names.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The schema itself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TextSet)]
    [AllowEmptyString]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == TextSet)
        {
            ProcessText(Text);
            return;
        }

        if (Path.Length == 0 && LiteralPath.Length == 0)
        {
            ProcessOther();
            return;
        }

        foreach (string file in Files())
        {
            Stopped.ThrowIfCancellationRequested();
            ProcessFile(file);
        }
    }

    /// <summary>Works on one file, which may be missing.</summary>
    private protected abstract void ProcessFile(string file);

    /// <summary>Works on the text of -Text.</summary>
    private protected abstract void ProcessText(string text);

    /// <summary>Works on what a parameter set of the cmdlet's own names.</summary>
    private protected virtual void ProcessOther()
    {
    }

    private IEnumerable<string> Files()
    {
        foreach (string path in ParameterSetName == LiteralPathSet ? LiteralPath : Path)
        {
            foreach (string file in ParameterSetName != LiteralPathSet && WildcardPattern.ContainsWildcardCharacters(path) ? Matches(path) : Literal(path))
                yield return file;
        }
    }

    private IReadOnlyCollection<string> Literal(string path)
    {
        try
        {
            // A file that is missing is left to the reader: it says so as it says everything else.
            string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return InFileSystem(provider, path) ? [file] : [];
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSInvalidOperationException)
        {
            WriteError(Failure.Of(exception, "FileNotFound", ErrorCategory.ObjectNotFound, path, "Give the path of a .tdg file."));
            return [];
        }
    }

    private IReadOnlyCollection<string> Matches(string pattern)
    {
        try
        {
            IReadOnlyCollection<string> files = SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out ProviderInfo provider);
            if (!InFileSystem(provider, pattern))
                return [];
            if (files.Count > 0)
                return files;
        }
        catch (Exception exception) when (exception is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            // Said below.
        }

        var none = new FileNotFoundException($"No file fits '{pattern}'.");
        WriteError(Failure.Of(none, "FileNotFound", ErrorCategory.ObjectNotFound, pattern, "See the folder and the pattern; for a name with [ or ] use -LiteralPath."));
        return [];
    }

    private bool InFileSystem(ProviderInfo provider, string path)
    {
        if (provider.Name == "FileSystem")
            return true;
        var wrong = new PSNotSupportedException($"'{path}' belongs to the provider {provider.Name}; schemas are read from files.");
        WriteError(Failure.Of(wrong, "NotAFile", ErrorCategory.InvalidArgument, path, "Give the path of a .tdg file, or the text itself with -Text."));
        return false;
    }
}
