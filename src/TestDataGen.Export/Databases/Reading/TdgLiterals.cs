using System.Globalization;
using System.Text;

namespace TestDataGen.Export;

/// <summary>Constants of SQL as a <c>.tdg</c> file has them.</summary>
internal static class TdgLiterals
{
    /// <summary>A text in double quotes.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' or '\\' or '{' or '}' => $"\\{c}",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{{{(int)c:X}}}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A number, in digits.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A duration in the greatest unit of which it is a whole number, down to seconds.</summary>
    public static string Duration(TimeSpan time)
    {
        (long unit, char sign) = (time.Ticks % TimeSpan.TicksPerDay, time.Ticks % TimeSpan.TicksPerHour, time.Ticks % TimeSpan.TicksPerMinute) switch
        {
            (0, _, _) => (TimeSpan.TicksPerDay, 'd'),
            (_, 0, _) => (TimeSpan.TicksPerHour, 'h'),
            (_, _, 0) => (TimeSpan.TicksPerMinute, 'm'),
            _ => (TimeSpan.TicksPerSecond, 's'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{time.Ticks / unit}{sign}");
    }

    /// <summary>A constant as a field of a type has it; null where it is none that the type has.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="type">The field's type: <c>decimal(10, 2)</c>.</param>
    public static string? Of(SqlExpression constant, string type) => constant switch
    {
        SqlExpression.Cast cast => Of(cast.Operand, type),
        SqlExpression.Unary { Operator: "-", Operand: var operand } => Of(operand, type) is { } text && IsNumber(type) ? text.StartsWith('-') ? text[1..] : $"-{text}" : null,
        SqlExpression.Number number => OfText(number.Value, type),
        SqlExpression.Literal text => OfText(text.Value, type),
        SqlExpression.Constant { Value: { } value } => IsNumber(type) ? value ? "1" : "0" : type == "boolean" ? value ? "true" : "false" : null,
        _ => null,
    };

    /// <summary>Whether a type is a number's.</summary>
    public static bool IsNumber(string type) => IsWhole(type) || type is "float" or "double" || type.StartsWith("decimal", StringComparison.Ordinal);

    /// <summary>Whether a type is a whole number's.</summary>
    public static bool IsWhole(string type) => type is "smallint" or "integer" or "bigint";

    /// <summary>Whether a type is a text's.</summary>
    public static bool IsText(string type) => type == "text" || type.StartsWith("string", StringComparison.Ordinal);

    /// <summary>Whether a type is one of days or times.</summary>
    public static bool IsTime(string type) => type is "date" or "time" or "datetime" or "timestamp";

    /// <summary>A value that is next to another one, above or below it; null where nobody can say.</summary>
    public static string? Beside(string literal, string type, int sign)
    {
        if (IsNumber(type))
        {
            if (!TryNumber(literal, out decimal number))
                return null;
            decimal step = IsWhole(type) ? 1 : type is "float" or "double" ? 0.001m : new decimal(1, 0, 0, false, (byte)ScaleOf(type));
            return Number(number + (sign * step));
        }

        if (!DateTime.TryParse(literal.TrimEnd('Z'), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
            return null;
        return OfTime(type == "date" ? time.AddDays(sign) : time.AddSeconds(sign), type);
    }

    /// <summary>Which of two constants of a type is the greater one.</summary>
    public static int Compare(string left, string right) => TryNumber(left, out decimal a) && TryNumber(right, out decimal b) ? a.CompareTo(b) : string.CompareOrdinal(left, right);

    /// <summary>Reads a number.</summary>
    public static bool TryNumber(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string? OfText(string text, string type)
    {
        if (type == "boolean")
            return text.ToLowerInvariant() switch { "1" or "t" or "true" or "y" or "yes" or "on" => "true", "0" or "f" or "false" or "n" or "no" or "off" => "false", _ => null };
        if (IsNumber(type))
            return TryNumber(text, out decimal number) ? Number(number) : null;
        if (type == "time")
            return TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out TimeOnly day) ? day.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null;
        if (IsTime(type))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment) && char.IsAsciiDigit(text.FirstOrDefault())
                ? OfTime(moment.DateTime, type)
                : null;
        }

        return type.StartsWith("binary", StringComparison.Ordinal) ? null : Text(text);
    }

    private static string OfTime(DateTime time, string type) => time.ToString(
        type switch { "date" => "yyyy-MM-dd", "time" => "HH:mm:ss", "timestamp" => "yyyy-MM-ddTHH:mm:ssZ", _ => "yyyy-MM-ddTHH:mm:ss" }, CultureInfo.InvariantCulture);

    private static int ScaleOf(string type) => type.LastIndexOf(',') is var comma and > 0 ? int.Parse(type.AsSpan(comma + 1).TrimEnd(')'), NumberStyles.Integer | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) : type == "decimal" ? 2 : 0;
}
