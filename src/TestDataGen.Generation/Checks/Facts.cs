using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What is known of a row, in one of the cases that are looked at: which conditions hold in it and which don't.</summary>
/// <param name="Key">A condition's <see cref="ExpressionText"/>.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Truth">What it may be.</param>
/// <param name="Rest">What else is known.</param>
internal sealed record Facts(string Key, Expression Condition, Truths Truth, Facts? Rest)
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Facts> All(Facts? facts)
    {
        for (; facts is not null; facts = facts.Rest)
            yield return facts;
    }

    /// <summary>What a condition may be by what is known.</summary>
    public static Truths Of(Facts? facts, string key) =>
        All(facts).Where(f => f.Key == key).Aggregate(Truths.Any, (all, f) => all & f.Truth);

    /// <summary>With a condition known, and what follows from it.</summary>
    public static Facts? With(Facts? facts, Expression condition, Truths truth)
    {
        switch (condition)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                return With(facts, not.Operand, Prover.Turned(truth));
            case NullTest { IsNegated: true } test:
                return With(facts, test with { IsNegated = false }, Prover.Turned(truth));
            case BinaryExpression { Operator: BinaryOperator.And } both when truth == Truths.True:
                return With(With(facts, both.Left, truth), both.Right, truth);
            case BinaryExpression { Operator: BinaryOperator.Or } either when (truth & Truths.True) == 0:
                return With(With(facts, either.Left, Truths.False | Truths.Null), either.Right, Truths.False | Truths.Null);
            default:
                return new Facts(ExpressionText.Of(condition), condition, condition is NullTest ? truth & ~Truths.Null : truth, facts);
        }
    }
}
