using TestDataGen.Export;

namespace TestDataGen;

/// <summary>What an exporter did with one table.</summary>
public sealed class ExportSummary
{
    internal ExportSummary(ExportResult result)
    {
        Table = result.Table;
        Rows = result.Rows;
        Seconds = result.Seconds;
        RowsPerSecond = result.RowsPerSecond;
        Destination = result.Destination;
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>How many rows were written.</summary>
    public long Rows { get; }

    /// <summary>How long it took, making the rows included.</summary>
    public double Seconds { get; }

    /// <summary>Rows by seconds.</summary>
    public double RowsPerSecond { get; }

    /// <summary>The file that holds them.</summary>
    public string Destination { get; }
}
