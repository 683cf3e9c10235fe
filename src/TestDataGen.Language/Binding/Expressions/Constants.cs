using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TestDataGen.Language;

/// <summary>Counts out what is constant, and turns literals into values of a field's type.</summary>
internal static class Constants
{
    /// <summary>The value of a literal as it is written, perhaps with a minus before it; null for all else.</summary>
    public static object? Read(ExpressionSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => literal.Value,
        UnarySyntax { Operator: UnaryOperator.Negate, Operand: LiteralSyntax { Value: var value } } => value switch
        {
            long l => -l,
            9223372036854775808m => long.MinValue,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The value of an expression that is the same in every row and every run; null where there is none (<c>now</c> is none).</summary>
    public static Literal? Fold(Expression expression) => expression switch
    {
        Literal { Value: not null } literal => literal,
        Conversion conversion => Fold(conversion.Operand) is { } operand ? Widen(operand, conversion.Type) : null,
        UnaryExpression { Operator: UnaryOperator.Negate } unary => Fold(unary.Operand) is { } operand ? Negate(operand, unary) : null,
        BinaryExpression binary => Fold(binary.Left) is { } left && Fold(binary.Right) is { } right ? Combine(binary, left, right) : null,
        FunctionCall { Function.Name: "after" or "before" } call => Fold(call.Arguments[0]) is { } t && Fold(call.Arguments[1]) is { Value: TimeSpan d }
            ? Shift(t, call.Function.Name == "after" ? d : -d, call) : null,
        _ => null,
    };

    /// <summary>The order of two literals of one kind.</summary>
    public static int Compare(Literal a, Literal b) => a.Value is string x && b.Value is string y
        ? string.CompareOrdinal(x, y)
        : Comparer<object>.Default.Compare(a.Value!, b.Value!);

    /// <summary>Whether a number is 0.</summary>
    public static bool IsZero(Literal literal) => literal.Value is 0L or 0m or 0d;

    /// <summary>A number as a double; null for what is none.</summary>
    public static double? ToDouble(Literal literal) => literal.Value switch
    {
        long l => l,
        decimal d => (double)d,
        double d => d,
        _ => null,
    };

    /// <summary>The literal as one of a wider kind; null where that is no matter of kind alone.</summary>
    public static Literal? Widen(Literal literal, DataType type)
    {
        object? value = (literal.Value, type.Kind) switch
        {
            (long l, TypeKind.BigInt) => l,
            (long l, TypeKind.Decimal) when type.Precision == 0 => (decimal)l,
            (decimal d, TypeKind.Decimal) when type.Precision == 0 => d,
            (long l, TypeKind.Double) => (double)l,
            (decimal d, TypeKind.Double) => (double)d,
            (double d, TypeKind.Double) => d,
            (DateOnly d, TypeKind.DateTime) => d.ToDateTime(TimeOnly.MinValue),
            (DateOnly d, TypeKind.Timestamp) => d.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            (DateTime t, TypeKind.DateTime) => DateTime.SpecifyKind(t, DateTimeKind.Unspecified),
            (DateTime t, TypeKind.Timestamp) => DateTime.SpecifyKind(t, DateTimeKind.Utc),
            (string s, TypeKind.Text) => s,
            _ => null,
        };
        return value is null ? null : new Literal(value, type, literal.Span);
    }

    /// <summary>A literal as a value of a field's type; null, and a diagnostic, where it is none.</summary>
    public static Literal? Convert(Literal literal, DataType type, DiagnosticBag diagnostics)
    {
        (object? value, DiagnosticRule? rule, string why) = ValueIn(literal.Value!, type);
        if (value is not null)
            return new Literal(value, type, literal.Span);
        if (rule == DiagnosticCatalog.UnknownEnumValue)
            diagnostics.Report(rule, literal.Span, why, diagnostics.Suggest((string)literal.Value!, type.Enum!.Values));
        else if (rule is not null)
            diagnostics.Report(rule, literal.Span, why);
        else
            diagnostics.Report(DiagnosticCatalog.TypeMismatch, literal.Span, $"{Show(literal)} is no value of {DataTypes.Show(type)}.");
        return null;
    }

    private static (object? Value, DiagnosticRule? Rule, string Why) ValueIn(object value, DataType type)
    {
        switch (value)
        {
            case string text:
                return TextIn(text, type);
            case long or decimal or double when type.IsNumeric:
                return NumberIn(value, type);
            case bool when type.Kind == TypeKind.Boolean:
            case DateOnly when type.Kind == TypeKind.Date:
            case TimeOnly when type.Kind == TypeKind.Time:
                return (value, null, "");
            case DateOnly or DateTime when type.Kind is TypeKind.DateTime or TypeKind.Timestamp:
                return (Widen(new Literal(value, type, default), type)!.Value, null, "");
            default:
                return (null, null, "");
        }
    }

    private static (object? Value, DiagnosticRule? Rule, string Why) NumberIn(object value, DataType type)
    {
        if (type.IsFloating)
        {
            double floating = ToDouble(new Literal(value, type, default))!.Value;
            return type.Kind == TypeKind.Float && !float.IsFinite((float)floating)
                ? (null, DiagnosticCatalog.OutOfRange, $"{floating.ToString(CultureInfo.InvariantCulture)} is out of the range of float.")
                : (floating, null, "");
        }

        decimal exact;
        if (value is double d)
        {
            if (Math.Abs(d) >= 7.9e28)
                return (null, DiagnosticCatalog.OutOfRange, $"{d.ToString(CultureInfo.InvariantCulture)} is out of the range of {type}.");
            exact = (decimal)d;
        }
        else
            exact = value is long l ? l : (decimal)value;

        string shown = exact.ToString(CultureInfo.InvariantCulture);
        if (type.Kind == TypeKind.Decimal)
        {
            if (type.Precision == 0)
                return (exact, null, "");
            if (decimal.Round(exact, type.Scale) != exact)
                return (null, DiagnosticCatalog.OutOfRange, $"{shown} has more than the {type.Scale} digits behind the point that {type} has.");
            return Math.Abs(exact) >= PowerOfTen(type.Precision - type.Scale)
                ? (null, DiagnosticCatalog.OutOfRange, $"{shown} is out of the range of {type}.")
                : (exact, null, "");
        }

        if (decimal.Truncate(exact) != exact)
            return (null, DiagnosticCatalog.TypeMismatch, $"{shown} is no whole number, as {type} is.");
        (long least, long greatest) = RangeOf(type.Kind);
        return exact < least || exact > greatest
            ? (null, DiagnosticCatalog.OutOfRange, $"{shown} is out of the range of {type}, {least} to {greatest}.")
            : ((long)exact, null, "");
    }

    /// <summary>The least and the greatest value of a whole-number type.</summary>
    public static (long Least, long Greatest) RangeOf(TypeKind kind) => kind switch
    {
        TypeKind.SmallInt => (short.MinValue, short.MaxValue),
        TypeKind.Integer => (int.MinValue, int.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    private static (object? Value, DiagnosticRule? Rule, string Why) TextIn(string text, DataType type)
    {
        if (type.Enum is { } e)
        {
            return EnumValues.Has(e, text)
                ? (text, null, "")
                : (null, DiagnosticCatalog.UnknownEnumValue, $"{e.Name} has no value \"{text}\".");
        }

        switch (type.Kind)
        {
            case TypeKind.String or TypeKind.Text:
                int length = CountCharacters(text);
                return type.Length > 0 && length > type.Length
                    ? (null, DiagnosticCatalog.TooLong, $"This text has {length} characters, {type} has room for {type.Length}.")
                    : (text, null, "");
            case TypeKind.Json:
                return IsJson(text) ? (text, null, "") : (null, DiagnosticCatalog.TypeMismatch, "This text is no JSON.");
            case TypeKind.Uuid when Guid.TryParseExact(text, "D", out Guid id):
                return (id, null, "");
            case TypeKind.Binary:
                return BytesIn(text, type);
            default:
                return (null, null, "");
        }
    }

    private static (object? Value, DiagnosticRule? Rule, string Why) BytesIn(string text, DataType type)
    {
        try
        {
            byte[] bytes = System.Convert.FromHexString(text);
            return type.Length > 0 && bytes.Length > type.Length
                ? (null, DiagnosticCatalog.TooLong, $"These are {bytes.Length} bytes, {type} has room for {type.Length}.")
                : (bytes, null, "");
        }
        catch (FormatException)
        {
            return (null, DiagnosticCatalog.TypeMismatch, "Bytes are written as hexadecimal digits: \"CAFE\".");
        }
    }

    /// <summary>Length as fields measure it: in code points.</summary>
    public static int CountCharacters(string text) => text.EnumerateRunes().Count();

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Show(Literal literal) => literal.Value switch
    {
        string s => $"\"{(s.Length > 40 ? s[..37] + "…" : s)}\"",
        bool b => b ? "true" : "false",
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime t => t.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan => "A duration",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => "This",
    };

    private static decimal PowerOfTen(int exponent)
    {
        decimal power = 1;
        for (int i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    private static Literal? Negate(Literal operand, UnaryExpression unary) => operand.Value switch
    {
        // The least bigint has no positive brother: its digits were read as a decimal.
        decimal and 9223372036854775808m => new Literal(long.MinValue, DataTypes.BigInt, unary.Span),
        long and long.MinValue => new Literal(9223372036854775808m, DataTypes.Decimal, unary.Span),
        long l => new Literal(-l, operand.Type, unary.Span),
        decimal d => new Literal(-d, operand.Type, unary.Span),
        double d => new Literal(-d, operand.Type, unary.Span),
        TimeSpan t when t != TimeSpan.MinValue => new Literal(-t, operand.Type, unary.Span),
        _ => null,
    };

    // What overflows is no constant: the row that counts it out reports it.
    private static Literal? Combine(BinaryExpression binary, Literal left, Literal right)
    {
        try
        {
            object? value = (left.Value, right.Value, binary.Operator) switch
            {
                (long a, long b, BinaryOperator.Add) => checked(a + b),
                (long a, long b, BinaryOperator.Subtract) => checked(a - b),
                (long a, long b, BinaryOperator.Multiply) => checked(a * b),
                (long a, long b, BinaryOperator.Modulo) when b != 0 => b == -1 ? 0L : a % b,
                (decimal a, decimal b, BinaryOperator.Add) => a + b,
                (decimal a, decimal b, BinaryOperator.Subtract) => a - b,
                (decimal a, decimal b, BinaryOperator.Multiply) => a * b,
                (decimal a, decimal b, BinaryOperator.Divide) when b != 0 => a / b,
                (decimal a, decimal b, BinaryOperator.Modulo) when b != 0 => a % b,
                (double a, double b, BinaryOperator.Add) => a + b,
                (double a, double b, BinaryOperator.Subtract) => a - b,
                (double a, double b, BinaryOperator.Multiply) => a * b,
                (double a, double b, BinaryOperator.Divide) => a / b,
                (TimeSpan a, TimeSpan b, BinaryOperator.Add) => a + b,
                (TimeSpan a, TimeSpan b, BinaryOperator.Subtract) => a - b,
                _ => null,
            };
            if (value is not null)
                return new Literal(value, binary.Type, binary.Span);
            return right.Value is TimeSpan by && binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract
                ? Shift(left, binary.Operator == BinaryOperator.Add ? by : -by, binary)
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Literal? Shift(Literal moment, TimeSpan by, Expression whole)
    {
        try
        {
            object? value = moment.Value switch
            {
                DateOnly d => DateOnly.FromDateTime(d.ToDateTime(TimeOnly.MinValue) + by),
                DateTime t => t + by,
                _ => null,
            };
            return value is null ? null : new Literal(value, whole.Type, whole.Span);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
