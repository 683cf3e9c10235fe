namespace TestDataGen.Language;

/// <summary>
/// Cuts a text into tokens. What can't be a token is reported here and becomes <see cref="TokenKind.Bad"/>, so that the parser keeps
/// silent about it.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly int _start;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Token> _tokens = [];
    private readonly List<Comment> _comments = [];

    // Where we are inside the holes of templates: for each hole its string's start and the braces open in it.
    private readonly Stack<Hole> _holes = new();
    private int _position;

    private Lexer(SourceText source, DiagnosticBag diagnostics) => (_text, _start, _diagnostics) = (source.Text, source.Start, diagnostics);

    private char Current => Peek(0);

    /// <summary>Cuts <paramref name="source"/> into tokens, an <see cref="TokenKind.EndOfFile"/> the last.</summary>
    public static LexedText Lex(SourceText source, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(source, diagnostics);
        lexer.Run();
        return new LexedText(lexer._tokens, lexer._comments);
    }

    public static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    public static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private void Run()
    {
        if (Current == '\uFEFF')
            _position++;
        while (_position < _text.Length)
            Next();
        AbandonHoles();
        Add(TokenKind.EndOfFile, _text.Length);
    }

    private void Next()
    {
        char c = Current;
        if (c == '\n')
        {
            AbandonHoles();
            _position++;
        }
        else if (c is ' ' or '\t' or '\r')
            _position++;
        else if (c == '/' && Peek(1) is '/' or '*')
            SkipComment();
        else if (IsNameStart(c))
            LexName();
        else if (char.IsAsciiDigit(c))
            LexNumber();
        else if (c == '`')
            LexQuotedName();
        else if (c == '"')
            LexText(_position);
        else if (c == '\'')
            LexSingleQuoted();
        else if (c == '/' && IsRegexExpected())
            LexRegex();
        else if (c == '}' && _holes.TryPeek(out Hole? hole) && hole.OpenBraces == 0)
            CloseHole();
        else
            LexSymbol();
    }

    private void Add(TokenKind kind, int start, object? value = null) =>
        _tokens.Add(new Token(kind, new TextSpan(_start + start, _position - start), kind == TokenKind.EndOfFile ? "" : _text[start.._position], value));

    private void Report(DiagnosticRule rule, int start, string message, string? hint = null) =>
        _diagnostics.Report(rule, new TextSpan(_start + start, Math.Max(1, _position - start)), message, hint);

    // A literal that is none: nobody shall speak of it again.
    private void Refuse(TokenKind kind, DiagnosticRule rule, int start, string message, string? hint = null)
    {
        Report(rule, start, message, hint);
        Add(kind, start, new BadValue(rule));
    }

    private void SkipComment()
    {
        int start = _position;
        if (Peek(1) == '/')
        {
            int end = _text.IndexOf('\n', _position);
            _position = end < 0 ? _text.Length : end;
            if (_text[_position - 1] == '\r')
                _position--;
        }
        else
        {
            int end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
            _position = end < 0 ? _text.Length : end + 2;
            if (end < 0)
            {
                _diagnostics.Report(DiagnosticCatalog.UnterminatedComment, new TextSpan(_start + start, 2), "This comment has no end.");
                return;
            }
        }

        _comments.Add(new Comment(new TextSpan(_start + start, _position - start), _text[start.._position].Replace("\r\n", "\n", StringComparison.Ordinal)));
    }

    private void LexName()
    {
        int start = _position;
        while (IsNamePart(Current))
            _position++;
        Add(TokenKind.Identifier, start);
    }

    private void LexQuotedName()
    {
        int start = _position++;
        var name = new System.Text.StringBuilder();
        while (true)
        {
            if (_position >= _text.Length || Current is '\n')
            {
                Report(DiagnosticCatalog.UnterminatedName, start, "This name has no closing back-quote.");
                break;
            }

            if (Current == '`' && Peek(1) != '`')
            {
                _position++;
                break;
            }

            if (IsForbidden())
            {
                int at = _position++;
                Report(DiagnosticCatalog.BadCharacter, at, $"The character U+{(int)_text[at]:X4} can't stand in a name.");
                continue;
            }

            if (Current == '`')
                _position++;
            AppendCharacter(name);
        }

        if (name.Length == 0)
            Report(DiagnosticCatalog.EmptyName, start, "A name can't be empty.");
        _tokens.Add(new Token(TokenKind.QuotedIdentifier, new TextSpan(_start + start, _position - start), name.Length == 0 ? "_" : name.ToString()));
    }

    // Control characters, and half of a character that UTF-16 writes in two.
    private bool IsForbidden() =>
        (char.IsControl(Current) && Current is not ('\t' or '\r' or '\n')) || (char.IsSurrogate(Current) && !char.IsSurrogatePair(Current, Peek(1)));

    private void AppendCharacter(System.Text.StringBuilder value)
    {
        int length = char.IsSurrogatePair(Current, Peek(1)) ? 2 : 1;
        value.Append(_text, _position, length);
        _position += length;
    }

    // A slash begins a regular expression only as the argument of regex(…); elsewhere it divides.
    private bool IsRegexExpected() =>
        _tokens.Count >= 2 && _tokens[^1].Kind == TokenKind.LeftParen && _tokens[^2].Is("regex");

    private void LexRegex()
    {
        int start = _position++;
        var pattern = new System.Text.StringBuilder();
        while (true)
        {
            if (_position >= _text.Length || Current is '\n' or '\r')
            {
                Report(DiagnosticCatalog.UnterminatedRegex, start, "This regular expression has no closing `/`.");
                break;
            }

            if (Current == '/')
            {
                _position++;
                break;
            }

            if (Current == '\\' && Peek(1) is not ('\n' or '\r' or '\0'))
            {
                if (Peek(1) != '/')
                    pattern.Append('\\');
                pattern.Append(Peek(1));
                _position += 2;
                continue;
            }

            if (IsForbidden())
            {
                int at = _position++;
                Report(DiagnosticCatalog.BadCharacter, at, $"The character U+{(int)_text[at]:X4} can't stand in a regular expression.");
                continue;
            }

            AppendCharacter(pattern);
        }

        Add(TokenKind.Regex, start, new RegexValue(pattern.ToString()));
    }

    private void LexSymbol()
    {
        int start = _position;
        (TokenKind kind, int length) = (Current, Peek(1)) switch
        {
            ('.', '.') => (TokenKind.DotDot, 2),
            ('-', '>') => (TokenKind.Arrow, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('<', '>') => (TokenKind.Bad, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('&', '&') or ('|', '|') => (TokenKind.Bad, 2),
            ('|', _) when _holes.Count > 0 => (TokenKind.Pipe, 1),
            ('(', _) => (TokenKind.LeftParen, 1),
            (')', _) => (TokenKind.RightParen, 1),
            ('[', _) => (TokenKind.LeftBracket, 1),
            (']', _) => (TokenKind.RightBracket, 1),
            ('{', _) => (TokenKind.LeftBrace, 1),
            ('}', _) => (TokenKind.RightBrace, 1),
            (',', _) => (TokenKind.Comma, 1),
            (':', _) => (TokenKind.Colon, 1),
            ('.', _) => (TokenKind.Dot, 1),
            ('=', _) => (TokenKind.Assign, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('%', _) => (TokenKind.PercentSign, 1),
            _ => (TokenKind.Bad, char.IsSurrogatePair(Current, Peek(1)) ? 2 : 1),
        };
        _position += length;
        // A run of what is no text at all is one error.
        while (kind == TokenKind.Bad && char.IsControl(_text[start]) && _position < _text.Length && Current == _text[start])
            _position++;
        CountHoleBraces(kind);
        if (kind != TokenKind.Bad)
        {
            Add(kind, start);
            return;
        }

        ReportBadSymbol(start);
        // What was meant is clear, so that the parser reads on as if it stood there.
        TokenKind meant = _text[start.._position] == "<>" ? TokenKind.NotEqual : TokenKind.Bad;
        if (_text[start] == ';')
            return;
        Add(meant, start);
    }

    private static int CodePoint(string symbol) =>
        symbol.Length == 2 && char.IsSurrogatePair(symbol[0], symbol[1]) ? char.ConvertToUtf32(symbol[0], symbol[1]) : symbol[0];

    private void ReportBadSymbol(int start)
    {
        string symbol = _text[start.._position];
        string? hint = symbol switch
        {
            "<>" => "Write `!=`.",
            "&&" => "Write `and`.",
            "|" => "A filter stands in a hole of a text: \"{x | upper}\".",
            "||" => "Write `or`; texts are put together in a template: \"{a}{b}\".",
            "!" => "Write `not`.",
            ";" => "Leave it out: a field ends where the next one begins.",
            "[" or "]" => "A name with odd characters stands in back-quotes.",
            "#" or "$" or "@" => "A comment begins with `//`.",
            "?" => "A field that may be null is `nullable`; a choice is if(condition, a, b).",
            _ => null,
        };
        string shown = char.IsControl(symbol[0]) || symbol[0] > '~' ? $"The character U+{CodePoint(symbol):X4}" : $"`{symbol}`";
        Report(DiagnosticCatalog.BadCharacter, start, $"{shown} is no word of the language.", hint);
    }
}
