using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>How two values stand to each other in every row.</summary>
internal sealed partial class Prover
{
    private Truths Order(BinaryOperator comparison, Expression left, Expression right, Facts? facts)
    {
        const Truths either = Truths.True | Truths.False;
        var whole = new BinaryExpression(comparison, left, right, Boolean, false, left.Span);
        Truths known = Facts.Of(facts, ExpressionText.Of(whole)) & either;
        if (known is Truths.True or Truths.False)
            return known;
        if (ExpressionText.Of(left) == ExpressionText.Of(right) && !ExpressionTree.Draws(left) && !ExpressionTree.Draws(right))
            return comparison.Holds(0) ? Truths.True : Truths.False;
        if (left.Type.IsText)
            return OfTexts(comparison, left, right, facts);
        if (!ValueRanges.IsMeasured(left.Type) || !ValueRanges.IsMeasured(right.Type))
            return either;
        if (left.Type.IsFloating || right.Type.IsFloating)
            return OfRanges(comparison, left, right);

        LinearForm difference = Linear(left).Plus(Linear(right), -1);
        LinearForm contrary = difference.Times(-1);
        return comparison switch
        {
            BinaryOperator.Greater => Decide(AtLeast(difference, true, facts), AtLeast(contrary, false, facts)),
            BinaryOperator.GreaterOrEqual => Decide(AtLeast(difference, false, facts), AtLeast(contrary, true, facts)),
            BinaryOperator.Less => Decide(AtLeast(contrary, true, facts), AtLeast(difference, false, facts)),
            BinaryOperator.LessOrEqual => Decide(AtLeast(contrary, false, facts), AtLeast(difference, true, facts)),
            BinaryOperator.Equal => Decide(IsZero(difference, facts), IsNotZero(difference, facts)),
            _ => Decide(IsNotZero(difference, facts), IsZero(difference, facts)),
        };
    }

    private static Truths Decide(bool always, bool never) => always ? Truths.True : never ? Truths.False : Truths.True | Truths.False;

    private bool IsZero(LinearForm form, Facts? facts) => AtLeast(form, false, facts) && AtLeast(form.Times(-1), false, facts);

    private bool IsNotZero(LinearForm form, Facts? facts) => AtLeast(form, true, facts) || AtLeast(form.Times(-1), true, facts);

    // What is counted out in floating-point numbers is off by a little: only whole ranges are compared.
    private Truths OfRanges(BinaryOperator comparison, Expression left, Expression right)
    {
        (decimal? lowLeft, decimal? highLeft) = ranges.Of(left);
        (decimal? lowRight, decimal? highRight) = ranges.Of(right);
        Truths result = 0;
        foreach (int order in new[] { -1, 0, 1 })
        {
            bool isPossible = order switch
            {
                -1 => !(lowLeft >= highRight),
                1 => !(highLeft <= lowRight),
                _ => !(lowLeft > highRight) && !(highLeft < lowRight),
            };
            if (isPossible)
                result |= comparison.Holds(order) ? Truths.True : Truths.False;
        }

        return result;
    }

    private Truths OfTexts(BinaryOperator comparison, Expression left, Expression right, Facts? facts)
    {
        if (ranges.TextsOf(left) is not { } of || ranges.TextsOf(right) is not { } against)
            return Truths.True | Truths.False;
        // `status == shipped` tells that it is nothing else.
        string key = ExpressionText.Of(left);
        foreach (Facts fact in Facts.All(facts))
        {
            if (fact.Condition is BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual, Right: Literal { Value: string value } } known && ExpressionText.Of(known.Left) == key)
            {
                bool isEqual = known.Operator == BinaryOperator.Equal ? fact.Truth == Truths.True : fact.Truth == Truths.False;
                bool isOther = known.Operator == BinaryOperator.Equal ? (fact.Truth & Truths.True) == 0 : fact.Truth == Truths.True;
                of = [.. of.Where(t => isEqual ? t == value : !isOther || t != value)];
            }
        }

        Truths result = 0;
        foreach (string a in of)
        {
            foreach (string b in against)
                result |= comparison.Holds(string.CompareOrdinal(a, b)) ? Truths.True : Truths.False;
        }

