namespace TestDataGen.Generation;

/// <summary>Takes a file's cells, record by record.</summary>
internal interface IRecordVisitor
{
    /// <summary>A cell that is not empty. Cells of columns that a record does not have are left out.</summary>
    void Cell(int column, CellKind kind, ReadOnlySpan<byte> text);

    /// <summary>The record has no more cells.</summary>
    void EndRecord();
}
