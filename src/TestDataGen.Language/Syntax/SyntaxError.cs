namespace TestDataGen.Language;

/// <summary>What the parser has to say about a place; it stands in the tree where the parser gave up.</summary>
internal sealed record SyntaxError(DiagnosticRule Rule, TextSpan Span, string Message, string? Hint = null)
{
    /// <summary>The names in what could not be read: what is declared or referred to there.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];
}

/// <summary>A node that holds an error instead of what should stand there.</summary>
internal interface IBadNode
{
    SyntaxError Error { get; }
}
