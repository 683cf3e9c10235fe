namespace TestDataGen.Language;

/// <summary>The kinds of words of a text.</summary>
internal enum TokenKind
{
    Identifier,
    QuotedIdentifier,
    Number,
    Percent,
    Duration,
    Date,
    Time,
    DateTime,
    String,
    Regex,
    TemplateStart,
    TemplateText,
    HoleStart,
    HoleEnd,
    TemplateEnd,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Dot,
    DotDot,
    Arrow,
    Assign,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    Slash,
    PercentSign,

    /// <summary><c>|</c> in a hole of a template.</summary>
    Pipe,

    /// <summary>What is no word of the language; the lexer has said so.</summary>
    Bad,
    EndOfFile,
}
