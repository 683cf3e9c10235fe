namespace TestDataGen.Export;

/// <summary>An export can't go on: a file exists, a disk is full, a value does not fit its column.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="advice">What to do about it, one sentence.</param>
/// <param name="innerException">The error of the system or the database below; null where the exporter itself found it.</param>
public sealed class ExportException(string message, string advice, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What to do about it, one sentence.</summary>
    public string Advice { get; } = advice;

    /// <summary>Whether the destination is there already and may not be replaced.</summary>
    public bool DestinationExists { get; init; }
}
