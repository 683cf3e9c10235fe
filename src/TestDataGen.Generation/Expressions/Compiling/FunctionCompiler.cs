using System.Globalization;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>How each function of the language runs. A test asserts that none of <see cref="Functions.All"/> is missing.</summary>
internal static partial class FunctionCompiler
{
    private delegate Node Factory(FunctionCall call, CompileContext context);

    private static readonly DataType TicksType = new(TypeKind.DateTime);
    private static readonly DataType Real = new(TypeKind.Double);

    private static readonly Dictionary<string, Factory> Factories = new(StringComparer.Ordinal)
    {
        ["lower"] = (call, context) => new CaseNode(Argument(call, 0, context), false, call.Type, context),
        ["upper"] = (call, context) => new CaseNode(Argument(call, 0, context), true, call.Type, context),
        ["capitalize"] = Text((c, i) => Capitalize(String(c[0], i))),
        ["trim"] = Text((c, i) => String(c[0], i).Trim()),
        ["ascii"] = (call, context) => new AsciiNode(Argument(call, 0, context), call.Type, context),
        ["substring"] = (call, context) => new SliceNode(Argument(call, 0, context), Argument(call, 1, context), call.Arguments.Count > 2 ? Argument(call, 2, context) : null, false, call.Type, context),
        ["left"] = (call, context) => new SliceNode(Argument(call, 0, context), null, Argument(call, 1, context), false, call.Type, context),
        ["right"] = (call, context) => new SliceNode(Argument(call, 0, context), null, Argument(call, 1, context), true, call.Type, context),
        ["replace"] = Text((c, i) => String(c[1], i) is { Length: > 0 } old ? String(c[0], i).Replace(old, String(c[2], i), StringComparison.Ordinal) : String(c[0], i)),
        ["pad_left"] = Text((c, i) => Pad(String(c[0], i), Number(c[1], i), c.Length > 2 ? String(c[2], i) : " ", true)),
        ["pad_right"] = Text((c, i) => Pad(String(c[0], i), Number(c[1], i), c.Length > 2 ? String(c[2], i) : " ", false)),
        ["pattern"] = (call, context) => new PatternNode(Argument(call, 0, context), context.Key($"pattern {call.Ordinal}"), call.Type, context),
        ["slug"] = Text((c, i) => Slug(String(c[0], i))),
        ["initials"] = Text((c, i) => Initials(String(c[0], i))),
        ["repeat"] = Text((c, i) => Repeat(String(c[0], i), Number(c[1], i))),
        ["split_part"] = Text((c, i) => SplitPart(String(c[0], i), String(c[1], i), Number(c[2], i))),
        ["hash"] = Hash,
        ["format_number"] = FormatNumber,
        ["index_of"] = Measure((c, i) => IndexOf(Bytes(c[0], i), Bytes(c[1], i))),
        ["length"] = Measure((c, i) => Utf8.CountCharacters(((BytesColumn)c[0])[i])),
        ["starts_with"] = Measure((c, i) => Bytes(c[0], i).StartsWith(Bytes(c[1], i)) ? 1 : 0),
        ["ends_with"] = Measure((c, i) => Bytes(c[0], i).EndsWith(Bytes(c[1], i)) ? 1 : 0),
        ["contains"] = Measure((c, i) => Bytes(c[0], i).IndexOf(Bytes(c[1], i)) >= 0 ? 1 : 0),
        ["text"] = (call, context) => Conversions.To(Argument(call, 0, context), call.Type, context),

        ["abs"] = OfNumber(x => x == long.MinValue ? throw new OverflowException() : Math.Abs(x), Math.Abs, Math.Abs),
        ["sign"] = OfNumber(x => Math.Sign(x), x => Math.Sign(x), x => Math.Sign(x)),
        ["floor"] = OfNumber(x => x, decimal.Floor, Math.Floor),
        ["ceiling"] = OfNumber(x => x, decimal.Ceiling, Math.Ceiling),
        ["round"] = Round,
        ["sqrt"] = (call, context) => new UnaryNode<double, double>(
            ExpressionCompiler.Compile(call.Arguments[0], Real, context), x => x >= 0 ? Math.Sqrt(x) : throw new OverflowException(), Real, context),
        ["exp"] = OfReal(DeterministicMath.Exp),
        ["ln"] = OfReal(DeterministicMath.Log),
        ["log"] = OfReal(Log10),
        ["power"] = (call, context) => new BinaryNode<double, double, Operations.PowerDouble>(
            ExpressionCompiler.Compile(call.Arguments[0], Real, context), ExpressionCompiler.Compile(call.Arguments[1], Real, context), Real, context),
        ["least"] = (call, context) => Extreme(call, context, false),
        ["greatest"] = (call, context) => Extreme(call, context, true),

        ["year"] = OfDate(t => new DateTime(t).Year),
        ["month"] = OfDate(t => new DateTime(t).Month),
        ["day"] = OfDate(t => new DateTime(t).Day),
        ["hour"] = OfDate(t => t / TimeSpan.TicksPerHour % 24),
        ["minute"] = OfDate(t => t / TimeSpan.TicksPerMinute % 60),
        ["second"] = OfDate(t => t / TimeSpan.TicksPerSecond % 60),
        // 0001-01-01 was a Monday; ISO 8601 numbers it 1.
        ["day_of_week"] = OfDate(t => (t / TimeSpan.TicksPerDay % 7) + 1),
        ["quarter"] = OfDate(t => (new DateTime(t).Month + 2) / 3),
        ["week"] = OfDate(t => ISOWeek.GetWeekOfYear(new DateTime(t))),
        ["is_business_day"] = OfDate(t => BusinessDays.IsOne(t) ? 1 : 0),
        ["next_business_day"] = Moved(t => BusinessDays.Add(t, 1)),
        ["business_time"] = Moved(BusinessDays.InHours),
        ["start_of_month"] = Moved(t => new DateTime(new DateTime(t).Year, new DateTime(t).Month, 1).Ticks),
        ["end_of_month"] = Moved(t => new DateTime(new DateTime(t).Year, new DateTime(t).Month, DateTime.DaysInMonth(new DateTime(t).Year, new DateTime(t).Month)).Ticks),
        ["add_months"] = OfTicks<CalendarOperations.AddMonths>,
        ["add_business_days"] = OfTicks<CalendarOperations.AddBusinessDays>,
        ["business_days_between"] = BetweenDays<CalendarOperations.BusinessDaysBetween>,
        ["years_between"] = BetweenDays<CalendarOperations.YearsBetween>,
        ["format_date"] = FormatDate,
        ["date"] = (call, context) => Conversions.To(Argument(call, 0, context), new DataType(TypeKind.Date), context),
        ["days_between"] = (call, context) => new BinaryNode<long, long, Operations.DaysBetween>(
            ExpressionCompiler.Compile(call.Arguments[0], TicksType, context), ExpressionCompiler.Compile(call.Arguments[1], TicksType, context), call.Type, context),
        ["after"] = (call, context) => Move(call, context, BinaryOperator.Add),
        ["before"] = (call, context) => Move(call, context, BinaryOperator.Subtract),

        ["season"] = Wave,
        ["trend"] = (call, context) => new BinaryNode<double, double, Operations.MultiplyDouble>(
            Periods(Ticks(call, 0, context), Ticks(call, 1, context), Argument(call, 3, context), context), Argument(call, 2, context), Real, context),
        ["noise"] = (call, context) => new NoiseNode(Argument(call, 0, context), context.Key($"noise {call.Ordinal}"), Real, context),

        ["coalesce"] = (call, context) => call.Arguments.Select(a => ExpressionCompiler.Compile(a, ExpressionCompiler.Working(call.Type), context)).Reverse()
            .Aggregate((other, value) => new CoalesceNode(value, other, value.Type, context)),
        ["nullif"] = NullIf,
    };

