namespace TestDataGen.Language;

/// <summary>How many digits behind the point numbers have.</summary>
public static class DecimalScale
{
    /// <summary>The most digits behind the point that an exact number's value has; null where that is not known.</summary>
    public static int? Of(Expression expression) => expression switch
    {
        { Type.IsFloating: true } => null,
        Literal { Value: decimal number } => number.Scale,
        { Type.IsInteger: true } => 0,
        Literal { Value: long } => 0,
        FieldAccess { Field.Type.Kind: TypeKind.Decimal } access => access.Field.Type.Scale,
        UnaryExpression minus => Of(minus.Operand),
        Conversion { Type: { Kind: TypeKind.Decimal, Precision: > 0 } type } conversion => Math.Min(type.Scale, Of(conversion.Operand) ?? type.Scale),
        Conversion conversion => Of(conversion.Operand),
        BinaryExpression { Operator: BinaryOperator.Multiply } product => Of(product.Left) + Of(product.Right),
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Modulo } sum => Greatest([sum.Left, sum.Right]),
        Conditional conditional => Greatest([conditional.Then, conditional.Else]),
        RangeDraw draw => Greatest([draw.Low, draw.High]),
        FunctionCall { Function.Name: "floor" or "ceiling" or "sign" } => 0,
        FunctionCall { Function.Name: "abs" } call => Of(call.Arguments[0]),
        FunctionCall { Function.Name: "round", Arguments: [var x] } => 0,
        FunctionCall { Function.Name: "round", Arguments: [var x, Literal { Value: long digits }] } => (int)Math.Min(digits, Of(x) ?? digits),
        FunctionCall { Function.Name: "coalesce" or "nullif" or "least" or "greatest" } call => Greatest(call.Arguments),
        _ => null,
    };

    private static int? Greatest(IReadOnlyList<Expression> expressions) =>
        expressions.Select(Of).Aggregate((int?)0, (a, b) => a is null || b is null ? null : Math.Max(a.Value, b.Value));
}
