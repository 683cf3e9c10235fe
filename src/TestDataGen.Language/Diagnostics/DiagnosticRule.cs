namespace TestDataGen.Language;

/// <summary>One kind of diagnostic: its code never changes its meaning.</summary>
/// <param name="Code"><c>TDG</c> and four digits.</param>
/// <param name="Title">What is wrong, in a few words, for the reference page.</param>
/// <param name="Cure">What to do about it, one sentence: the hint where the place gives no better one.</param>
/// <param name="Severity">Error or warning.</param>
public sealed record DiagnosticRule(string Code, string Title, string Cure, DiagnosticSeverity Severity = DiagnosticSeverity.Error)
{
    /// <summary>A diagnostic of this kind at a place.</summary>
    /// <param name="source">The text; null where there is none.</param>
    /// <param name="span">The place in it.</param>
    /// <param name="message">What is wrong, one sentence.</param>
    /// <param name="hint">What to do about it; null: <see cref="Cure"/>.</param>
    public Diagnostic At(SourceText? source, TextSpan span, string message, string? hint = null) =>
        new(Code, Severity, Shown.WithoutMiddle(message), Shown.WithoutMiddle(hint ?? Cure), source, span);

    /// <summary>A diagnostic of this kind that speaks of no text: a run's own parameters.</summary>
    public Diagnostic ForRun(string message, string? hint = null) => At(null, default, message, hint);
}
