namespace TestDataGen.Language;

/// <summary>The operators by how tightly they bind; parser and formatter both go by this table.</summary>
internal static class OperatorTable
{
    /// <summary>How tightly an operator binds: greater is tighter.</summary>
    public const int OrLevel = 1, AndLevel = 2, NotLevel = 3, ComparisonLevel = 4, RangeLevel = 5, SumLevel = 6, ProductLevel = 7, NegationLevel = 8, OperandLevel = 9;

    private static readonly (TokenKind Kind, string Word, BinaryOperator Operator, int Level)[] Rows =
    [
        (TokenKind.Identifier, "or", BinaryOperator.Or, OrLevel),
        (TokenKind.Identifier, "and", BinaryOperator.And, AndLevel),
        (TokenKind.Equal, "==", BinaryOperator.Equal, ComparisonLevel),
        (TokenKind.NotEqual, "!=", BinaryOperator.NotEqual, ComparisonLevel),
        (TokenKind.Less, "<", BinaryOperator.Less, ComparisonLevel),
        (TokenKind.LessOrEqual, "<=", BinaryOperator.LessOrEqual, ComparisonLevel),
        (TokenKind.Greater, ">", BinaryOperator.Greater, ComparisonLevel),
        (TokenKind.GreaterOrEqual, ">=", BinaryOperator.GreaterOrEqual, ComparisonLevel),
        (TokenKind.Plus, "+", BinaryOperator.Add, SumLevel),
        (TokenKind.Minus, "-", BinaryOperator.Subtract, SumLevel),
        (TokenKind.Star, "*", BinaryOperator.Multiply, ProductLevel),
        (TokenKind.Slash, "/", BinaryOperator.Divide, ProductLevel),
        (TokenKind.PercentSign, "%", BinaryOperator.Modulo, ProductLevel),
    ];

    /// <summary>The operator that a token is, and its level; null for <c>..</c>, which has a level only.</summary>
    public static bool TryGetBinary(Token token, out BinaryOperator? binary, out int level)
    {
        if (token.Kind == TokenKind.DotDot)
        {
            (binary, level) = (null, RangeLevel);
            return true;
        }

        foreach (var row in Rows)
        {
            if (row.Kind == token.Kind && (token.Kind != TokenKind.Identifier || token.Text == row.Word))
            {
                (binary, level) = (row.Operator, row.Level);
                return true;
            }
        }

        (binary, level) = (null, 0);
        return false;
    }

    /// <summary>How an operator is written.</summary>
    public static string WordOf(BinaryOperator binary) => Rows.First(r => r.Operator == binary).Word;

    /// <summary>How tightly an operator binds.</summary>
    public static int LevelOf(BinaryOperator binary) => Rows.First(r => r.Operator == binary).Level;

    /// <summary>Whether an operator chains with others of its level: a comparison does not.</summary>
    public static bool Chains(int level) => level is not (ComparisonLevel or RangeLevel);
}
