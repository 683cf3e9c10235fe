using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Finds out what a condition may be in any row, from where its fields' values come from: by cases (the branches of an <c>if</c>, null or not), by the order of sums
/// (<see cref="Prover"/>'s other part), and by ranges. It may not find what is so, but what it says is so.
/// </summary>
internal sealed partial class Prover(ValueRanges ranges)
{
    private const int Steps = 4000;
    private const int MaxCases = 64;
    private static readonly DataType Boolean = new(TypeKind.Boolean);
    private int _left;

    /// <summary>What a condition may be.</summary>
    public Truths Possible(Expression condition)
    {
        _left = Steps;
        try
        {
            return Possible(condition, null);
        }
        catch (OverflowException)
        {
            return Truths.Any;
        }
    }

    /// <summary>What a condition's contrary may be.</summary>
    public static Truths Turned(Truths truth) =>
        (truth & Truths.Null) | ((truth & Truths.True) != 0 ? Truths.False : 0) | ((truth & Truths.False) != 0 ? Truths.True : 0);

    private static Truths Unknown(Expression condition) => condition.IsNullable ? Truths.Any : Truths.True | Truths.False;

    private Truths Possible(Expression condition, Facts? facts)
    {
        if (_left-- <= 0)
            return Unknown(condition);
        Truths known = Facts.Of(facts, ExpressionText.Of(condition));
        if (known is Truths.True or Truths.False or Truths.Null)
            return known;
        return known & condition switch
        {
            Literal { Value: bool value } => value ? Truths.True : Truths.False,
            Literal { Value: null } => Truths.Null,
            UnaryExpression { Operator: UnaryOperator.Not } not => Turned(Possible(not.Operand, facts)),
            BinaryExpression { Operator: BinaryOperator.And } both => Turned(Join(both, facts, Truths.False)),
            BinaryExpression { Operator: BinaryOperator.Or } either => Join(either, facts, Truths.True),
            BinaryExpression { Operator: >= BinaryOperator.Equal } comparison => Compare(comparison, facts),
            NullTest test => Cases(test.Operand, facts).Aggregate(Truths.None, (all, c) => all | (c.Value is null == !test.IsNegated ? Truths.True : Truths.False)),
            Conditional conditional => OfBranches(conditional, facts),
            FieldAccess access when ranges.SourceOf(access.Field) is ExpressionSource source && access.Field.NullFraction == 0 && At(source.Expression, access) is { } definition =>
                Possible(definition, facts) | (access.IsNullable && !access.Field.IsNullable ? Truths.Null : 0),
            FieldAccess access when ranges.SourceOf(access.Field) is ChoiceSource choice =>
                choice.Values.Aggregate(access.IsNullable ? Truths.Null : 0, (all, v) => all | (v.Value is true ? Truths.True : Truths.False)),
            Conversion conversion => Possible(conversion.Operand, facts),
            _ => Unknown(condition),
        };
    }

    // `a or b`; `a and b` is not (not a or not b). The right side is looked at where the left one does not decide alone.
    private Truths Join(BinaryExpression join, Facts? facts, Truths decides)
    {
        bool isAnd = decides == Truths.False;
        Truths left = Possible(join.Left, facts);
        Truths result = (left & decides) != 0 ? Truths.True : 0;
        if ((left & ~decides) == 0)
            return result;
        Truths undecided = left & ~decides;
        Truths right = Possible(join.Right, Facts.With(facts, join.Left, undecided));
        if (isAnd)
            right = Turned(right);
        if ((right & Truths.True) != 0)
            result |= Truths.True;
        if ((undecided & Truths.Null) != 0 && (right & ~Truths.True) != 0)
            result |= Truths.Null;
        if ((undecided & ~Truths.Null) != 0)
            result |= right & ~Truths.True;
        return result;
    }

    private Truths OfBranches(Conditional conditional, Facts? facts)
    {
        Truths condition = Possible(conditional.Condition, facts);
        Truths result = 0;
        if ((condition & Truths.True) != 0)
            result |= Possible(conditional.Then, Facts.With(facts, conditional.Condition, Truths.True));
        if ((condition & ~Truths.True) != 0)
            result |= Possible(conditional.Else, Facts.With(facts, conditional.Condition, condition & ~Truths.True));
        return result;
    }

    private Truths Compare(BinaryExpression comparison, Facts? facts)
    {
        Truths result = 0;
        if (comparison.Left.Type.Kind == TypeKind.Boolean)
            return OfBooleans(comparison, facts);
        foreach ((Expression? left, Facts? known) in Cases(comparison.Left, facts))
        {
            foreach ((Expression? right, Facts? all) in Cases(comparison.Right, known))
            {
                result |= left is null || right is null ? Truths.Null : Order(comparison.Operator, left, right, all);
                if (result == Truths.Any)
                    return result;
            }
        }

        return result;
    }

    private Truths OfBooleans(BinaryExpression comparison, Facts? facts)
    {
        Truths result = 0;
        Truths left = Possible(comparison.Left, facts);
        foreach (Truths one in new[] { Truths.True, Truths.False, Truths.Null }.Where(t => (left & t) != 0))
        {
            Truths right = Possible(comparison.Right, Facts.With(facts, comparison.Left, one));
            if (one == Truths.Null || (right & Truths.Null) != 0)
                result |= Truths.Null;
            if (one != Truths.Null)
            {
                bool isEqual = comparison.Operator == BinaryOperator.Equal;
                result |= ((right & one) != 0 ? (isEqual ? Truths.True : Truths.False) : 0) | ((right & Turned(one)) != 0 ? (isEqual ? Truths.False : Truths.True) : 0);
            }
        }

        return result;
    }

