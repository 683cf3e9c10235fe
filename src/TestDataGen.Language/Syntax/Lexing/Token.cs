namespace TestDataGen.Language;

/// <summary>A word of the text.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">As written; for a back-quoted identifier the name without its quotes.</param>
/// <param name="Value">What a literal means.</param>
/// <param name="Landmark">What it begins.</param>
/// <param name="IsFirst">Whether it is the first of its line.</param>
internal readonly record struct Token(
    TokenKind Kind, TextSpan Span, string Text, object? Value = null, Landmark Landmark = Landmark.None, bool IsFirst = false)
{
    public bool IsName => Kind is TokenKind.Identifier or TokenKind.QuotedIdentifier;

    public bool Is(string word) => Kind == TokenKind.Identifier && Text == word;

    /// <summary>As messages show it.</summary>
    public string Show() => Kind switch
    {
        TokenKind.EndOfFile => "the end of the file",
        TokenKind.TemplateStart or TokenKind.TemplateText or TokenKind.TemplateEnd => "a text",
        TokenKind.HoleEnd => "`}`",
        _ when Text.Length > 40 => $"`{Text[..37]}…`",
        _ => $"`{Text}`",
    };
}
