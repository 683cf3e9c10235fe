using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Between which ends the values of expressions lie, and from which others fields are computed. Days, times and durations count in ticks.</summary>
internal sealed class ValueRanges(PlanBuilder builder, TablePlan plan)
{
    private readonly Dictionary<Field, (decimal? Low, decimal? High)> _ranges = [];
    private readonly Dictionary<Field, int> _ranks = [];
    private readonly Dictionary<Table, bool> _read = [];

    /// <summary>Whether values of a type have a place on a line.</summary>
    public static bool IsMeasured(DataType type) => type.IsNumeric || type.HasDate || type.Kind is TypeKind.Time or TypeKind.Duration;

    /// <summary>Where all values of a field come from; null where some stand in a data set, in rows that its table gives, or in a database.</summary>
    public ValueSource? SourceOf(Field field) => field.Table.DataSet is not null || field.IsGiven || IsRead(field) ? null : field.Source;

    // Whether it may be read of rows that others than the run have made.
    private bool IsRead(Field field)
    {
        if (!_read.TryGetValue(field.Table, out bool isRead))
            _read.Add(field.Table, isRead = builder.Existing.HoldsParents(field.Table, plan.Table));
        return isRead;
    }

    /// <summary>A value's place; null where it has none, or is too far off.</summary>
    public static decimal? Measure(object value) => value switch
    {
        long number => number,
        decimal number => number,
        double number => Math.Abs(number) < 1e27 ? (decimal)number : null,
        DateOnly date => date.DayNumber * (decimal)TimeSpan.TicksPerDay,
        DateTime time => time.Ticks,
        TimeOnly time => time.Ticks,
        TimeSpan duration => duration.Ticks,
        _ => null,
    };

    /// <summary>The digits of a <c>round</c>; null where they are no constant.</summary>
    public static int? DigitsOfRound(FunctionCall round) =>
        round.Arguments.Count == 1 ? 0 : round.Arguments[1] is Literal { Value: long and >= 0 and <= 15 and var digits } ? (int)(long)digits : null;

    /// <summary>The texts that an expression may be; null where they are not known.</summary>
    public IReadOnlyList<string>? TextsOf(Expression expression) => expression switch
    {
        Literal { Value: string text } => [text],
        Conversion { Operand: { Type.IsText: true } operand } => TextsOf(operand),
        FieldAccess access when SourceOf(access.Field) is ChoiceSource choice => [.. choice.Values.Select(v => v.Value).OfType<string>()],
        FieldAccess { Field.Target: { } target } access => TextsOf(access with { Field = target }),
        { Type.Enum: { } values } => values.Values,
        _ => null,
    };

    /// <summary>What a field is at the least, or at the most, by its own row and the parents': other than by constants.</summary>
    public IEnumerable<Expression> BoundsOf(Field field, bool isLower)
    {
        if (!IsRead(field) && builder.PlanOf(field.Table).Narrowed.TryGetValue(field, out BetweenSource? narrowed))
            yield return isLower ? narrowed.Low : narrowed.High;
        switch (SourceOf(field))
        {
            case ExpressionSource source:
                yield return source.Expression;
                break;
            case BetweenSource between:
                yield return isLower ? between.Low : between.High;
                break;
        }
    }

    /// <summary>How many steps a field, or what an expression reads, is away from what depends on nothing.</summary>
    public int RankOf(Expression expression) =>
        ExpressionTree.Accesses(expression).Select(a => RankOf(a.Field)).DefaultIfEmpty(0).Max() + (expression is FieldAccess ? 0 : expression is VariableAccess ? -1 : 1);

    private int RankOf(Field field)
    {
        if (_ranks.TryGetValue(field, out int rank))
            return rank;
        // A way over the table itself comes back to the field.
        _ranks[field] = 0;
        IEnumerable<Expression> expressions = [.. field.Source.Expressions, .. BoundsOf(field, true), .. BoundsOf(field, false)];
        int below = expressions.SelectMany(ExpressionTree.Accesses).Select(a => RankOf(a.Field)).DefaultIfEmpty(0).Max();
        if (field.Target is { } target)
            below = Math.Max(below, RankOf(target));
        return _ranks[field] = below + 1;
    }

