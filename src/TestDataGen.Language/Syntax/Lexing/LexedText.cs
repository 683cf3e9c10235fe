namespace TestDataGen.Language;

/// <summary>A comment with its marks.</summary>
internal sealed record Comment(TextSpan Span, string Text)
{
    /// <summary>Whether nothing else can, or should, stand behind it on its line.</summary>
    public bool IsBreaking => Text.StartsWith("//", StringComparison.Ordinal) || Text.Contains('\n', StringComparison.Ordinal);
}

/// <summary>What the lexer makes of a text.</summary>
internal sealed record LexedText(List<Token> Tokens, List<Comment> Comments);
