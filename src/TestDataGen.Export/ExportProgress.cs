namespace TestDataGen.Export;

/// <summary>How far an export has come.</summary>
/// <param name="Table">The table being written.</param>
/// <param name="Rows">Its rows written so far.</param>
/// <param name="TotalRows">Its rows in all; -1 when unknown.</param>
public readonly record struct ExportProgress(string Table, long Rows, long TotalRows)
{
    /// <summary>What is done with the table after its rows, such as <c>indexing email</c>; null while rows are written.</summary>
    public string? Finishing { get; init; }
}
