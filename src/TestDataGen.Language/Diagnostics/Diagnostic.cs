namespace TestDataGen.Language;

/// <summary>Something to say about a place in a <c>.tdg</c> file.</summary>
/// <param name="Code">A stable code, <c>TDG</c> and four digits.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Hint">What to do about it, one sentence; empty where the message says it.</param>
/// <param name="Source">The text it speaks of, or one that imports it; null where there is none (a run's own parameters).</param>
/// <param name="Span">The place, as <paramref name="Source"/> counts.</param>
public sealed record Diagnostic(
    string Code, DiagnosticSeverity Severity, string Message, string Hint, SourceText? Source, TextSpan Span)
{
    /// <summary>The text it speaks of; null where there is none.</summary>
    public SourceText? Source { get; init; } = Source?.Holding(Span.Start);

    /// <summary>The path of the file, or null.</summary>
    public string? Path => Source?.Path;

    /// <summary>Line of the place, from 1; 0 without a source.</summary>
    public int Line => Source?.Locate(Span.Start).Line ?? 0;

    /// <summary>Column of the place, from 1; 0 without a source.</summary>
    public int Column => Source?.Locate(Span.Start).Column ?? 0;

    /// <summary><c>file(line,column): error TDG0000: message hint</c>: the form that editors and Azure DevOps pick up.</summary>
    public override string ToString()
    {
        string place = Source is null ? "tdg" : $"{Path}({Line},{Column})";
        string severity = Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{place}: {severity} {Code}: {Message}{(Hint.Length == 0 ? "" : " " + Hint)}";
    }

    /// <summary>Place, severity, code and message in one line, for people.</summary>
    public string Headline
    {
        get
        {
            string severity = Severity == DiagnosticSeverity.Error ? "error" : "warning";
            string place = Source is null ? "" : HasLine ? $"{Path}:{Line}:{Column}: " : $"{Path}: ";
            return $"{place}{severity} {Code}: {Message}";
        }
    }

    /// <summary>The source line and, below it, the place underlined; empty where there is no line to show.</summary>
    public string Excerpt
    {
        get
        {
            if (!HasLine)
                return "";
            string line = Source!.Line(Line);
            // A very long line is cut to the part around the place.
            int from = line.Length <= 120 ? 0 : Math.Max(0, Math.Min(Column - 1, line.Length) - 60);
            string shown = line[from..Math.Min(line.Length, from + 120)].Replace('\t', ' ');
            int underline = Math.Clamp(Span.Length, 1, Math.Max(1, shown.Length - (Column - 1 - from)));
            return $" {Line} | {shown}{Environment.NewLine} {Margin} | {new string(' ', Column - 1 - from)}{new string('^', underline)}";
        }
    }

    // A file that could not be read has no line to show.
    private bool HasLine => Source is { Text.Length: > 0 };

    private string Margin => new(' ', Line.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);

    /// <summary>The form for people: place, code and message, the source line with the place underlined, and what to do.</summary>
    public string ToDisplayString()
    {
        if (HasLine)
            return $"{Headline}{Environment.NewLine}{Excerpt}{(Hint.Length == 0 ? "" : $"{Environment.NewLine} {Margin} = {Hint}")}";
        string gap = Source is null ? Environment.NewLine + "  " : " ";
        return Headline + (Hint.Length == 0 ? "" : gap + Hint);
    }
}
