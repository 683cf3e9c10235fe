using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// How a database writes a condition over a row's own fields. What it can't say so that every row which the language accepts is accepted, it refuses with a reason:
/// a check that is missing in a database does no harm, one that turns right rows away does.
/// </summary>
internal abstract class SqlExpressions(SqlDialect dialect)
{
    private string? _reason;

    /// <summary>Writes a condition for <c>CHECK (…)</c>.</summary>
    /// <returns>False where the database can't say it; then <paramref name="reason"/> tells why.</returns>
    public bool TryWrite(Expression condition, out string sql, out string reason)
    {
        _reason = null;
        sql = Condition(condition);
        reason = _reason ?? "";
        return _reason is null;
    }

    protected string Refuse(string reason)
    {
        _reason ??= reason;
        return "";
    }

    protected string Quote(Field field) => dialect.Quote(field.Name);

    /// <summary>What can be true, false or null, and stand behind <c>NOT</c>.</summary>
    protected string Condition(Expression expression) => expression switch
    {
        Literal { Value: bool value } => value ? "1 = 1" : "1 = 0",
        UnaryExpression { Operator: UnaryOperator.Not } not => $"NOT ({Condition(not.Operand)})",
        NullTest test => $"{Value(test.Operand)} {(test.IsNegated ? "IS NOT NULL" : "IS NULL")}",
        BinaryExpression { Operator: BinaryOperator.And } both => $"({Condition(both.Left)} AND {Condition(both.Right)})",
        BinaryExpression { Operator: BinaryOperator.Or } either => $"({Condition(either.Left)} OR {Condition(either.Right)})",
        BinaryExpression { Operator: >= BinaryOperator.Equal } comparison => Compare(comparison),
        FunctionCall { Function.Name: "starts_with" or "ends_with" or "contains" } search => Search(search.Function.Name, search.Arguments[0], search.Arguments[1]),
        _ => Truth(Value(expression)),
    };

    /// <summary>A boolean value as a condition.</summary>
    protected virtual string Truth(string value) => value;

    /// <summary>A condition as a value.</summary>
    protected virtual string BooleanValue(string condition) => $"({condition})";

    /// <summary>What has a value.</summary>
    protected string Value(Expression expression) => expression switch
    {
        Literal { Value: null } => "NULL",
        Literal literal => Constant(literal),
        FieldAccess { Path.Count: > 0 } => Refuse("it reads a parent's field"),
        FieldAccess { Field.Type.Kind: TypeKind.Json } => Refuse("a database keeps JSON in its own form"),
        FieldAccess access => Own(access.Field),
        VariableAccess variable => Refuse($"a table does not know {(variable.Variable == Variable.Now ? "now" : variable.Variable == Variable.RowNumber ? "row_number" : "child_index")}"),
        UnaryExpression { Operator: UnaryOperator.Negate } minus => $"(-{Operand(minus.Operand)})",
        BinaryExpression { Operator: < BinaryOperator.Equal } arithmetic => Arithmetic(arithmetic),
        Conditional conditional => $"CASE WHEN {Condition(conditional.Condition)} THEN {Value(conditional.Then)} ELSE {Value(conditional.Else)} END",
        FunctionCall { Function.Name: not ("starts_with" or "ends_with" or "contains") } call => Call(call.Function.Name, call.Arguments, call),
        Conversion conversion => Convert(conversion),
        { Type.Kind: TypeKind.Boolean } and (UnaryExpression or BinaryExpression or NullTest or FunctionCall) => BooleanValue(Condition(expression)),
        _ => Refuse("SQL has no equivalent"),
    };

    /// <summary>A field of the row.</summary>
    protected virtual string Own(Field field) => Quote(field);

    /// <summary>A constant that is not null. Durations are numbers of seconds.</summary>
    protected virtual string Constant(Literal literal) => literal.Value switch
    {
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("E16", CultureInfo.InvariantCulture),
        TimeSpan duration => Seconds(duration),
        _ => dialect.Literal(literal, literal.Type),
    };

    protected static string Seconds(TimeSpan duration) => ((decimal)duration.Ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);

    private string Compare(BinaryExpression comparison)
    {
        string word = WordOf(comparison.Operator);
        bool isText = comparison.Left.Type.IsText;
        bool isOrder = comparison.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        string left = isText ? Text(comparison.Left, isOrder) : Side(comparison.Left);
        return $"{left} {word} {(isText ? Value(comparison.Right) : Side(comparison.Right))}";
    }

    /// <summary>A side of a comparison that is no text.</summary>
    protected virtual string Side(Expression expression) => Value(expression);

    /// <summary>The left side of a comparison of texts, which decides by which rules they are compared: byte by byte, as everywhere else.</summary>
    protected virtual string Text(Expression expression, bool isOrder) => Value(expression);

    private static string WordOf(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };

    /// <summary>An operand of arithmetic: whole numbers in 64 bits, as the language counts them.</summary>
    protected virtual string Operand(Expression expression) => Value(expression);