    /// <summary>What an expression may be: without <c>if</c> and the like, each in its case; null where it is null.</summary>
    private List<(Expression? Value, Facts? Facts)> Cases(Expression expression, Facts? facts)
    {
        List<(Expression? Value, Facts? Facts)> cases = [];
        if (_left-- > 0)
            AddCases(expression, facts, cases);
        if (cases.Count is > 0 and <= MaxCases)
            return cases;
        // Too many, or too deep.
        return expression.IsNullable ? [(expression, facts), (null, facts)] : [(expression, facts)];
    }

    private void AddCases(Expression expression, Facts? facts, List<(Expression? Value, Facts? Facts)> cases)
    {
        switch (expression)
        {
            case Literal { Value: null }:
                cases.Add((null, facts));
                break;
            case FieldAccess access:
                AddCases(access, facts, cases);
                break;
            case Conditional conditional:
                Truths condition = Possible(conditional.Condition, facts);
                if ((condition & Truths.True) != 0)
                    cases.AddRange(Cases(conditional.Then, Facts.With(facts, conditional.Condition, Truths.True)));
                if ((condition & ~Truths.True) != 0)
                    cases.AddRange(Cases(conditional.Else, Facts.With(facts, conditional.Condition, condition & ~Truths.True)));
                break;
            case FunctionCall { Function.Name: "coalesce" } call:
                Expression[] rest = [.. call.Arguments.Skip(1)];
                foreach ((Expression? value, Facts? known) in Cases(call.Arguments[0], facts))
                {
                    if (value is not null || rest.Length == 0)
                        cases.Add((value, known));
                    else
                        cases.AddRange(Cases(rest.Length == 1 ? rest[0] : call with { Arguments = rest }, known));
                }

                break;
            case BinaryExpression { Operator: < BinaryOperator.Equal } sum:
                foreach ((Expression? left, Facts? known) in Cases(sum.Left, facts))
                {
                    foreach ((Expression? right, Facts? all) in Cases(sum.Right, known))
                        cases.Add((left is null || right is null ? null : sum with { Left = left, Right = right }, all));
                }

                break;
            case FunctionCall { Function.Name: not "nullif", Arguments: [var first, var second] } call:
                foreach ((Expression? left, Facts? known) in Cases(first, facts))
                {
                    foreach ((Expression? right, Facts? all) in Cases(second, known))
                        cases.Add((left is null || right is null ? null : call with { Arguments = [left, right] }, all));
                }

                break;
            case FunctionCall { Arguments: [var only] } call:
                foreach ((Expression? value, Facts? known) in Cases(only, facts))
                    cases.Add((value is null ? null : call with { Arguments = [value] }, known));
                break;
            case Conversion conversion:
                foreach ((Expression? value, Facts? known) in Cases(conversion.Operand, facts))
                    cases.Add((value is null ? null : conversion with { Operand = value }, known));
                break;
            case UnaryExpression unary:
                foreach ((Expression? value, Facts? known) in Cases(unary.Operand, facts))
                    cases.Add((value is null ? null : unary with { Operand = value }, known));
                break;
            default:
                cases.Add((expression, facts));
                if (expression.IsNullable)
                    cases.Add((null, facts));
                break;
        }
    }

    private void AddCases(FieldAccess access, Facts? facts, List<(Expression? Value, Facts? Facts)> cases)
    {
        var isNull = new NullTest(access, false, Boolean, access.Span);
        Truths nullness = access.IsNullable ? Facts.Of(facts, ExpressionText.Of(isNull)) : Truths.False;
        bool mayBeNull = (nullness & Truths.True) != 0;
        bool mayBeValue = (nullness & Truths.False) != 0;
        Facts? ifNull = access.IsNullable ? Facts.With(facts, isNull, Truths.True) : facts;
        Facts? ifValue = access.IsNullable ? Facts.With(facts, isNull, Truths.False) : facts;
        if (ranges.SourceOf(access.Field) is ExpressionSource source && HasCases(source.Expression) && At(source.Expression, access) is { } definition)
        {
            foreach ((Expression? value, Facts? known) in Cases(definition, facts))
            {
                if (value is null && mayBeNull)
                    cases.Add((null, Facts.With(known, isNull, Truths.True)));
                else if (value is not null && mayBeValue)
                    cases.Add((Stored(value, access.Field), access.IsNullable ? Facts.With(known, isNull, Truths.False) : known));
            }

            // By nullable(p%), or since there is no parent.
            if (mayBeNull && (access.Field.NullFraction > 0 || access.Path.Any(r => r.IsNullable)))
                cases.Add((null, ifNull));
            return;
        }

        if (mayBeValue)
            cases.Add((access, ifValue));
        if (mayBeNull)
            cases.Add((null, ifNull));
    }

    private static bool HasCases(Expression expression) =>
        ExpressionTree.WithParts(expression).Any(e => e is Conditional or FunctionCall { Function.Name: "coalesce" } || (e is FieldAccess && e.IsNullable));

    // As the field keeps it: rounded to its digits.
    private static Expression Stored(Expression value, Field field) =>
        value.Type == field.Type || field.Type.IsText ? value : new Conversion(value, field.Type, value.Span);

    /// <summary>What a field's expression says, seen from the row that reads the field; null where it can't be seen from there.</summary>
    private static Expression? At(Expression definition, FieldAccess access)
    {
        if (access.Path.Count == 0)
            return definition;
        if (ExpressionTree.WithParts(definition).Any(e => e is VariableAccess { Variable: not Variable.Now } or AggregateCall or PreviousAccess))
            return null;
        return ExpressionTree.Rewrite(definition, e => e is FieldAccess inner ? inner with { Path = [.. access.Path, .. inner.Path] } : null);
    }
}
