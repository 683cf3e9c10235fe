namespace TestDataGen.Language;

/// <summary>
/// Counts brackets before anything recurses over them. Everything behind the lexer may recurse by nesting, so this limit is what keeps a hostile
/// file from running out of stack.
/// </summary>
internal static class NestingLimit
{
    /// <summary>Greatest number of brackets open at one place: no hand-written schema comes near it.</summary>
    public const int MaxBrackets = 64;

    /// <summary>Greatest height of an expression's tree.</summary>
    public const int MaxDepth = 256;

    /// <summary>Reports the first bracket too many.</summary>
    /// <returns>Whether the text can be parsed.</returns>
    public static bool Check(List<Token> tokens, DiagnosticBag diagnostics)
    {
        int depth = 0;
        foreach (Token token in tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.LeftParen or TokenKind.LeftBrace or TokenKind.HoleStart:
                    if (++depth > MaxBrackets)
                    {
                        diagnostics.Report(DiagnosticCatalog.TooDeep, token.Span, $"More than {MaxBrackets} brackets are open here.");
                        return false;
                    }

                    break;
                case TokenKind.RightParen or TokenKind.RightBrace or TokenKind.HoleEnd:
                    depth = Math.Max(0, depth - 1);
                    break;
            }
        }

        return true;
    }
}
