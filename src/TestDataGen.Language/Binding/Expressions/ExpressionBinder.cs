namespace TestDataGen.Language;

/// <summary>
/// Binds the expressions of one field or one check, and notes the fields that they read. A null result means that there is no such expression and that it has been said; whoever gets it keeps silent.
/// </summary>
internal sealed partial class ExpressionBinder(FieldWork work, TableScope scope, SchemaScope schema, DiagnosticBag diagnostics)
{
    private int _draws;

    /// <summary>Binds an expression; <paramref name="expected"/> is the enum whose values bare names may mean, or a type that is not known, whose values they may be.</summary>
    public Expression? Bind(ExpressionSyntax syntax, DataType? expected = null) => syntax switch
    {
        LiteralSyntax literal => BindLiteral(literal),
        PathSyntax path => BindPath(path, expected),
        TemplateSyntax template => BindTemplate(template),
        CallSyntax { Name: { Text: "if", IsQuoted: false } } call => BindConditional(call, expected),
        CallSyntax { Name: { Text: "lookup", IsQuoted: false } } call => BindLookup(call),
        CallSyntax call => BindCall(call, expected),
        FilterSyntax filter => Bind(CallOf(filter), expected),
        UnarySyntax unary => BindUnary(unary),
        BinarySyntax binary => BindBinary(binary),
        NullTestSyntax test => Bind(test.Operand) is { } operand ? new NullTest(operand, test.IsNegated, DataTypes.Boolean, test.Span) : null,
        RangeSyntax range => BindRange(range),
        WeightedSyntax weighted => Refuse(DiagnosticCatalog.NotHere, weighted.Span, "A weight can't stand here.", "Weights belong in weighted(value: weight, …)."),
        BadExpressionSyntax => null,
        _ => throw new InvalidOperationException($"No rule for {syntax.GetType().Name}."),
    };

    /// <summary>Binds what gives a field its value: of the field's type, and null only where the field may be.</summary>
    public Expression? BindFor(Field field, ExpressionSyntax syntax) =>
        Bind(syntax, field.Type.Enum is null && field.Type != DataTypes.Unknown ? null : field.Type) is { } bound ? Fit(field, bound, syntax.Span) : null;

    private Expression? Fit(Field field, Expression bound, TextSpan span)
    {
        if (field.Type == DataTypes.Unknown)
            return null;
        if (!CanAssign(bound, field.Type, out string? hint))
        {
            return Refuse(
                DiagnosticCatalog.TypeMismatch, span,
                $"`{field.Name}` is {DataTypes.Show(field.Type)}, but this is {DataTypes.Show(bound.Type)}.", hint);
        }

        if (bound.IsNullable && !field.IsNullable)
        {
            string? nullHint = bound is AggregateCall { Children: var children }
                ? $"A row without a value in `{children.Table.Name}` has no {((AggregateCall)bound).Aggregate.Name}: write coalesce(…, 0), or make `{field.Name}` nullable." : null;
            return Refuse(DiagnosticCatalog.MayBeNull, span, $"This may be null, but `{field.Name}` may not.", nullHint);
        }

        return Assign(bound, field);
    }

    /// <summary>Binds a condition; <paramref name="what"/> names it in what is said where it is none.</summary>
    public Expression? BindCondition(ExpressionSyntax syntax, string what) =>
        Bind(syntax) is { } bound ? BooleanOrRefuse(bound, what) : null;

    private static bool CanAssign(Expression bound, DataType target, out string? hint)
    {
        hint = null;
        if (target.Enum is not null && bound is Literal { Value: string })
            return true;
        if (DataTypes.Converts(bound.Type, target))
            return true;
        hint = (target.Kind, bound.Type.Kind) switch
        {
            (TypeKind.Date, TypeKind.DateTime or TypeKind.Timestamp) => "Take its day with date(…).",
            _ when (target.HasDate || target.Kind == TypeKind.Time) && (bound.Type.IsText || bound.Type.IsNumeric) =>
                "Dates are written 2026-01-31, times 23:59, both together 2026-01-31T23:59, all without quotes.",
            _ when target.IsText && target.Enum is null => "Turn it into text with text(…) or in a template: \"{x}\".",
            _ when target.Enum is not null => $"Name a value of {target.Enum.Name}.",
            _ => null,
        };
        return false;
    }

