namespace TestDataGen.Language;

/// <summary>Conditions that are the same in every row and every run.</summary>
internal static class ConstantConditions
{
    /// <summary>Whether a condition holds; null where that is no matter of constants alone.</summary>
    public static bool? Truth(Expression condition) => condition switch
    {
        Literal { Value: bool value } => value,
        UnaryExpression { Operator: UnaryOperator.Not } unary => !Truth(unary.Operand),
        NullTest test => Constants.Fold(test.Operand) is null ? null : test.IsNegated,
        BinaryExpression { Operator: BinaryOperator.And } both => Join(Truth(both.Left), Truth(both.Right), false),
        BinaryExpression { Operator: BinaryOperator.Or } either => Join(Truth(either.Left), Truth(either.Right), true),
        BinaryExpression { Operator: >= BinaryOperator.Equal } comparison =>
            Constants.Fold(comparison.Left) is { } left && Constants.Fold(comparison.Right) is { } right && left.Value!.GetType() == right.Value!.GetType()
                ? comparison.Operator.Holds(Constants.Compare(left, right))
                : null,
        _ => null,
    };

    private static bool? Join(bool? left, bool? right, bool decides) =>
        left == decides || right == decides ? decides : left is null || right is null ? null : !decides;
}
