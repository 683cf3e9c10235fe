using System.ComponentModel;
using TestDataGen.Generation;
using TestDataGen.Generators;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary>A cmdlet that reads schemas from files or from text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ReadingCommand : FileCommand
{
    /// <summary>Whether the parts of composite types become columns.</summary>
    private protected virtual bool IsFlat => false;

    /// <summary>What was read of one file or text.</summary>
    private protected abstract void Process(ReadResult result, string path);

    private protected override void ProcessFile(string file) => Process(SchemaReader.ReadFile(file, FormatCatalog.Signatures, GeneratorRegistry.OfSession().Names, DataSetReader.Instance, IsFlat), file);

    private protected sealed override void ProcessText(string text) => ProcessText(text, "<text>");

    /// <summary>Reads a text that stands in no file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">What diagnostics call it.</param>
    private protected void ProcessText(string text, string path)
    {
        var source = new SourceText(path, text);
        Process(SchemaReader.Read(source, FormatCatalog.Signatures, SessionState.Path.CurrentFileSystemLocation.Path, GeneratorRegistry.OfSession().Names, DataSetReader.Instance, IsFlat), source.Path);
    }
}