    /// <summary>A field's ends in words; null where they are not known.</summary>
    public string? Describe(FieldAccess access)
    {
        if (!IsMeasured(access.Field.Type) || Of(access.Field) is not ({ } low, { } high) || (low, high) == OfType(access.Field.Type))
            return null;
        string name = string.Concat(access.Path.Select(r => $"{r.Alias ?? r.Parent.Name}.")) + access.Field.Name;
        return low == high ? $"`{name}` is {Show(low, access.Field.Type)}" : $"`{name}` is {Show(low, access.Field.Type)} to {Show(high, access.Field.Type)}";
    }

    private static string Show(decimal place, DataType type) => type.Kind switch
    {
        TypeKind.Date => new DateTime((long)place).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TypeKind.DateTime or TypeKind.Timestamp => new DateTime((long)place).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        TypeKind.Time => new TimeOnly((long)place).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => place.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Forgets what it knows of a field, when it is narrowed.</summary>
    public void Forget()
    {
        _ranks.Clear();
        _ranges.Clear();
    }

    /// <summary>The ends of an expression's values; null: no end is known.</summary>
    public (decimal? Low, decimal? High) Of(Expression expression)
    {
        switch (expression)
        {
            case Literal { Value: { } value }:
                return (Measure(value), Measure(value));
            case FieldAccess access:
                return Of(access.Field);
            case PreviousAccess previous:
                return Of(previous.Field);
            case VariableAccess variable:
                return variable.Variable switch { Variable.Now => (builder.Now.Ticks, builder.Now.Ticks), Variable.RowNumber => (1, null), _ => (0, null) };
            case UnaryExpression { Operator: UnaryOperator.Negate } minus:
                (decimal? low, decimal? high) = Of(minus.Operand);
                return (-high, -low);
            case BinaryExpression binary:
                return Of(binary);
            case Conditional conditional:
                return Hull([conditional.Then, conditional.Else]);
            case RangeDraw draw:
                return (Of(draw.Low).Low, Of(draw.High).High);
            case Conversion conversion:
                return Converted(Of(conversion.Operand), conversion.Operand.Type, conversion.Type);
            case FunctionCall call:
                return Of(call);
            case AggregateCall { Aggregate.Name: "count" }:
                return (0, null);
            case AggregateCall { Aggregate.Name: "min" or "max" or "avg", Field: { } field }:
                return Of(field);
            case AggregateCall { Aggregate.Name: "sum", Field: { } field } when Of(field).Low >= 0:
                return (0, null);
            default:
                return (null, null);
        }
    }

    private (decimal? Low, decimal? High) Hull(IEnumerable<Expression> expressions)
    {
        (decimal? Low, decimal? High)[] all = [.. expressions.Where(e => e is not (Literal { Value: null } or Conversion { Operand: Literal { Value: null } })).Select(Of)];
        return (all.Any(r => r.Low is null) ? null : all.Min(r => r.Low), all.Any(r => r.High is null) ? null : all.Max(r => r.High));
    }

    private (decimal? Low, decimal? High) Of(BinaryExpression binary)
    {
        // A duration so many times is rounded.
        if (binary.Type.Kind == TypeKind.Duration && binary.Operator is BinaryOperator.Multiply or BinaryOperator.Divide)
            return (null, null);
        (decimal? low, decimal? high) = Of(binary.Left);
        (decimal? lowRight, decimal? highRight) = Of(binary.Right);
        try
        {
            switch (binary.Operator)
            {
                case BinaryOperator.Add:
                    return (low + lowRight, high + highRight);
                case BinaryOperator.Subtract:
                    return (low - highRight, high - lowRight);
                case BinaryOperator.Multiply when low is not null && high is not null && lowRight is not null && highRight is not null:
                    decimal[] products = [low.Value * lowRight.Value, low.Value * highRight.Value, high.Value * lowRight.Value, high.Value * highRight.Value];
                    return (products.Min(), products.Max());
                case BinaryOperator.Multiply when low >= 0 && lowRight >= 0:
                    return (low * lowRight, null);
                case BinaryOperator.Divide when lowRight > 0 && low >= 0:
                    return (0, high / lowRight);
                case BinaryOperator.Modulo when lowRight > 0:
                    decimal? greatest = binary.Type.IsInteger ? highRight - 1 : highRight;
                    return (low >= 0 ? 0 : -greatest, high <= 0 ? 0 : greatest);
                default:
                    return (null, null);
            }
        }
        catch (OverflowException)
        {
            return (null, null);
        }
    }

    private (decimal? Low, decimal? High) Of(FunctionCall call)
    {
        Expression first = call.Arguments[0];
        (decimal? low, decimal? high) = IsMeasured(first.Type) ? Of(first) : (null, null);
        switch (call.Function.Name)
        {
            case "coalesce":
                return Hull(call.Arguments);
            case "least":
                return (Hull(call.Arguments).Low, call.Arguments.Select(Of).Min(r => r.High));
            case "greatest":
                return (call.Arguments.Select(Of).Max(r => r.Low), Hull(call.Arguments).High);
            case "abs":
                return low >= 0 ? (low, high) : (0, low is null || high is null ? null : Math.Max(-low.Value, high.Value));
            case "length":
                return first is FieldAccess { Field: var field } && !IsRead(field) ? (field.MinLength, field.MaxLength == int.MaxValue ? null : field.MaxLength) : (0, null);
            case "sqrt":
                return (0, null);
            case "sign":
                return (-1, 1);
            case "floor":
                return (Round(low, decimal.Floor), Round(high, decimal.Floor));
            case "ceiling":
                return (Round(low, decimal.Ceiling), Round(high, decimal.Ceiling));
            case "round" when DigitsOfRound(call) is { } digits:
                return (Round(low, x => Rounded(x, digits)), Round(high, x => Rounded(x, digits)));
            case "year":
                return (Round(low, t => new DateTime((long)t).Year), Round(high, t => new DateTime((long)t).Year));
            case "month":
                return (1, 12);
            case "day":
                return (1, 31);
            case "day_of_week":
                return (1, 7);
            case "hour":
                return (0, 23);
            case "minute" or "second":
                return (0, 59);
            case "date":
                return Converted((low, high), first.Type, new DataType(TypeKind.Date));
            case "days_between":
                (decimal? from, decimal? to) = Of(call.Arguments[1]);
                return (Round((from - high) / TimeSpan.TicksPerDay, decimal.Truncate), Round((to - low) / TimeSpan.TicksPerDay, decimal.Truncate));
            case "after":
                (decimal? least, decimal? greatest) = Of(call.Arguments[1]);
                return Converted((low + least, high + greatest), new DataType(TypeKind.DateTime), call.Type);
            case "before":
                (least, greatest) = Of(call.Arguments[1]);
                return Converted((low - greatest, high - least), new DataType(TypeKind.DateTime), call.Type);
            default:
                return (null, null);
        }
    }

    private static decimal? Round(decimal? value, Func<decimal, decimal> function) => value is { } number ? function(number) : null;

    private static decimal Rounded(decimal value, int digits) => decimal.Round(value, Math.Min(digits, 28), MidpointRounding.AwayFromZero);

    private static (decimal? Low, decimal? High) Converted((decimal? Low, decimal? High) range, DataType from, DataType to)
    {
        if (to.Kind == TypeKind.Date && from.Kind != TypeKind.Date)
            return (Round(range.Low, t => t - (t % TimeSpan.TicksPerDay)), Round(range.High, t => t - (t % TimeSpan.TicksPerDay)));
        if (to.IsInteger && !from.IsInteger)
            return (Round(range.Low, x => Rounded(x, 0)), Round(range.High, x => Rounded(x, 0)));
        if (to is { Kind: TypeKind.Decimal, Precision: > 0 })
            return (Round(range.Low, x => Rounded(x, to.Scale)), Round(range.High, x => Rounded(x, to.Scale)));
        // A float is rounded by a little.
        return to.Kind == TypeKind.Float && from.Kind != TypeKind.Float ? (null, null) : range;
    }

    /// <summary>The ends of a field's values.</summary>
    public (decimal? Low, decimal? High) Of(Field field)
    {
        if (_ranges.TryGetValue(field, out (decimal? Low, decimal? High) known))
            return known;
        // A field on its own way (over a reference of its table to itself) knows its type's range only.
        (decimal? low, decimal? high) = OfType(field.Type);
        _ranges[field] = (low, high);
        if (field.Target is { } target)
            return _ranges[field] = Of(target);
        if (IsRead(field))
            return (low, high);
        (decimal? lowSource, decimal? highSource) = OfSource(field);
        Tighten(ref low, ref high, lowSource, highSource);
        if (field.Reference is null)
            Tighten(ref low, ref high, field.Min?.Value is { } min ? Measure(min) : null, field.Max?.Value is { } max ? Measure(max) : null);
        return _ranges[field] = (low, high);
    }

    private static void Tighten(ref decimal? low, ref decimal? high, decimal? least, decimal? greatest)
    {
        low = low is null || least > low ? least ?? low : low;
        high = high is null || greatest < high ? greatest ?? high : high;
    }

    private static (decimal? Low, decimal? High) OfType(DataType type) => type.Kind switch
    {
        TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt => (Conversions.IntegerRange(type.Kind).Least, Conversions.IntegerRange(type.Kind).Greatest),
        TypeKind.Decimal when type.Precision > 0 => (-ColumnRange.Greatest(type), ColumnRange.Greatest(type)),
        TypeKind.Date or TypeKind.DateTime or TypeKind.Timestamp => (0, DateTime.MaxValue.Ticks),
        TypeKind.Time => (0, TimeSpan.TicksPerDay - 1),
        _ => (null, null),
    };

    private (decimal? Low, decimal? High) OfSource(Field field)
    {
        switch (SourceOf(field))
        {
            case ExpressionSource source:
                return Converted(Of(source.Expression), source.Expression.Type, field.Type);
            case BetweenSource between:
                return (Of(between.Low).Low, Of(between.High).High);
            case ChoiceSource choice when IsMeasured(field.Type):
                decimal?[] values = [.. choice.Values.Select(v => Measure(v.Value!))];
                return values.Contains(null) ? (null, null) : (values.Min(), values.Max());
            case SequenceSource sequence:
                return Sequence(field, sequence.Start, sequence.Step);
            case DefaultSource when SourceBuilder.CountsFromOne(field):
                return Sequence(field, 1, 1);
            case DefaultSource when field.Type.Kind != TypeKind.Float && !field.Table.Keys.Any(k => k.Fields.Contains(field)) && SourceBuilder.DefaultRange(field, builder.Now, isCounted: false) is { } range:
                return (Measure(range.Low), Measure(range.High));
            case DistributionSource { Name: "lognormal" or "exponential" or "poisson" or "pareto" }:
                return (0, null);
            case DistributionSource { Name: "zipf" } when field.Min is null:
                return (1, null);
            default:
                return (null, null);
        }
    }

    private (decimal? Low, decimal? High) Sequence(Field field, decimal start, decimal step)
    {
        TablePlan counted = builder.PlanOf(field.Table);
        long rows = counted.TotalRows;
        start += counted.Start * step;
        decimal? last = rows > 0 ? start + ((rows - 1) * step) : null;
        return step >= 0 ? (start, last) : (last, start);
    }
}
