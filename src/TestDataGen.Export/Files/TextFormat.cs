using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// How rows look in a file. It has no state, so that many threads format batches at once.
/// </summary>
public abstract class TextFormat
{
    /// <summary>The files' extension, with its point.</summary>
    public abstract string Extension { get; }

    /// <summary>What stands between two rows, in bytes: every row is written with it in front, and the first row of a file without.</summary>
    public virtual int SeparatorLength => 0;

    /// <summary>What stands before the first row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isFirstPart">Whether this file is the whole table or its first partition.</param>
    /// <param name="into">Takes the text.</param>
    public virtual void WriteHeader(Table table, bool isFirstPart, Utf8Buffer into)
    {
    }

    /// <summary>Some rows of a batch.</summary>
    public abstract void WriteRows(RowBatch batch, int from, int count, Utf8Buffer into);

    /// <summary>What stands behind the last row.</summary>
    public virtual void WriteFooter(Table table, Utf8Buffer into)
    {
    }
}