    /// <summary>The functions that run.</summary>
    public static IReadOnlyCollection<string> Names => Factories.Keys;

    /// <summary>Compiles a call.</summary>
    public static Node Compile(FunctionCall call, CompileContext context) => Factories[call.Function.Name](call, context);

    private static Node Ticks(FunctionCall call, int index, CompileContext context) => ExpressionCompiler.Compile(call.Arguments[index], TicksType, context);

    private static Node Argument(FunctionCall call, int index, CompileContext context) => ExpressionCompiler.Compile(call.Arguments[index], context);

    private static Factory Text(Func<Column[], int, string> function) => (call, context) =>
        new TextNode([.. call.Arguments.Select(a => ExpressionCompiler.Compile(a, context))], function, call.Type, context);

    private static Factory Measure(Func<Column[], int, long> function) => (call, context) =>
        new TextMeasureNode([.. call.Arguments.Select(a => ExpressionCompiler.Compile(a, context))], function, call.Type, context);

    private static Factory OfNumber(Func<long, long> integer, Func<decimal, decimal> exact, Func<double, double> real) => (call, context) =>
    {
        DataType type = ExpressionCompiler.Working(call.Arguments[0].Type);
        Node operand = ExpressionCompiler.Compile(call.Arguments[0], type, context);
        Node result = Column.StorageOf(type) switch
        {
            Storage.Decimal => new UnaryNode<decimal, decimal>(operand, exact, type, context),
            Storage.Double => new UnaryNode<double, double>(operand, real, type, context),
            _ => new UnaryNode<long, long>(operand, integer, type, context),
        };
        return Conversions.To(result, ExpressionCompiler.Working(call.Type), context);
    };

