namespace TestDataGen.Language;

/// <summary>Collects the diagnostics of one text.</summary>
internal sealed class DiagnosticBag(SourceText source)
{
    // Who makes more errors than this in one file will not read them all.
    private const int Limit = 200;

    private readonly List<Diagnostic> _found = [];
    private int _suggestions = 400_000;

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

    /// <summary>" in FILE" where something stands in another file than the place that speaks of it, else nothing.</summary>
    public string In(TextSpan there, TextSpan here) =>
        source.Holding(there.Start) is var file && file == source.Holding(here.Start) ? "" : $" in {file.Path}";

    /// <summary>
    /// "Did you mean `x`?", or null where no name is near. Looking for it takes time, so that it stops when there are more errors, or more names, than
    /// anyone will read.
    /// </summary>
    public string? Suggest(string written, IEnumerable<string> names) =>
        _found.Count < Limit && _suggestions > 0 ? Nearest.Hint(written, names, ref _suggestions) : null;

    /// <summary>All of them in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> ToList() => [.. _found.OrderBy(d => d.Span.Start)];
}
