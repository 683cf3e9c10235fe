namespace TestDataGen.Language;

/// <summary>
/// Finds the tokens that begin a field, a table or a declaration. The parser needs them because nothing but the next beginning ends a field, and
/// after an error it goes on at the next one.
/// </summary>
internal sealed class Landmarks
{
    // How far an arrow is looked for in references(a, b -> t.x, y).
    private const int ReferenceReach = 128;

    private readonly List<Token> _tokens;
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _types;

    // The declaration or table that was begun last, and how many braces are open.
    private string _within = "";
    private int _braces;
    private int _parensForBraces;

    private Landmarks(List<Token> tokens, SourceText source, DiagnosticBag diagnostics)
    {
        (_tokens, _source, _diagnostics) = (tokens, source, diagnostics);
        _types = new HashSet<string>(
            tokens.Zip(tokens.Skip(1)).Where(p => (p.First.Is("enum") || p.First.Is("type")) && p.Second.IsName).Select(p => p.Second.Text), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Marks them in place. A misspelled word that begins a table or a declaration is reported, and taken for what was meant.</summary>
    public static void Mark(List<Token> tokens, SourceText source, DiagnosticBag diagnostics) => new Landmarks(tokens, source, diagnostics).Mark();

    private void Mark()
    {
        int parens = 0;
        int line = 0;
        for (int i = 0; i + 1 < _tokens.Count; i++)
        {
            int tokenLine = _source.Locate(_tokens[i].Span.Start).Line;
            Token token = _tokens[i] = _tokens[i] with { IsFirst = tokenLine != line };
            line = tokenLine;
            switch (token.Kind)
            {
                case TokenKind.LeftParen when CorrectOpening(i):
                    _braces++;
                    continue;
                case TokenKind.LeftParen or TokenKind.HoleStart:
                    parens++;
                    continue;
                case TokenKind.RightParen when parens == 0 && _parensForBraces > 0:
                    _parensForBraces--;
                    _braces = Math.Max(0, _braces - 1);
                    _tokens[i] = _tokens[i] with { Kind = TokenKind.RightBrace };
                    continue;
                case TokenKind.RightParen or TokenKind.HoleEnd:
                    parens = Math.Max(0, parens - 1);
                    continue;
                case TokenKind.LeftBrace:
                    _braces++;
                    continue;
                case TokenKind.RightBrace:
                    _braces = Math.Max(0, _braces - 1);
                    continue;
                case TokenKind.TemplateEnd:
                    continue;
            }

            if (!token.IsName || (i > 0 && _tokens[i - 1].Kind is TokenKind.Dot or TokenKind.Arrow))
                continue;
            if (parens > 0 && !(token.IsFirst && IsOutOfPlace(i)))
                continue;
            Landmark landmark = Classify(i, isWithinParens: parens > 0);
            if (landmark == Landmark.None || (parens > 0 && landmark == Landmark.Constraint))
                continue;
            parens = 0;
            token = _tokens[i] = _tokens[i] with { Landmark = landmark };
            if (landmark is not (Landmark.Table or Landmark.Declaration))
                continue;
            _within = token.Text;
            // Braces that were forgotten before it.
            _braces = landmark == Landmark.Table ? 1 : 0;
        }
    }

    // A bracket that someone forgot to close must not swallow the rest of the file: a beginning on a line of its own counts. Within brackets, where a
    // value with its weight may stand on a line of its own too, it is the type behind the colon that tells a field.
    private bool IsOutOfPlace(int i)
    {
        bool mayBeArgument = _tokens[i - 1].Kind is TokenKind.Comma or TokenKind.LeftParen or TokenKind.HoleStart or TokenKind.Colon;
        bool hasType = _tokens[i + 1].Kind == TokenKind.Colon && At(i + 2).IsName
            && !IsOperator(At(i + 2));
        return !mayBeArgument || hasType;
    }

    private Landmark Classify(int i, bool isWithinParens)
    {
        Token token = _tokens[i];
        Token next = _tokens[i + 1];
        if (next.Kind == TokenKind.Colon || (!isWithinParens && LacksColon(i)))
            return Landmark.Field;
        bool isKnown = token.Text == "table" || Keywords.Declarations.Contains(token.Text);
        if (token.Kind == TokenKind.Identifier && (isKnown ? IsDeclaration(token, next, At(i + 2)) : !isWithinParens && CorrectMisspelled(i)))
            return _tokens[i].Text == "table" ? Landmark.Table : Landmark.Declaration;
        if (_within == "generate" && _braces > 0 && token.IsFirst && !isWithinParens && !Keywords.GoesOn(token) && (next.Kind is TokenKind.LeftBrace or TokenKind.Number or TokenKind.Date or TokenKind.DateTime or TokenKind.String || next.Is("every")))
            return Landmark.Item;
        if (token.Kind != TokenKind.Identifier || (!isWithinParens && CorrectPer(i)))
            return Landmark.None;
        return token.Text switch
        {
            "check" when token.IsFirst || (_within is "table" or "mixin" && IsEndOfOperand(_tokens[i - 1]) && IsStartOfOperand(next)) => Landmark.Constraint,
            "primary_key" or "unique" when next.Kind == TokenKind.LeftParen => Landmark.Constraint,
            "rows" when next.Kind == TokenKind.LeftBrace => Landmark.Constraint,
            "references" when next.Kind == TokenKind.LeftParen && HasArrow(i + 2) => Landmark.Constraint,
            _ => Landmark.None,
        };
    }

    private Token At(int i) => i < _tokens.Count ? _tokens[i] : _tokens[^1];

    private static bool IsDeclaration(Token token, Token next, Token afterNext) => token.IsFirst
        ? (next.IsName && (!IsOperator(next) || afterNext.Kind is TokenKind.LeftBrace or TokenKind.Assign or TokenKind.Dot || afterNext.Is("with") || afterNext.Is("as"))) || next.Kind is TokenKind.LeftBrace or TokenKind.String or TokenKind.EndOfFile
        : (next.IsName && (afterNext.Kind is TokenKind.LeftBrace or TokenKind.Assign || (token.Text == "table" && afterNext.Kind is TokenKind.Dot or TokenKind.LeftParen)))
            || (token.Text == "import" && next.Kind == TokenKind.String)
            || (next.IsName && (afterNext.Is("with") || (token.Text == "generate" && afterNext.Is("as"))));

    private static bool IsOperator(Token token) => token.Kind == TokenKind.Identifier && Keywords.Operators.Contains(token.Text);

    // `name string(50)` where a field begins.
    private bool LacksColon(int i)
    {
        Token token = _tokens[i];
        Token type = _tokens[i + 1];
        if (_within is not ("table" or "mixin" or "type") || !(token.IsFirst || _tokens[i - 1].Kind == TokenKind.LeftBrace) || !type.IsName || At(i + 2).Kind == TokenKind.Colon)
            return false;
        if (token.Kind == TokenKind.Identifier && (Modifiers.IsKnown(token.Text) || Keywords.Contains(token.Text)))
            return false;
        return ScalarTypes.Find(type.Text) is not null || _types.Contains(type.Text) || (type.Is("row") && At(i + 2).Is("of"));
    }

    // `tabel orders {` where a table or a declaration must begin.
    private bool CorrectMisspelled(int i)
    {
        Token token = _tokens[i];
        Token afterNext = At(i + 2);
        bool isHeader = _tokens[i + 1].IsName && (afterNext.Kind is TokenKind.LeftBrace or TokenKind.Dot or TokenKind.Assign || afterNext.Is("with") || afterNext.Is("as"));
        IEnumerable<string> words = _braces == 0 ? Keywords.Declarations : _braces == 1 && _within is "schema" or "table" ? ["table"] : [];
        if (!isHeader || !(token.IsFirst || _tokens[i - 1].Kind is TokenKind.LeftBrace or TokenKind.RightBrace) || Nearest.Find(token.Text, words) is not { } word)
            return false;
        _diagnostics.Report(DiagnosticCatalog.Unexpected, token.Span, $"Expected `{word}` but found {token.Show()}.", token.Text.ToLowerInvariant() == word ? $"Words of the language are in lower case: `{word}`." : $"Write `{word}`.");
        _tokens[i] = token with { Text = word };
        return true;
    }

    // `table orders (`, as SQL writes it; the bracket that closes it is taken for a brace, too.
    private bool CorrectOpening(int i)
    {
        if (i < 2 || !_tokens[i - 1].IsName || _tokens[i - 2].Landmark is not (Landmark.Table or Landmark.Declaration))
            return false;
        string hint = _tokens[i - 2].Landmark == Landmark.Table ? "Its fields stand in braces." : "What belongs to it stands in braces: { … }.";
        _diagnostics.Report(DiagnosticCatalog.Unexpected, _tokens[i].Span, $"Expected `{{` but found {_tokens[i].Show()}.", hint);
        _tokens[i] = _tokens[i] with { Kind = TokenKind.LeftBrace };
        _parensForBraces++;
        return true;
    }

    // `orders 0..5 pre customers`: it would read as a line of its own.
    private bool CorrectPer(int i)
    {
        Token token = _tokens[i];
        Token afterNext = At(i + 2);
        bool isEnd = afterNext.Kind is TokenKind.RightBrace or TokenKind.EndOfFile or TokenKind.Comma || (afterNext.IsName && !Keywords.GoesOn(afterNext));
        if (_within != "generate" || token.IsFirst || token.Text == "per" || !_tokens[i + 1].IsName || !isEnd || _tokens[i - 1].Kind == TokenKind.LeftBrace || Nearest.Find(token.Text, ["per"]) is null)
            return false;
        _diagnostics.Report(DiagnosticCatalog.Unexpected, token.Span, $"Expected `per` but found {token.Show()}.", "Write `per`.");
        _tokens[i] = token with { Text = "per" };
        return true;
    }

    // Two operands side by side are no expression: `n: integer check n > 1` is a field and a check, also on one line.
    private static bool IsEndOfOperand(Token token) => token.Kind switch
    {
        TokenKind.Identifier => token.Text is "null" or "true" or "false" || (!Keywords.Operators.Contains(token.Text) && token.Text != "where"),
        TokenKind.QuotedIdentifier or TokenKind.Number or TokenKind.Percent or TokenKind.Duration or TokenKind.Date or TokenKind.Time or TokenKind.DateTime
            or TokenKind.String or TokenKind.TemplateEnd or TokenKind.RightParen or TokenKind.RightBracket or TokenKind.LeftBrace or TokenKind.RightBrace => true,
        _ => false,
    };

    private static bool IsStartOfOperand(Token token) => token.IsName || token.Kind
        is TokenKind.Number or TokenKind.Duration or TokenKind.Date or TokenKind.Time or TokenKind.DateTime or TokenKind.String or TokenKind.TemplateStart or TokenKind.LeftParen;

    private bool HasArrow(int from)
    {
        for (int i = from; i < _tokens.Count && i < from + ReferenceReach; i++)
        {
            if (_tokens[i].Kind == TokenKind.Arrow)
                return true;
            if (_tokens[i].Kind is not (TokenKind.Comma or TokenKind.Dot) && !_tokens[i].IsName)
                return false;
        }

        return false;
    }
}
