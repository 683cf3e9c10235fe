namespace TestDataGen.Language;

/// <summary>What the comparison operators say of an order.</summary>
public static class Comparisons
{
    /// <summary>Whether a comparison holds between two values of which the first is less (below 0), equal (0) or greater.</summary>
    public static bool Holds(this BinaryOperator comparison, int order) => comparison switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        BinaryOperator.GreaterOrEqual => order >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "This is no comparison."),
    };
}
