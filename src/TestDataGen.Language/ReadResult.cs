namespace TestDataGen.Language;

/// <summary>What came of reading a text.</summary>
/// <param name="Schemas">The schemas, empty when there are errors.</param>
/// <param name="Diagnostics">Errors and warnings in the order of the text.</param>
public sealed record ReadResult(IReadOnlyList<Schema> Schemas, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is an error among the diagnostics.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
}
