namespace TestDataGen.Export;

/// <summary>What came of one table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Rows">How many rows were written.</param>
/// <param name="Seconds">How long that took, generation and indexes included.</param>
/// <param name="Destination">The file that holds them.</param>
public sealed record ExportResult(string Table, long Rows, double Seconds, string Destination)
{
    /// <summary>Rows a second; 0 where there was no time to measure.</summary>
    public double RowsPerSecond => Seconds > 0 ? Rows / Seconds : 0;
}
