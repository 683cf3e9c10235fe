using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Meets comparisons by the range from which one of their sides is drawn: that of <c>ends_on</c> begins at <c>starts_on</c>.</summary>
internal sealed class Narrower(PlanBuilder builder, TablePlan plan, ValueRanges ranges, Prover prover)
{
    private static readonly DataType Boolean = new(TypeKind.Boolean);

    /// <summary>Narrows a field of the table so that a condition holds in every row.</summary>
    /// <returns>The field; null where it can't be met so.</returns>
    public Field? Narrow(Expression condition)
    {
        if (Comparison(condition) is not { Operator: > BinaryOperator.NotEqual and <= BinaryOperator.GreaterOrEqual } comparison)
            return null;
        bool isGreater = comparison.Operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;
        bool isStrict = comparison.Operator is BinaryOperator.Greater or BinaryOperator.Less;
        // Of two fields, the one that stands later follows the other.
        foreach ((Expression side, Expression other, bool isLower) in new[] { (comparison.Left, comparison.Right, isGreater), (comparison.Right, comparison.Left, !isGreater) }
            .OrderByDescending(s => (Unwidened(s.Item1) as FieldAccess)?.Field.Index ?? -1))
        {
            if (Unwidened(side) is FieldAccess { Path.Count: 0, Field: var field } && Fits(field, other) && Narrow(field, other, isLower, isStrict))
                return field;
        }

        return null;
    }

    // `x is null or x >= y` says no more than `x >= y`, which is null then; `not (x < y)` says the contrary.
    private static BinaryExpression? Comparison(Expression condition)
    {
        switch (condition)
        {
            case UnaryExpression { Operator: UnaryOperator.Not, Operand: BinaryExpression inner } when Contrary(inner.Operator) is { } contrary:
                return inner with { Operator = contrary };
            case BinaryExpression { Operator: BinaryOperator.Or, Left: NullTest { IsNegated: false } test } either when Comparison(either.Right) is { } inner:
                string key = ExpressionText.Of(test.Operand);
                return ExpressionText.Of(inner.Left) == key || ExpressionText.Of(inner.Right) == key ? inner : null;
            case BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison:
                return comparison;
            default:
                return null;
        }
    }

    private static BinaryOperator? Contrary(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        _ => null,
    };

    private static Expression Unwidened(Expression expression) =>
        expression is Conversion { Operand: { Type.IsNumeric: true } operand, Type.IsFloating: false } ? operand : expression;

    private bool Fits(Field field, Expression other)
    {
        bool isDrawn = ranges.SourceOf(field) is BetweenSource || (ranges.SourceOf(field) is DefaultSource && SourceBuilder.DefaultRange(field, builder.Now, isCounted: false) is not null);
        bool isExact = field.Type.Kind switch
        {
            TypeKind.Decimal => DecimalScale.Of(other) <= field.Type.Scale,
            _ when field.Type.IsInteger => other.Type.IsInteger,
            _ => other.Type.Kind == field.Type.Kind,
        };
        return isDrawn && isExact && !field.Table.Keys.Any(k => k.Fields.Contains(field)) && field.Reference is null && Column.StorageOf(field.Type) == Storage.Int64 && !DependsOn(other, field);
    }

    private bool DependsOn(Expression expression, Field field)
    {
        var seen = new HashSet<Field>();
        var open = new Stack<Expression>([expression]);
        while (open.TryPop(out Expression? next))
        {
            foreach (FieldAccess access in ExpressionTree.Accesses(next))
            {
                if (access.Field == field)
                    return true;
                // By whatever way a parent is found: it may ask for fields of this row.
                foreach (Reference reference in access.Path.Append(access.Field.Reference).OfType<Reference>())
                {
                    if (reference.Condition is { } where)
                        open.Push(where);
                    if (reference.Lookup is { } lookup)
                        open.Push(lookup.Value);
                }

                if (!seen.Add(access.Field))
                    continue;
                if (access.Field.Source is GeneratorSource)
                    return true;
                foreach (Expression inner in plan.ExpressionsOf(access.Field))
                    open.Push(inner);
            }

            if (ExpressionTree.WithParts(next).Any(e => e is AggregateCall))
                return true;
        }

        return false;
    }

    private bool Narrow(Field field, Expression other, bool isLower, bool isStrict)
    {
        (Expression low, Expression high) = EndsOf(field);
        if ((isStrict ? Moved(other, field.Type, isLower ? 1 : -1) : other) is not { } end)
            return false;
        // It must leave something of the range in every row.
        if (!Holds(isLower ? BinaryOperator.LessOrEqual : BinaryOperator.GreaterOrEqual, end, isLower ? high : low))
            return false;
        plan.Narrowed[field] = isLower ? new BetweenSource(Tighter(low, end, true, field.Type), high) : new BetweenSource(low, Tighter(high, end, false, field.Type));
        return true;
    }

    private (Expression Low, Expression High) EndsOf(Field field)
    {
        if ((plan.Narrowed.GetValueOrDefault(field) ?? field.Source) is BetweenSource between)
        {
            // Bounds that its type brought go before constant ends.
            return (between.Low is Literal low && field.Min is { } min && Comparer<object>.Default.Compare(min.Value, low.Value) > 0 ? min : between.Low,
                between.High is Literal high && field.Max is { } max && Comparer<object>.Default.Compare(max.Value, high.Value) < 0 ? max : between.High);
        }

        ColumnRange range = SourceBuilder.DefaultRange(field, builder.Now, isCounted: false)!;
        return (new Literal(range.Low, field.Type, field.Span), new Literal(range.High, field.Type, field.Span));
    }

    private bool Holds(BinaryOperator comparison, Expression left, Expression right) =>
        (prover.Possible(new BinaryExpression(comparison, left, right, Boolean, left.IsNullable || right.IsNullable, left.Span)) & Truths.False) == 0;

    private Expression Tighter(Expression old, Expression end, bool isLower, DataType type)
    {
        Expression tighter = Holds(isLower ? BinaryOperator.GreaterOrEqual : BinaryOperator.LessOrEqual, end, old)
            ? end
            : new FunctionCall(Functions.Find(isLower ? "greatest" : "least")!, [old, end], type, old.IsNullable || end.IsNullable, end.Span);
        // Where the other side is null the check is met by any value.
        return end.IsNullable ? new FunctionCall(Functions.Find("coalesce")!, [tighter, old], type, old.IsNullable, end.Span) : tighter;
    }

    // The next value above or below.
    private static BinaryExpression? Moved(Expression value, DataType type, int sign)
    {
        (object Step, DataType Of)? by = type.Kind switch
        {
            TypeKind.Decimal => (new decimal(1, 0, 0, false, (byte)type.Scale), new DataType(TypeKind.Decimal)),
            TypeKind.Date => (TimeSpan.FromDays(1), new DataType(TypeKind.Duration)),
            TypeKind.DateTime or TypeKind.Timestamp => (TimeSpan.FromTicks(Resolution.Of(type)), new DataType(TypeKind.Duration)),
            _ when type.IsInteger => (1L, new DataType(TypeKind.BigInt)),
            _ => null,
        };
        return by is not { } step
            ? null
            : new BinaryExpression(sign > 0 ? BinaryOperator.Add : BinaryOperator.Subtract, value, new Literal(step.Step, step.Of, value.Span), value.Type, value.IsNullable, value.Span);
    }
}
