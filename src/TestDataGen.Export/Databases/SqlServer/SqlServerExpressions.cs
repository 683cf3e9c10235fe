using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Conditions for SQL Server, where a condition is no value and a bit is no condition.</summary>
internal sealed class SqlServerExpressions(SqlDialect dialect) : SqlExpressions(dialect)
{
    private const string Collation = " COLLATE Latin1_General_100_BIN2";

    protected override string Truth(string value) => $"{value} = 1";

    protected override string BooleanValue(string condition) => Refuse("SQL Server has no conditions as values");

    protected override string Text(Expression expression, bool isOrder) => Value(expression) + Collation;

    // Arithmetic of int stays in 32 bits.
    protected override string Operand(Expression expression) =>
        expression is Conversion { Operand.Type.Kind: TypeKind.SmallInt or TypeKind.Integer } ? $"CAST({Value(expression)} AS bigint)" : Value(expression);

    protected override string ConvertDate(Expression moment, TypeKind to) =>
        $"CAST({(moment.Type.Kind == TypeKind.Date && to == TypeKind.Timestamp ? $"CAST({Value(moment)} AS datetime2)" : Value(moment))} AS {(to == TypeKind.Timestamp ? "datetimeoffset" : "datetime2")})";

    protected override string Move(Expression moment, TimeSpan by)
    {
        if (by.Ticks % TimeSpan.TicksPerDay == 0)
            return $"DATEADD(day, {by.Days.ToString(CultureInfo.InvariantCulture)}, {Value(moment)})";
        return by.Ticks % TimeSpan.TicksPerSecond == 0 && Math.Abs(by.TotalSeconds) < int.MaxValue
            ? $"DATEADD(second, {Seconds(by)}, {Value(moment)})"
            : Refuse("SQL Server moves by up to 68 years of whole seconds");
    }

    protected override string SecondsBetween(Expression from, Expression to) => $"DATEDIFF_BIG(second, {Value(from)}, {Value(to)})";

    protected override string DaysBetween(Expression from, Expression to) => $"({SecondsBetween(from, to)} / 86400)";

    // 1900-01-01 was a Monday; DATEPART would ask the session.
    protected override string Part(string name, Expression moment) => name == "day_of_week"
        ? $"((DATEDIFF(day, '19000101', {Value(moment)}) % 7 + 7) % 7 + 1)"
        : $"DATEPART({name}, {Value(moment)})";

    protected override string DayOf(Expression moment) => $"CAST({Value(moment)} AS date)";

    // LEN leaves blanks at the end out.
    protected override string Length(string text) => $"(DATALENGTH({text}) / 2)";

    protected override string Search(string name, Expression text, Expression part)
    {
        string whole = Value(text) + Collation;
        string wanted = Value(part);
        return name switch
        {
            "contains" => $"CHARINDEX({wanted}, {whole}) > 0",
            "starts_with" => $"LEFT({whole}, DATALENGTH({wanted}) / 2) = {wanted}",
            _ => $"RIGHT({whole}, DATALENGTH({wanted}) / 2) = {wanted}",
        };
    }

    // GREATEST and LEAST came with SQL Server 2022.
    protected override string Extreme(bool isGreatest, IReadOnlyList<string> values) =>
        values.Aggregate((a, b) => $"CASE WHEN {a} {(isGreatest ? ">=" : "<=")} {b} THEN {a} ELSE {b} END");

    protected override string Call(string name, IReadOnlyList<Expression> arguments, FunctionCall call) =>
        name == "trim" ? $"LTRIM(RTRIM({Value(arguments[0])}))" : base.Call(name, arguments, call);
}
