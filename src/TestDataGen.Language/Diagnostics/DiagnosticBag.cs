namespace TestDataGen.Language;

/// <summary>Collects the diagnostics of one text.</summary>
internal sealed class DiagnosticBag(SourceText source)
{
    // Who makes more errors than this in one file will not read them all.
    private const int Limit = 200;

    private readonly List<Diagnostic> _found = [];

    // The modifiers of a type alias are bound once for every field that uses it; an error in them is said once.
    private readonly HashSet<(string Code, TextSpan Span)> _said = [];

    public SourceText Source => source;

    public bool HasErrors { get; private set; }

    public void Report(DiagnosticRule rule, TextSpan span, string message, string? hint = null)
    {
        HasErrors |= rule.Severity == DiagnosticSeverity.Error;
        if (_found.Count < Limit && _said.Add((rule.Code, span)))
            _found.Add(rule.At(source, span, message, hint));
    }

    /// <summary>All of them in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> ToList() => [.. _found.OrderBy(d => d.Span.Start)];
}
