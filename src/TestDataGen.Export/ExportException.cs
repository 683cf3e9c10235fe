namespace TestDataGen.Export;

/// <summary>An export can't go on: a file exists, a disk is full, a value does not fit its column.</summary>
public sealed class ExportException : Exception
{
    /// <summary>An error found by the exporter itself.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public ExportException(string message)
        : base(message)
    {
    }

    /// <summary>An error of the system or the database below.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The error below.</param>
    public ExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the destination is there already and may not be replaced.</summary>
    public bool DestinationExists { get; init; }
}
