namespace TestDataGen.Language;

/// <summary>What came of formatting a text.</summary>
/// <param name="Text">The formatted text; null when there are errors.</param>
/// <param name="Diagnostics">The errors.</param>
public sealed record FormatResult(string? Text, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The first line of the text that formatting changes, from 1; 0: none, it is formatted already.</summary>
    public int ChangedLine { get; init; }
}