    private static Factory OfDate(Func<long, long> part) => (call, context) =>
    {
        Node operand = Argument(call, 0, context);
        // A time of day is ticks as it is; a date becomes ticks.
        return new UnaryNode<long, long>(operand.Type.Kind == TypeKind.Date ? Conversions.To(operand, TicksType, context) : operand, part, call.Type, context);
    };

    // A moment that a function moves, of the call's type.
    private static Factory Moved(Func<long, long> function) => (call, context) =>
        Conversions.To(new UnaryNode<long, long>(Ticks(call, 0, context), function, TicksType, context), call.Type, context);

    private static Node OfTicks<TOperation>(FunctionCall call, CompileContext context)
        where TOperation : struct, IOperation<long, long> =>
        Conversions.To(new BinaryNode<long, long, TOperation>(Ticks(call, 0, context), Argument(call, 1, context), TicksType, context), call.Type, context);

    private static BinaryNode<long, long, TOperation> BetweenDays<TOperation>(FunctionCall call, CompileContext context)
        where TOperation : struct, IOperation<long, long> =>
        new(Ticks(call, 0, context), Ticks(call, 1, context), call.Type, context);

    private static Factory OfReal(Func<double, double> function) => (call, context) => new UnaryNode<double, double>(
        Argument(call, 0, context), x => function(x) is var y && double.IsFinite(y) ? y : throw new OverflowException(), Real, context);

    private static double Log10(double x)
    {
        double log = DeterministicMath.Log(x) / DeterministicMath.Log(10);
        // A power of ten has a whole logarithm, which division may miss by its last bit.
        double whole = Math.Round(log);
        return Math.Abs(log - whole) < 1e-9 && DeterministicMath.Pow(10, whole) == x ? whole : log;
    }

    private static Node Round(FunctionCall call, CompileContext context)
    {
        DataType type = ExpressionCompiler.Working(call.Arguments[0].Type);
        Node operand = ExpressionCompiler.Compile(call.Arguments[0], type, context);
        int digits = call.Arguments.Count > 1 && Constant(call.Arguments[1]) is long given ? (int)Math.Clamp(given, 0, 15) : 0;
        Node result = Column.StorageOf(type) switch
        {
            Storage.Decimal => new UnaryNode<decimal, decimal>(operand, x => decimal.Round(x, digits, MidpointRounding.AwayFromZero), type, context),
            Storage.Double => new UnaryNode<double, double>(operand, x => Math.Round(x, digits, MidpointRounding.AwayFromZero), type, context),
            _ => operand,
        };
        return Conversions.To(result, ExpressionCompiler.Working(call.Type), context);
    }

    private static object? Constant(Expression expression) => expression switch
    {
        Literal literal => literal.Value,
        Conversion conversion => Constant(conversion.Operand),
        _ => null,
    };

    private static Node Extreme(FunctionCall call, CompileContext context, bool isGreatest)
    {
        DataType type = ExpressionCompiler.Working(call.Type);
        Node result = ExpressionCompiler.Compile(call.Arguments[0], type, context);
        foreach (Expression argument in call.Arguments.Skip(1))
        {
            Node next = ExpressionCompiler.Compile(argument, type, context);
            result = Column.StorageOf(type) switch
            {
                Storage.Decimal => Extreme<decimal>(isGreatest, result, next, type, context),
                Storage.Double => Extreme<double>(isGreatest, result, next, type, context),
                Storage.Int64 => Extreme<long>(isGreatest, result, next, type, context),
                _ => throw new NotSupportedException($"No {call.Function.Name} of {type}."),
            };
        }

        return result;
    }