    private string Arithmetic(BinaryExpression arithmetic)
    {
        if (arithmetic.Left.Type.HasDate && arithmetic.Right.Type.HasDate)
            return SecondsBetween(arithmetic.Right, arithmetic.Left);
        if (arithmetic.Left.Type.HasDate)
            return Move(arithmetic.Left, arithmetic.Right, arithmetic.Operator == BinaryOperator.Subtract);
        if (arithmetic.Operator == BinaryOperator.Divide)
            return Divide(arithmetic);
        if (arithmetic.Operator == BinaryOperator.Modulo)
            return Modulo(arithmetic);
        string word = arithmetic.Operator == BinaryOperator.Add ? "+" : arithmetic.Operator == BinaryOperator.Subtract ? "-" : "*";
        return $"({Operand(arithmetic.Left)} {word} {Operand(arithmetic.Right)})";
    }

    /// <summary>A quotient.</summary>
    protected virtual string Divide(BinaryExpression division) => division.Type.IsFloating
        ? $"({Operand(division.Left)} / {Operand(division.Right)})"
        : Refuse("a database rounds quotients in its own way");

    /// <summary>A remainder.</summary>
    protected virtual string Modulo(BinaryExpression modulo) =>
        modulo.Type.IsFloating ? Refuse("% of floating-point numbers is no SQL") : $"({Operand(modulo.Left)} % {Operand(modulo.Right)})";

    private string Convert(Conversion conversion)
    {
        DataType from = conversion.Operand.Type;
        DataType to = conversion.Type;
        if (from.HasDate && to.HasDate && from.Kind != to.Kind)
            return ConvertDate(conversion.Operand, to.Kind);
        return from.IsNumeric == to.IsNumeric && from.IsText == to.IsText ? Value(conversion.Operand) : Refuse("it turns a value into text");
    }

    /// <summary>A date or datetime as a datetime or timestamp.</summary>
    protected abstract string ConvertDate(Expression moment, TypeKind to);

    private string Move(Expression moment, Expression duration, bool isBack) => duration is Literal { Value: TimeSpan by }
        ? Move(moment, isBack ? -by : by)
        : Refuse("a duration that is no constant can't be added");

    /// <summary>A date, datetime or timestamp moved by a duration.</summary>
    protected abstract string Move(Expression moment, TimeSpan by);

    /// <summary>The seconds from one moment to another.</summary>
    protected abstract string SecondsBetween(Expression from, Expression to);

    /// <summary>The seconds from one moment to another, divided by those of a day and without the fraction.</summary>
    protected abstract string DaysBetween(Expression from, Expression to);

    /// <summary>A part of a moment by its name, such as <c>year</c> or <c>day_of_week</c>.</summary>
    protected abstract string Part(string name, Expression moment);

    /// <summary>The day of a moment.</summary>
    protected abstract string DayOf(Expression moment);

    /// <summary>The number of characters.</summary>
    protected abstract string Length(string text);

    /// <summary>Whether a text begins with, ends with or contains another.</summary>
    protected abstract string Search(string name, Expression text, Expression part);

    /// <summary>The least or the greatest of some values of which none is null.</summary>
    protected virtual string Extreme(bool isGreatest, IReadOnlyList<string> values) => $"{(isGreatest ? "GREATEST" : "LEAST")}({string.Join(", ", values)})";

    /// <summary>A call of a function that gives no boolean.</summary>
    protected virtual string Call(string name, IReadOnlyList<Expression> arguments, FunctionCall call)
    {
        switch (name)
        {
            case "coalesce" or "nullif":
                return $"{name.ToUpperInvariant()}({string.Join(", ", arguments.Select(Value))})";
            case "abs" or "sign" or "lower" or "upper" or "trim":
                return $"{name.ToUpperInvariant()}({Operand(arguments[0])})";
            case "sqrt" when arguments[0] is not Conversion:
                return $"SQRT({Value(arguments[0])})";
            case "floor" or "ceiling":
                return arguments[0].Type.IsInteger ? Value(arguments[0]) : $"{name.ToUpperInvariant()}({Value(arguments[0])})";
            case "round" when arguments[0].Type.IsFloating:
                return Refuse("a database rounds floating-point numbers in its own way");
            case "round":
                return $"ROUND({Value(arguments[0])}, {(arguments.Count > 1 ? Value(arguments[1]) : "0")})";
            case "length":
                return Length(Value(arguments[0]));
            case "left" or "right":
                return $"{name.ToUpperInvariant()}({Value(arguments[0])}, {Value(arguments[1])})";
            case "substring":
                return $"SUBSTRING({Value(arguments[0])}, {Value(arguments[1])}, {(arguments.Count > 2 ? Value(arguments[2]) : "2147483647")})";
            case "least" or "greatest":
                return arguments.Any(a => a.IsNullable) ? Refuse($"a database's {name} skips nulls") : Extreme(name == "greatest", [.. arguments.Select(Operand)]);
            case "year" or "month" or "day" or "hour" or "minute" or "second" or "day_of_week":
                return Part(name, arguments[0]);
            case "date":
                return DayOf(arguments[0]);
            case "days_between":
                return DaysBetween(arguments[0], arguments[1]);
            case "after" or "before":
                return Move(arguments[0], arguments[1], name == "before");
            default:
                return Refuse($"{name}(…) has no equivalent");
        }
    }

    /// <summary>A constant text; null where it is none.</summary>
    protected static string? ConstantText(Expression expression) => expression switch
    {
        Literal { Value: string text } => text,
        Conversion conversion => ConstantText(conversion.Operand),
        _ => null,
    };
}
