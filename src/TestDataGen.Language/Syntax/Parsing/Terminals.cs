using Pidgin;
using static Pidgin.Parser;

namespace TestDataGen.Language;

/// <summary>The smallest rules of the grammar, which all others are built from.</summary>
internal static class Terminals
{
    public static readonly Parser<Token, Token> Comma = Symbol(TokenKind.Comma, "`,`");
    public static readonly Parser<Token, Token> Colon = Symbol(TokenKind.Colon, "`:`");
    public static readonly Parser<Token, Token> Dot = Symbol(TokenKind.Dot, "`.`");
    public static readonly Parser<Token, Token> Arrow = Symbol(TokenKind.Arrow, "`->`");
    public static readonly Parser<Token, Token> Assign = Symbol(TokenKind.Assign, "`=`");
    public static readonly Parser<Token, Token> LeftParen = Symbol(TokenKind.LeftParen, "`(`");
    public static readonly Parser<Token, Token> RightParen = Symbol(TokenKind.RightParen, "`)`");
    public static readonly Parser<Token, Token> LeftBrace = Symbol(TokenKind.LeftBrace, "`{`");
    public static readonly Parser<Token, Token> RightBrace = Symbol(TokenKind.RightBrace, "`}`");

    public static readonly Parser<Token, NameSyntax> Name =
        One(t => t.IsName).Labelled("a name").Select(NameSyntax.From);

    public static readonly Parser<Token, PathSyntax> DottedName =
        Name.SeparatedAtLeastOnce(Dot).Select(names => new PathSyntax(ListOf(names)));

    public static Parser<Token, Token> One(Func<Token, bool> predicate) => Parser<Token>.Token(predicate);

    public static Parser<Token, Token> Symbol(TokenKind kind, string label) => One(t => t.Kind == kind).Labelled(label);

    public static Parser<Token, Token> Word(string word) => One(t => t.Is(word)).Labelled($"`{word}`");

    public static Parser<Token, Token> Keyword(string word) =>
        One(t => t.Landmark == Landmark.Declaration && t.Text == word).Labelled($"`{word}`");

    public static SyntaxList<T> ListOf<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } array ? new(array) : SyntaxList<T>.Empty;

    public static Parser<Token, Bracketed<T>> InParens<T>(Parser<Token, T> content) =>
        Map((open, inner, close) => new Bracketed<T>(inner, TextSpan.Covering(open.Span, close.Span)), LeftParen, content, RightParen);

    public static Parser<Token, SyntaxList<T>> ListOf<T>(Parser<Token, T> item) =>
        item.Separated(Comma).Select(ListOf);

    /// <summary>The rule; where it fails, a bad node, and what <paramref name="skip"/> reads is left out.</summary>
    public static Parser<Token, T> OrBad<T>(this Parser<Token, T> rule, Parser<Token, Unit> skip, Func<ParseError<Token>, T> bad)
        where T : SyntaxNode =>
        rule.RecoverWith(error => skip.ThenReturn(bad(error))).MapWithInput(NoteNames);

    private static T NoteNames<T>(ReadOnlySpan<Token> tokens, T node)
        where T : SyntaxNode
    {
        if (node is not IBadNode { Error: var error })
            return node;
        var names = new List<string>();
        foreach (Token token in tokens)
        {
            if (token.IsName)
                names.Add(token.Text);
        }

        error.Names = names;
        return node;
    }

    public static SyntaxError ErrorOf(ParseError<Token> error)
    {
        Token found = error.Unexpected.GetValueOrDefault();
        string[] expected = [.. error.Expected.Select(e => e.Label).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string list = expected.Length switch
        {
            0 => "",
            1 => expected[0],
            _ => $"{string.Join(", ", expected[..^1])} or {expected[^1]}",
        };
        string message = list.Length == 0 ? $"{found.Show()} can't stand here." : $"Expected {list} but found {found.Show()}.";
        return new SyntaxError(DiagnosticCatalog.Unexpected, found.Span, message, HintFor(found, expected));
    }

    private static string? HintFor(Token found, string[] expected) => found.Kind switch
    {
        TokenKind.Assign when expected.Contains("`)`") || expected.Contains("the end") => "A comparison is written `==`.",
        TokenKind.Identifier when Modifiers.IsKnown(found.Text) && found.Landmark == Landmark.None && expected is not ["a number"] => "A modifier stands between the field's type and its `=`.",
        TokenKind.RightBrace when expected.Contains("`schema`") => "There is a `}` too many.",
        TokenKind.Comma when expected.Contains("a field (`name: type`)") => "Fields are not separated by commas.",
        TokenKind.LeftParen when expected.Contains("`{`") => "What belongs to it stands in braces: { … }.",
        TokenKind.Identifier when expected.Contains("`schema`") && IsSql(found.Text) => "This is SQL. A table is written: schema S { table t { id: bigint primary_key } }.",
        TokenKind.Identifier when found.Text.ToLowerInvariant() is { } lower && lower != found.Text && expected.Contains($"`{lower}`") => $"Words of the language are in lower case: `{lower}`.",
        TokenKind.Identifier when expected is ["a number"] && found.Is("max") => "A text of any length is written `text`.",
        _ when expected is ["`table`"] => "Fields stand in a table: table NAME { name: type }.",
        _ when expected is ["`(`"] => "What belongs to it stands in brackets: ( … ).",
        _ when expected is ["`:`"] => "A field is written `name: type`.",
        _ when expected.Contains("`)`") && (found.Landmark != Landmark.None || found.Kind is TokenKind.RightBrace or TokenKind.EndOfFile) => "A bracket before it is not closed.",
        _ => null,
    };

    private static bool IsSql(string word) => word.ToUpperInvariant() is "CREATE" or "INSERT" or "SELECT" or "ALTER" or "DROP" or "USE" or "BEGIN" or "SET";
}
