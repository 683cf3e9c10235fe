using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A file of records in memory. It is read twice: for the columns and their types, and for the values.</summary>
internal abstract class RecordFile(string name)
{
    /// <summary>The columns as far as they have been read.</summary>
    public List<string> Columns { get; } = [];

    /// <summary>The file's name, for errors.</summary>
    protected string Name => name;

    /// <summary>Reads all records.</summary>
    /// <exception cref="DataSetException">The file is malformed.</exception>
    public abstract void Read(IRecordVisitor visitor);

    /// <summary>An error in the file.</summary>
    protected DataSetException Malformed(string what, string? hint = null) => new(DiagnosticCatalog.DataSetMalformed, $"{name}: {what}", hint);
}