    // Literals are checked against the field's measures here, wherever in the branches they stand; all else is checked when it is computed.
    private Expression? Assign(Expression bound, Field field)
    {
        switch (bound)
        {
            case Literal { Value: not null } literal:
                return Constants.Convert(literal, field.Type, diagnostics);
            case Conditional conditional:
                Expression? then = Assign(conditional.Then, field);
                Expression? otherwise = Assign(conditional.Else, field);
                return then is null || otherwise is null ? null : conditional with { Then = then, Else = otherwise, Type = field.Type };
            case UnaryExpression { Operator: UnaryOperator.Negate } when Constants.Fold(bound) is { } folded:
                return Constants.Convert(folded, field.Type, diagnostics);
            default:
                return ConvertTo(bound, field.Type);
        }
    }

    private Expression? Refuse(DiagnosticRule rule, TextSpan span, string message, string? hint = null)
    {
        diagnostics.Report(rule, span, message, hint);
        return null;
    }

    /// <summary>Writes out a conversion that is known to be possible.</summary>
    private static Expression ConvertTo(Expression expression, DataType type)
    {
        if (expression.Type == type)
            return expression;
        if (expression is Literal { Value: not null } literal && Constants.Widen(literal, type) is { } widened)
            return widened;
        return new Conversion(expression, type, expression.Span);
    }

    private Expression? BindLiteral(LiteralSyntax literal) => literal.Value switch
    {
        null => new Literal(null, DataTypes.Null, literal.Span),
        long => new Literal(literal.Value, DataTypes.BigInt, literal.Span),
        decimal => new Literal(literal.Value, DataTypes.Decimal, literal.Span),
        double => new Literal(literal.Value, DataTypes.Double, literal.Span),
        bool => new Literal(literal.Value, DataTypes.Boolean, literal.Span),
        string => new Literal(literal.Value, DataTypes.Text, literal.Span),
        DateOnly => new Literal(literal.Value, DataTypes.Date, literal.Span),
        TimeOnly => new Literal(literal.Value, DataTypes.Time, literal.Span),
        DateTime t => new Literal(t, t.Kind == DateTimeKind.Utc ? DataTypes.Timestamp : DataTypes.DateTime, literal.Span),
        TimeSpan => new Literal(literal.Value, DataTypes.Duration, literal.Span),
        PercentValue => Refuse(DiagnosticCatalog.NotHere, literal.Span, "A percentage can't stand here.", "Write it as a fraction: 0.25."),
        RegexValue => Refuse(DiagnosticCatalog.NotHere, literal.Span, "A regular expression can't stand here.", "It belongs in regex(/…/)."),
        _ => throw new InvalidOperationException($"No literal of {literal.Value.GetType().Name}."),
    };

    // In a text every value is text: a function of texts takes it as such.
    private static CallSyntax CallOf(FilterSyntax filter)
    {
        bool takesText = Functions.Find(filter.Name.Text) is { } function && FunctionShape.Of(function).Parameters[0] == ParameterShape.Text;
        ExpressionSyntax value = takesText
            ? new CallSyntax(new NameSyntax("text", false, filter.Value.Span), new SyntaxList<ExpressionSyntax>([filter.Value]), filter.Value.Span)
            : filter.Value;
        return new CallSyntax(filter.Name, new SyntaxList<ExpressionSyntax>([value, .. filter.Arguments]), filter.Span);
    }

    private Template? BindTemplate(TemplateSyntax template)
    {
        var parts = new List<Expression>();
        bool failed = false;
        foreach (ExpressionSyntax part in template.Parts)
        {
            Expression? bound = part is TemplateTextSyntax text ? new Literal(text.Value, DataTypes.Text, text.Span) : Bind(part);
            failed |= bound is null;
            if (bound is not null)
                parts.Add(bound.Type.IsText ? bound : new Conversion(bound, DataTypes.Text, bound.Span));
        }

        return failed ? null : new Template(parts, DataTypes.Text, template.Span);
    }

