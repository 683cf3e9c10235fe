using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Conditions for SQLite, where decimals are floating-point numbers and dates are texts.</summary>
internal sealed class SqliteExpressions(SqlDialect dialect) : SqlExpressions(dialect)
{
    protected override string Own(Field field) => field.Type switch
    {
        { Kind: TypeKind.Float } => Refuse("SQLite keeps a float as a double"),
        { Kind: TypeKind.Decimal, Scale: > 0, Precision: > 15 } => Refuse("SQLite keeps 15 digits of a decimal"),
        _ => Quote(field),
    };

    // What is counted out in floating-point numbers is the exact decimal again once it is rounded to the digits that it can have.
    protected override string Side(Expression expression)
    {
        string value = Value(expression);
        if (expression.Type.Kind != TypeKind.Decimal || !ExpressionTree.WithParts(expression).Any(e => e is BinaryExpression or FunctionCall))
            return value;
        return DecimalScale.Of(expression) is { } scale and <= 9 && !IsRounded(expression)
            ? $"ROUND({value}, {scale.ToString(CultureInfo.InvariantCulture)})"
            : Refuse("SQLite would count it out in floating-point numbers");
    }

    // Halves are rounded exactly only where there is nothing to round.
    private static bool IsRounded(Expression expression) => ExpressionTree.WithParts(expression)
        .Any(e => e is FunctionCall { Function.Name: "round" } call && !(DecimalScale.Of(call.Arguments[0]) <= (call.Arguments.Count > 1 ? (call.Arguments[1] as Literal)?.Value as long? : 0)));

    protected override string Divide(BinaryExpression division)
    {
        if (division.Type.IsFloating)
            return $"(CAST({Value(division.Left)} AS REAL) / {Value(division.Right)})";
        return base.Divide(division);
    }

    protected override string Modulo(BinaryExpression modulo) => modulo.Type.IsInteger ? base.Modulo(modulo) : Refuse("SQLite's % is for whole numbers");

    // A text of SQLite's own form: what follows the day decides how texts compare.
    protected override string ConvertDate(Expression moment, TypeKind to) =>
        (moment.Type.Kind == TypeKind.Date ? $"({Value(moment)} || ' 00:00:00" : $"({Value(moment)} || '") + (to == TypeKind.Timestamp ? "Z')" : "')");

    protected override string Move(Expression moment, TimeSpan by) => moment.Type.Kind == TypeKind.Date
        ? $"date({Value(moment)}, '{by.Days.ToString("+0;-0", CultureInfo.InvariantCulture)} days')"
        : by.Ticks % TimeSpan.TicksPerSecond != 0 ? Refuse("SQLite moves by whole seconds")
        : $"strftime('%Y-%m-%d %H:%M:%S{(moment.Type.Kind == TypeKind.Timestamp ? "Z" : "")}', {Value(moment)}, '{(by.Ticks / TimeSpan.TicksPerSecond).ToString("+0;-0", CultureInfo.InvariantCulture)} seconds')";

    protected override string SecondsBetween(Expression from, Expression to) => $"({Second(to)} - {Second(from)})";

    protected override string DaysBetween(Expression from, Expression to) => $"(({Second(to)} - {Second(from)}) / 86400)";

    private string Second(Expression moment) => $"CAST(strftime('%s', {Value(moment)}) AS INTEGER)";

    protected override string Part(string name, Expression moment) => name switch
    {
        // SQLite counts from 0 for Sunday.
        "day_of_week" => $"((CAST(strftime('%w', {Value(moment)}) AS INTEGER) + 6) % 7 + 1)",
        _ => $"CAST(strftime('%{(name switch { "year" => "Y", "month" => "m", "day" => "d", "hour" => "H", "minute" => "M", _ => "S" })}', {Value(moment)}) AS INTEGER)",
    };

    protected override string DayOf(Expression moment) => $"date({Value(moment)})";

    protected override string Length(string text) => $"length({text})";

    protected override string Search(string name, Expression text, Expression part)
    {
        string whole = Value(text);
        string wanted = Value(part);
        return name switch
        {
            "contains" => $"instr({whole}, {wanted}) > 0",
            "starts_with" => $"substr({whole}, 1, length({wanted})) = {wanted}",
            _ => $"substr({whole}, length({whole}) - length({wanted}) + 1) = {wanted} AND length({whole}) >= length({wanted})",
        };
    }

    // The function of several values, not the aggregate.
    protected override string Extreme(bool isGreatest, IReadOnlyList<string> values) => $"{(isGreatest ? "max" : "min")}({string.Join(", ", values)})";

    protected override string Call(string name, IReadOnlyList<Expression> arguments, FunctionCall call) => name switch
    {
        "lower" or "upper" => Refuse($"SQLite's {name} knows no letters but A to Z"),
        "floor" or "ceiling" or "sign" or "sqrt" => Refuse($"not every SQLite has {name}"),
        "left" => $"substr({Value(arguments[0])}, 1, {Value(arguments[1])})",
        "right" => $"substr({Value(arguments[0])}, -({Value(arguments[1])}))",
        "substring" => $"substr({string.Join(", ", arguments.Select(Value))})",
        _ => base.Call(name, arguments, call),
    };
}