    private static Node Extreme<T>(bool isGreatest, Node left, Node right, DataType type, CompileContext context)
        where T : struct, IComparable<T> => isGreatest
        ? new BinaryNode<T, T, Operations.Greatest<T>>(left, right, type, context)
        : new BinaryNode<T, T, Operations.Least<T>>(left, right, type, context);

    private static Node Move(FunctionCall call, CompileContext context, BinaryOperator direction) =>
        ExpressionCompiler.Compile(
            new BinaryExpression(direction, call.Arguments[0], call.Arguments[1], call.Type, call.IsNullable, call.Span), context);

    // 2001-01-01 was a Monday: days begin at midnight, weeks on Monday, years in January.
    private static UnaryNode<double, double> Scaled(Node periods, CompileContext context) =>
        new(periods, x => DeterministicMath.Sin(2 * Math.PI * (x - Math.Floor(x))), Real, context);

    private static BinaryNode<double, double, Operations.MultiplyDouble> Wave(FunctionCall call, CompileContext context)
    {
        Node start = new LiteralNode(new DateTime(2001, 1, 1), TicksType, context);
        if (call.Arguments.Count > 3)
            start = new BinaryNode<long, long, Operations.AddInt64>(start, Argument(call, 3, context), TicksType, context);
        Node periods = Periods(Ticks(call, 0, context), start, Argument(call, 1, context), context);
        return new BinaryNode<double, double, Operations.MultiplyDouble>(Scaled(periods, context), Argument(call, 2, context), Real, context);
    }

    // How many durations lie between two moments.
    private static BinaryNode<double, double, Operations.DivideDouble> Periods(Node moment, Node start, Node duration, CompileContext context) => new(
        new UnaryNode<long, double>(new BinaryNode<long, long, Operations.SubtractInt64>(moment, start, TicksType, context), x => x, Real, context),
        new UnaryNode<long, double>(duration, x => x, Real, context),
        Real,
        context);

    private static Node NullIf(FunctionCall call, CompileContext context)
    {
        Node value = ExpressionCompiler.Compile(call.Arguments[0], ExpressionCompiler.Working(call.Type), context);
        Node other = ExpressionCompiler.Compile(call.Arguments[1], context);
        Node isEqual = ExpressionCompiler.Compare(BinaryOperator.Equal, value, other, new DataType(TypeKind.Boolean), context);
        return new NullIfNode(value, isEqual, value.Type, context);
    }

    private static string String(Column column, int index) => ((BytesColumn)column).GetString(index);

    private static ReadOnlySpan<byte> Bytes(Column column, int index) => ((BytesColumn)column)[index];

    private static int Number(Column column, int index) => (int)Math.Clamp(((Int64Column)column).Values[index], int.MinValue, int.MaxValue);

    private static string Capitalize(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    // Positions count from 1, as in SQL; a position before the text takes away from the count.
    private static string Pad(string text, int width, string fill, bool isLeft)
    {
        int missing = Math.Min(width, 100_000) - text.Length;
        if (missing <= 0 || fill.Length == 0)
            return text;
        var padding = new StringBuilder();
        while (padding.Length < missing)
            padding.Append(fill);
        padding.Length = missing;
        return isLeft ? padding + text : text + padding;
    }

    /// <summary>A text in ASCII: letters without their marks, x for what has none.</summary>
    public static string ToAscii(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (c < 128)
                result.Append(c);
            else if (Letters.TryGetValue(c, out string? plain))
                result.Append(plain);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                result.Append('x');
        }

        return result.ToString();
    }

    // Letters that no decomposition takes apart.
    internal static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['Æ'] = "Ae", ['œ'] = "oe", ['Œ'] = "Oe", ['ø'] = "o", ['Ø'] = "O", ['đ'] = "d", ['Đ'] = "D",
        ['ð'] = "d", ['Ð'] = "D", ['þ'] = "th", ['Þ'] = "Th", ['ł'] = "l", ['Ł'] = "L", ['ı'] = "i", ['’'] = "'",
    };
}
