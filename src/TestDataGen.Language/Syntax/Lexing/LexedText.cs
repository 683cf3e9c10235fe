namespace TestDataGen.Language;

/// <summary>A comment with its marks.</summary>
internal readonly record struct Comment(TextSpan Span, string Text);

/// <summary>What the lexer makes of a text.</summary>
internal sealed record LexedText(List<Token> Tokens, List<Comment> Comments);
