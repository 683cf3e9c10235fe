namespace TestDataGen.Language;

/// <summary>Walks through bound expressions.</summary>
public static class ExpressionTree
{
    /// <summary>What an expression is made of.</summary>
    public static IReadOnlyList<Expression> Parts(Expression expression) => expression switch
    {
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        NullTest test => [test.Operand],
        Conditional conditional => [conditional.Condition, conditional.Then, conditional.Else],
        FunctionCall call => call.Arguments,
        Template template => template.Parts,
        RangeDraw draw => [draw.Low, draw.High],
        Conversion conversion => [conversion.Operand],
        _ => [],
    };

    /// <summary>An expression and all that it is made of, in the order of the text.</summary>
    public static IEnumerable<Expression> WithParts(Expression expression) => Parts(expression).SelectMany(WithParts).Prepend(expression);

    /// <summary>The fields that an expression reads; those of other rows as if they were the row's own, for it is the row that leads to them.</summary>
    public static IEnumerable<FieldAccess> Accesses(Expression expression) => expression switch
    {
        FieldAccess access => [access],
        PreviousAccess previous => [new FieldAccess([], previous.Field, true, previous.Span)],
        AggregateCall aggregate => [new FieldAccess([], aggregate.Field ?? aggregate.Children.Fields[0], aggregate.IsNullable, aggregate.Span)],
        _ => Parts(expression).SelectMany(Accesses),
    };

    /// <summary>Whether an expression draws, so that it gives another value when a row is tried again.</summary>
    public static bool Draws(Expression expression) => expression is RangeDraw or FunctionCall { Function.Draws: true } || Parts(expression).Any(Draws);

    /// <summary>The first part of an expression that draws; null: none does.</summary>
    public static Expression? FindDraw(Expression expression) =>
        WithParts(expression).FirstOrDefault(e => Draws(e) && !Parts(e).Any(Draws));

    /// <summary>The expression with some of its parts replaced, from the outside in.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="replace">Gives what a part becomes; null: it stays, and its own parts are asked for.</param>
    public static Expression Rewrite(Expression expression, Func<Expression, Expression?> replace)
    {
        if (replace(expression) is { } replaced)
            return replaced;
        Expression Of(Expression part) => Rewrite(part, replace);
        return expression switch
        {
            UnaryExpression unary => unary with { Operand = Of(unary.Operand) },
            BinaryExpression binary => binary with { Left = Of(binary.Left), Right = Of(binary.Right) },
            NullTest test => test with { Operand = Of(test.Operand) },
            Conditional conditional => conditional with { Condition = Of(conditional.Condition), Then = Of(conditional.Then), Else = Of(conditional.Else) },
            FunctionCall call => call with { Arguments = [.. call.Arguments.Select(Of)] },
            Template template => template with { Parts = [.. template.Parts.Select(Of)] },
            RangeDraw draw => draw with { Low = Of(draw.Low), High = Of(draw.High) },
            Conversion conversion => conversion with { Operand = Of(conversion.Operand) },
            _ => expression,
        };
    }

    /// <summary>The conditions that an <c>and</c> joins; a condition by itself where it is none.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is BinaryExpression { Operator: BinaryOperator.And } and ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [condition];
}
