using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Conditions for MySQL and MariaDB. A timestamp is a DATETIME in UTC there.</summary>
internal sealed class MySqlExpressions(SqlDialect dialect) : SqlExpressions(dialect)
{
    // MySQL takes only a comparison for a check, no value.
    protected override string Truth(string value) => $"{value} = 1";

    protected override string ConvertDate(Expression moment, TypeKind to) =>
        moment.Type.Kind == TypeKind.Date ? $"CAST({Value(moment)} AS DATETIME)" : Value(moment);

    protected override string Move(Expression moment, TimeSpan by) => moment.Type.Kind == TypeKind.Date
        ? $"DATE_ADD({Value(moment)}, INTERVAL {by.Days.ToString(CultureInfo.InvariantCulture)} DAY)"
        : $"DATE_ADD({Value(moment)}, INTERVAL {Seconds(by)} SECOND)";

    protected override string SecondsBetween(Expression from, Expression to) => $"TIMESTAMPDIFF(SECOND, {Value(from)}, {Value(to)})";

    protected override string DaysBetween(Expression from, Expression to) => $"({SecondsBetween(from, to)} DIV 86400)";

    protected override string Part(string name, Expression moment) =>
        name == "day_of_week" ? $"(WEEKDAY({Value(moment)}) + 1)" : $"{name.ToUpperInvariant()}({Value(moment)})";

    protected override string DayOf(Expression moment) => $"DATE({Value(moment)})";

    protected override string Length(string text) => $"CHAR_LENGTH({text})";

    protected override string Search(string name, Expression text, Expression part)
    {
        string whole = Value(text);
        string wanted = Value(part);
        return name switch
        {
            "contains" => $"LOCATE({wanted}, {whole}) > 0",
            "starts_with" => $"LEFT({whole}, CHAR_LENGTH({wanted})) = {wanted}",
            _ => $"RIGHT({whole}, CHAR_LENGTH({wanted})) = {wanted}",
        };
    }
}