    private RangeDraw? BindRange(RangeSyntax range)
    {
        int ordinal = _draws++;
        Expression? low = Bind(range.Low);
        Expression? high = Bind(range.High);
        if (low is null || high is null)
            return null;
        DataType? type = DataTypes.Common(low.Type, high.Type);
        if (type is null || type.Kind is not (TypeKind.BigInt or TypeKind.Decimal or TypeKind.Duration))
        {
            string ends = low.Type == high.Type ? DataTypes.Show(low.Type) : $"{DataTypes.Show(low.Type)} to {DataTypes.Show(high.Type)}";
            Refuse(DiagnosticCatalog.BadOperands, range.Span, $"There is no range of {ends}.", "A range draws among whole numbers, decimals or durations; days and times are drawn by between(a, b).");
            return null;
        }

        low = ConvertTo(low, type);
        high = ConvertTo(high, type);
        if (Constants.Fold(low) is { } least && Constants.Fold(high) is { } greatest && Constants.Compare(least, greatest) > 0)
        {
            Refuse(DiagnosticCatalog.MinOverMax, range.Span, "This range is empty: its first end is over its second.");
            return null;
        }

        // `x + 1..5` looks like x and a draw, and is a draw between x + 1 and 5.
        if (range.Low is BinarySyntax && range.High is (LiteralSyntax or UnarySyntax) && Constants.Fold(low) is null && !IsInBrackets(range.Low.Span))
            Refuse(DiagnosticCatalog.SumInRange, range.Span, "This draws between the whole of what stands before `..` and what stands behind it.");
        return new RangeDraw(low, high, type, low.IsNullable || high.IsNullable, ordinal, range.Span);
    }

    private bool IsInBrackets(TextSpan span)
    {
        SourceText file = diagnostics.Source.Holding(span.Start);
        ReadOnlySpan<char> before = file.Text.AsSpan(0, span.Start - file.Start).TrimEnd();
        ReadOnlySpan<char> behind = file.Text.AsSpan(span.End - file.Start).TrimStart();
        return before is [.., '('] && behind is [')', ..];
    }

    private Conditional? BindConditional(CallSyntax call, DataType? expected)
    {
        if (call.Arguments.Count != 3)
        {
            Refuse(DiagnosticCatalog.ArgumentCount, call.Span, $"`if` takes 3 arguments, not {call.Arguments.Count}.", "Write if(condition, then, else); an else of null needs a `nullable` field.");
            return null;
        }

        expected ??= EnumAmong(call.Arguments.Skip(1));
        Expression? condition = Bind(call.Arguments[0]);
        Expression? then = Bind(call.Arguments[1], expected);
        Expression? otherwise = Bind(call.Arguments[2], expected);
        condition = condition is null ? null : BooleanOrRefuse(condition, "The condition of `if`");
        if (condition is null || then is null || otherwise is null)
            return null;
        if (DataTypes.Common(then.Type, otherwise.Type) is not { } type)
        {
            Refuse(
                DiagnosticCatalog.BadOperands, call.Span, $"One branch is {DataTypes.Show(then.Type)}, the other {DataTypes.Show(otherwise.Type)}.",
                "Both branches of `if` have one type.");
            return null;
        }

        return new Conditional(
            condition, ConvertTo(then, type), ConvertTo(otherwise, type), type, then.IsNullable || otherwise.IsNullable, call.Span);
    }

    private Expression? BooleanOrRefuse(Expression expression, string what)
    {
        if (expression.Type.Kind == TypeKind.Boolean)
            return expression;
        if (expression.Type.Kind == TypeKind.Null)
            return ConvertTo(expression, DataTypes.Boolean);
        return Refuse(DiagnosticCatalog.BadOperands, expression.Span, $"{what} is a boolean, but this is {DataTypes.Show(expression.Type)}.", "Compare it with something: `x == y`.");
    }
}
