namespace TestDataGen.Language;

/// <summary>Operators.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindUnary(UnarySyntax unary)
    {
        if (Bind(unary.Operand) is not { } operand)
            return null;
        if (unary.Operator == UnaryOperator.Not)
        {
            return BooleanOrRefuse(operand, "What `not` turns round") is { } condition
                ? new UnaryExpression(UnaryOperator.Not, condition, DataTypes.Boolean, unary.Span)
                : null;
        }

        if (operand.Type.Kind == TypeKind.Duration)
            return new UnaryExpression(UnaryOperator.Negate, operand, DataTypes.Duration, unary.Span);
        if (!operand.Type.IsNumeric)
            return Refuse(DiagnosticCatalog.BadOperands, unary.Span, $"There is no `-` of {DataTypes.Show(operand.Type)}.", "It turns the sign of numbers and durations.");
        DataType type = DataTypes.Computed(operand.Type);
        var negated = new UnaryExpression(UnaryOperator.Negate, ConvertTo(operand, type), type, unary.Span);
        // -5 is a number as 5 is; and only so there is a least bigint.
        return operand is Literal && Constants.Fold(negated) is { } literal ? literal : negated;
    }

    private Expression? BindBinary(BinarySyntax binary) => OperatorTable.LevelOf(binary.Operator) switch
    {
        OperatorTable.OrLevel or OperatorTable.AndLevel => BindLogic(binary),
        OperatorTable.ComparisonLevel => BindComparison(binary),
        _ => BindArithmetic(binary),
    };

    private BinaryExpression? BindLogic(BinarySyntax binary)
    {
        string what = $"What `{OperatorTable.WordOf(binary.Operator)}` joins";
        Expression? left = Bind(binary.Left) is { } l ? BooleanOrRefuse(l, what) : null;
        Expression? right = Bind(binary.Right) is { } r ? BooleanOrRefuse(r, what) : null;
        return left is null || right is null
            ? null
            : new BinaryExpression(binary.Operator, left, right, DataTypes.Boolean, left.IsNullable || right.IsNullable, binary.Span);
    }

    private BinaryExpression? BindComparison(BinarySyntax binary)
    {
        (Expression? left, Expression? right) = BindSides(binary);
        if (left is null || right is null)
            return null;
        DataType? type = CommonOfComparison(ref left, ref right);
        bool isEquality = binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
        bool isOrdered = type is not null && type.Kind is not (TypeKind.Boolean or TypeKind.Uuid);
        if (left is null || right is null)
            return null;
        string sides = $"{DataTypes.Show(left.Type)} and {DataTypes.Show(right.Type)}";
        if (type is null || type.Kind is TypeKind.Null or TypeKind.Binary || !(isEquality || isOrdered))
        {
            string? hint = left is Literal { Value: null } || right is Literal { Value: null }
                ? "Null is tested with `is null`."
                : "Only values of one kind can be compared.";
            Refuse(DiagnosticCatalog.BadOperands, binary.Span, $"`{OperatorTable.WordOf(binary.Operator)}` does not compare {sides}.", hint);
            return null;
        }

        if (left is Literal { Value: null } || right is Literal { Value: null })
        {
            Refuse(DiagnosticCatalog.BadOperands, binary.Span, "A comparison with null is never true.", "Write `is null` or `is not null`.");
            return null;
        }

        return new BinaryExpression(
            binary.Operator, ConvertTo(left, type), ConvertTo(right, type), DataTypes.Boolean, left.IsNullable || right.IsNullable, binary.Span);
    }

    // status == shipped: the side that is an enum tells what the bare name on the other means.
    private (Expression? Left, Expression? Right) BindSides(BinarySyntax binary)
    {
        if (binary.Left is PathSyntax { Names.Count: 1 } name && scope.FindField(name.Last.Text) is null)
        {
            Expression? right = Bind(binary.Right);
            return right is null ? (null, null) : (Bind(binary.Left, right.Type.Enum is null ? null : right.Type), right);
        }

        Expression? left = Bind(binary.Left);
        return left is null
            ? (null, binary.Right is PathSyntax { Names.Count: 1 } ? null : Bind(binary.Right))
            : (left, Bind(binary.Right, left.Type.Enum is null ? null : left.Type));
    }

    private DataType? CommonOfComparison(ref Expression? left, ref Expression? right)
    {
        if (left!.Type.Enum is { } ofLeft && right is Literal { Value: string } rightText && right.Type.Enum is null)
            right = ValueOf(ofLeft, left.Type, rightText);
        else if (right!.Type.Enum is { } ofRight && left is Literal { Value: string } leftText && left.Type.Enum is null)
            left = ValueOf(ofRight, right.Type, leftText);
        return left is null || right is null ? null : DataTypes.Common(left.Type, right.Type);
    }

    private Literal? ValueOf(EnumType type, DataType dataType, Literal text)
    {
        if (EnumValues.Has(type, (string)text.Value!))
            return text with { Type = dataType };
        Refuse(
            DiagnosticCatalog.UnknownEnumValue, text.Span, $"{type.Name} has no value \"{text.Value}\".",
            diagnostics.Suggest((string)text.Value!, type.Values) ?? $"Its values are {string.Join(", ", type.Values.Take(12))}.");
        return null;
    }

    private BinaryExpression? BindArithmetic(BinarySyntax binary)
    {
        Expression? left = Bind(binary.Left);
        Expression? right = Bind(binary.Right);
        if (left is null || right is null)
            return null;
        bool isNullable = left.IsNullable || right.IsNullable;
        DataType? type = left.Type.IsNumeric && right.Type.IsNumeric ? DataTypes.Common(left.Type, right.Type) : null;
        if (type is not null)
        {
            if (binary.Operator == BinaryOperator.Divide && type.IsInteger)
                type = DataTypes.Decimal;
            if (binary.Operator is BinaryOperator.Divide or BinaryOperator.Modulo && Constants.Fold(right) is { } divisor && Constants.IsZero(divisor))
            {
                Refuse(DiagnosticCatalog.BadParameter, binary.Right.Span, "This divides by 0.", "Divide by something else; if(x == 0, null, y / x) skips rows.");
                return null;
            }

            return new BinaryExpression(binary.Operator, ConvertTo(left, type), ConvertTo(right, type), type, isNullable, binary.Span);
        }

        if (binary.Operator == BinaryOperator.Add && left.Type.Kind == TypeKind.Duration && right.Type.HasDate)
            (left, right) = (right, left);
        return BindTimeArithmetic(binary, left, right, isNullable);
    }

    private BinaryExpression? BindTimeArithmetic(BinarySyntax binary, Expression left, Expression right, bool isNullable)
    {
        bool isSum = binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract;
        if (isSum && left.Type.HasDate && right.Type.Kind == TypeKind.Duration)
        {
            return CheckWholeDays(left, right)
                ? new BinaryExpression(binary.Operator, left, right, left.Type, isNullable, binary.Span)
                : null;
        }

        if (isSum && left.Type.Kind == TypeKind.Duration && right.Type.Kind == TypeKind.Duration)
            return new BinaryExpression(binary.Operator, left, right, DataTypes.Duration, isNullable, binary.Span);
        if (binary.Operator == BinaryOperator.Subtract && left.Type.HasDate && right.Type.HasDate)
        {
            DataType common = DataTypes.Common(left.Type, right.Type)!;
            return new BinaryExpression(binary.Operator, ConvertTo(left, common), ConvertTo(right, common), DataTypes.Duration, isNullable, binary.Span);
        }

        // A duration so many times, or so many parts of it.
        bool isScaled = (binary.Operator is BinaryOperator.Multiply or BinaryOperator.Divide && left.Type.Kind == TypeKind.Duration && right.Type.IsNumeric)
            || (binary.Operator == BinaryOperator.Multiply && left.Type.IsNumeric && right.Type.Kind == TypeKind.Duration);
        if (isScaled)
            return new BinaryExpression(binary.Operator, left, right, DataTypes.Duration, isNullable, binary.Span);

        string? hint = binary.Operator == BinaryOperator.Add && (left.Type.IsText || right.Type.IsText)
            ? "Texts are put together in a template: \"{a}{b}\"."
            : left.Type.Kind == TypeKind.Null || right.Type.Kind == TypeKind.Null ? "Nothing can be counted with null." : "Arithmetic takes numbers, and sums of dates and durations.";
        Refuse(
            DiagnosticCatalog.BadOperands, binary.Span,
            $"`{OperatorTable.WordOf(binary.Operator)}` does not take {DataTypes.Show(left.Type)} and {DataTypes.Show(right.Type)}.", hint);
        return null;
    }

    /// <summary>A date has no hours: 12h could only be lost.</summary>
    private bool CheckWholeDays(Expression moment, Expression duration)
    {
        if (moment.Type.Kind != TypeKind.Date)
            return true;
        Literal? part = duration is RangeDraw range
            ? new[] { Constants.Fold(range.Low), Constants.Fold(range.High) }.FirstOrDefault(HasHours)
            : Constants.Fold(duration) is { } folded && HasHours(folded) ? folded : null;
        if (part is null)
            return true;
        Refuse(DiagnosticCatalog.BadOperands, part.Span, "A date has no hours.", "Take whole days, or make the field it comes from a datetime.");
        return false;
    }

    private static bool HasHours(Literal? literal) => literal?.Value is TimeSpan span && span.Ticks % TimeSpan.TicksPerDay != 0;
}