        return result == 0 ? Truths.True | Truths.False : result;
    }

    /// <summary>Whether a form is 0 or more in every row (more than 0 when <paramref name="isStrict"/>).</summary>
    private bool AtLeast(LinearForm form, bool isStrict, Facts? facts)
    {
        if (AtLeast(form, isStrict))
            return true;
        foreach (Facts fact in Facts.All(facts))
        {
            if (fact.Condition is not BinaryExpression { Operator: > BinaryOperator.NotEqual and <= BinaryOperator.GreaterOrEqual } comparison
                || fact.Truth is not (Truths.True or Truths.False) || !ValueRanges.IsMeasured(comparison.Left.Type) || comparison.Left.Type.IsFloating)
                continue;
            // What is known is 0 or more too: less so many times it, the form must still be.
            bool isGreater = comparison.Operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual == (fact.Truth == Truths.True);
            bool isStrictFact = comparison.Operator is BinaryOperator.Greater or BinaryOperator.Less == (fact.Truth == Truths.True);
            LinearForm known = Linear(comparison.Left).Plus(Linear(comparison.Right), -1).Times(isGreater ? 1 : -1);
            foreach ((decimal factor, Expression term) in known.Terms)
            {
                if (form.FactorOf(term) / factor is > 0 and var times && AtLeast(form.Plus(known, -times), isStrict && !isStrictFact))
                    return true;
            }
        }

        return false;
    }

    // The term that is computed last is replaced first by what it is computed from, so that what both sides have in common falls away.
    private bool AtLeast(LinearForm form, bool isStrict)
    {
        if (_left-- <= 0)
            return false;
        if (form.Terms.Count == 0)
            return isStrict ? form.Low > 0 : form.Low >= 0;
        (decimal factor, Expression term) = form.Terms.MaxBy(t => ranges.RankOf(t.Term));
        foreach (IReadOnlyList<LinearForm> bounds in Bounds(term, isLower: factor > 0))
        {
            if (bounds.All(b => AtLeast(form.Replaced(term, b), isStrict)))
                return true;
        }

        return false;
    }

    /// <summary>What a term is at the least, or at the most. Each list is one way to say so; all forms of a list must serve.</summary>
    private IEnumerable<IReadOnlyList<LinearForm>> Bounds(Expression term, bool isLower)
    {
        switch (term)
        {
            case FieldAccess access:
                foreach (Expression bound in ranges.BoundsOf(access.Field, isLower))
                {
                    if (At(bound, access) is { } seen)
                        yield return [Linear(Stored(seen, access.Field))];
                }

                if (access.Field.Reference is { } reference && access.Field.Target is { } target)
                    yield return [Linear(new FieldAccess([.. access.Path, reference], target, false, access.Span))];
                break;
            case Conditional conditional:
                yield return [.. new[] { conditional.Then, conditional.Else }.Where(b => !IsNull(b)).Select(Linear)];
                break;
            case FunctionCall { Function.Name: "coalesce" } call:
                yield return [.. call.Arguments.Where(a => !IsNull(a)).Select(Linear)];
                break;
            case FunctionCall { Function.Name: "least" or "greatest" } call:
                // greatest(a, b) is at least a, and at least b; at most it is one of them.
                if (call.Function.Name == "greatest" == isLower)
                {
                    foreach (Expression argument in call.Arguments)
                        yield return [Linear(argument)];
                }
                else
                    yield return [.. call.Arguments.Select(Linear)];
                break;
            case RangeDraw draw:
                yield return [Linear(isLower ? draw.Low : draw.High)];
                break;
        }

        (decimal? low, decimal? high) = ranges.Of(term);
        if ((isLower ? low : high) is { } end)
            yield return [LinearForm.Constant(end)];
    }

    private static bool IsNull(Expression expression) => expression is Literal { Value: null } || (expression is Conversion conversion && IsNull(conversion.Operand));

    /// <summary>An expression as a sum; what is no sum is a term.</summary>
    private LinearForm Linear(Expression expression)
    {
        const decimal day = TimeSpan.TicksPerDay;
        if (expression.Type.IsFloating)
            return LinearForm.Of(expression);
        switch (expression)
        {
            case Literal { Value: { } value } when ValueRanges.Measure(value) is { } number:
                return LinearForm.Constant(number);
            case UnaryExpression { Operator: UnaryOperator.Negate } minus:
                return Linear(minus.Operand).Times(-1);
            case BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum:
                return Sum(sum.Left, sum.Right, sum.Operator == BinaryOperator.Add ? 1 : -1, sum.Type);
            case BinaryExpression { Operator: BinaryOperator.Multiply } product when product.Type.Kind != TypeKind.Duration:
                return ranges.Of(product.Right) is ({ } a, { } b) && a == b ? Linear(product.Left).Times(a)
                    : ranges.Of(product.Left) is ({ } c, { } d) && c == d ? Linear(product.Right).Times(c)
                    : LinearForm.Of(expression);
            case FunctionCall { Function.Name: "after" or "before" } call:
                return Sum(call.Arguments[0], call.Arguments[1], call.Function.Name == "after" ? 1 : -1, call.Type);
            case FunctionCall { Function.Name: "date" } call:
                return call.Arguments[0].Type.Kind == TypeKind.Date ? Linear(call.Arguments[0]) : Linear(call.Arguments[0]).Widened(1 - day, 0);
            case FunctionCall { Function.Name: "days_between" } call when call.Arguments.All(a => a.Type.Kind == TypeKind.Date):
                return Linear(call.Arguments[1]).Plus(Linear(call.Arguments[0]), -1).Times(1 / day);
            case FunctionCall { Function.Name: "floor" } call:
                return Linear(call.Arguments[0]).Widened(-1, 0);
            case FunctionCall { Function.Name: "ceiling" } call:
                return Linear(call.Arguments[0]).Widened(0, 1);
            case FunctionCall { Function.Name: "round" } call when ValueRanges.DigitsOfRound(call) is { } digits:
                return Rounded(call.Arguments[0], digits);
            case RangeDraw { Low: var low, High: var high } when ranges.Of(low) is ({ } least, { } below) && ranges.Of(high) is ({ } above, { } greatest) && least == below && above == greatest:
                return LinearForm.Between(least, greatest);
            case Conversion { Operand: var operand, Type: var type } when operand.Type.HasDate && type.HasDate:
                return type.Kind == TypeKind.Date && operand.Type.Kind != TypeKind.Date ? Linear(operand).Widened(1 - day, 0) : Linear(operand);
            case Conversion { Operand: { Type.IsNumeric: true } operand, Type: { IsInteger: true } }:
                return Rounded(operand, 0);
            case Conversion { Operand: { Type.IsNumeric: true } operand, Type: { Kind: TypeKind.Decimal } type }:
                return type.Precision == 0 ? Linear(operand) : Rounded(operand, type.Scale);
            case Conversion { Operand: var operand } when operand.Type.Kind == expression.Type.Kind:
                return Linear(operand);
            default:
                return LinearForm.Of(expression);
        }
    }

    private LinearForm Rounded(Expression operand, int digits)
    {
        if (operand.Type.IsFloating)
            return LinearForm.Of(new Conversion(operand, new DataType(TypeKind.Decimal, 0, 28, digits), operand.Span));
        if (DecimalScale.Of(operand) <= digits)
            return Linear(operand);
        decimal half = 0.5m * new decimal(1, 0, 0, false, (byte)Math.Min(digits, 27));
        return Linear(operand).Widened(-half, half);
    }

    private LinearForm Sum(Expression left, Expression right, decimal sign, DataType type)
    {
        LinearForm sum = Linear(left).Plus(Linear(right), sign);
        if (type.Kind != TypeKind.Date || (ranges.Of(right) is ({ } least, { } greatest) && least == greatest))
            return sum;
        // A date moved by a duration that was drawn is cut to its day: whole days at both ends stay what they are.
        const decimal day = TimeSpan.TicksPerDay;
        LinearForm by = Linear(right);
        return by.Terms.Count == 0 && by.Low % day == 0 && by.High % day == 0 ? sum : sum.Widened(1 - day, 0);
    }
}
