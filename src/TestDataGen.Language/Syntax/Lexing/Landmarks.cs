namespace TestDataGen.Language;

/// <summary>
/// Finds the tokens that begin a field, a table or a declaration. The parser needs them because nothing but the next beginning ends a field, and
/// after an error it goes on at the next one.
/// </summary>
internal static class Landmarks
{
    // How far an arrow is looked for in references(a, b -> t.x, y).
    private const int ReferenceReach = 128;

    /// <summary>Marks them in place.</summary>
    public static void Mark(List<Token> tokens, SourceText source)
    {
        int depth = 0;
        int line = 0;
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            Token token = tokens[i];
            int tokenLine = source.Locate(token.Span.Start).Line;
            bool isFirst = tokenLine != line;
            line = tokenLine;
            switch (token.Kind)
            {
                case TokenKind.LeftParen or TokenKind.HoleStart:
                    depth++;
                    continue;
                case TokenKind.RightParen or TokenKind.HoleEnd:
                    depth = Math.Max(0, depth - 1);
                    continue;
                case TokenKind.TemplateEnd:
                    continue;
            }

            if (!token.IsName || (i > 0 && tokens[i - 1].Kind is TokenKind.Dot or TokenKind.Arrow))
                continue;
            if (depth > 0 && !(isFirst && IsOutOfPlace(tokens, i)))
                continue;
            Landmark landmark = Classify(tokens, i, isFirst);
            if (landmark == Landmark.None || (depth > 0 && landmark == Landmark.Constraint))
                continue;
            depth = 0;
            tokens[i] = token with { Landmark = landmark };
        }
    }

    // A bracket that someone forgot to close must not swallow the rest of the file: a beginning on a line of its own counts. Within brackets, where a
    // value with its weight may stand on a line of its own too, it is the type behind the colon that tells a field.
    private static bool IsOutOfPlace(List<Token> tokens, int i)
    {
        bool mayBeArgument = tokens[i - 1].Kind is TokenKind.Comma or TokenKind.LeftParen or TokenKind.HoleStart or TokenKind.Colon;
        bool hasType = tokens[i + 1].Kind == TokenKind.Colon && i + 2 < tokens.Count && tokens[i + 2].IsName
            && !(tokens[i + 2].Kind == TokenKind.Identifier && Keywords.Operators.Contains(tokens[i + 2].Text));
        return !mayBeArgument || hasType;
    }

    private static Landmark Classify(List<Token> tokens, int i, bool isFirst)
    {
        Token token = tokens[i];
        Token next = tokens[i + 1];
        if (next.Kind == TokenKind.Colon)
            return Landmark.Field;
        if (token.Kind != TokenKind.Identifier)
            return Landmark.None;
        if (token.Text == "table" || Keywords.Declarations.Contains(token.Text))
        {
            TokenKind afterNext = i + 2 < tokens.Count ? tokens[i + 2].Kind : TokenKind.EndOfFile;
            bool isDeclaration = isFirst
                ? next.IsName || next.Kind is TokenKind.LeftBrace or TokenKind.String or TokenKind.EndOfFile
                : (next.IsName && (afterNext is TokenKind.LeftBrace or TokenKind.Assign || (token.Text == "table" && afterNext == TokenKind.Dot))) || (token.Text == "import" && next.Kind == TokenKind.String)
                    || (next.IsName && i + 2 < tokens.Count && (tokens[i + 2].Is("with") || (token.Text == "generate" && tokens[i + 2].Is("as"))));
            if (isDeclaration)
                return token.Text == "table" ? Landmark.Table : Landmark.Declaration;
        }

        return token.Text switch
        {
            "check" when isFirst => Landmark.Constraint,
            "primary_key" or "unique" when next.Kind == TokenKind.LeftParen => Landmark.Constraint,
            "rows" when next.Kind == TokenKind.LeftBrace => Landmark.Constraint,
            "references" when next.Kind == TokenKind.LeftParen && HasArrow(tokens, i + 2) => Landmark.Constraint,
            _ => Landmark.None,
        };
    }

    private static bool HasArrow(List<Token> tokens, int from)
    {
        for (int i = from; i < tokens.Count && i < from + ReferenceReach; i++)
        {
            if (tokens[i].Kind == TokenKind.Arrow)
                return true;
            if (tokens[i].Kind is not (TokenKind.Comma or TokenKind.Dot) && !tokens[i].IsName)
                return false;
        }

        return false;
    }
}
