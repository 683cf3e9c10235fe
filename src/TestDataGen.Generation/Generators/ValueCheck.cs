using System.Globalization;
using System.Text.Json;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Holds values that come from outside the engine against what a field may have.</summary>
internal sealed class ValueCheck(Field field)
{
    private readonly HashSet<string>? _enum = field.Type.Enum is { } e ? [.. e.Values] : null;
    private readonly decimal _limit = field.Type.Kind == TypeKind.Decimal ? (decimal)System.Numerics.BigInteger.Pow(10, field.Type.Precision - field.Type.Scale) : 0;

    /// <summary>The field.</summary>
    public Field Field => field;

    /// <summary>Sets a cell.</summary>
    /// <returns>What is wrong with the value, and what to do; null where nothing is.</returns>
    public string? Set(Column column, int index, object? value)
    {
        if (value is null or DBNull)
        {
            column.SetNull(index);
            return field.IsNullable ? null : $"null, but `{field.Name}` is not `nullable`.";
        }

        if (field.Type.IsText && value is not (string or char or bool or Guid or DateOnly or TimeOnly or DateTime or DateTimeOffset) && !IsNumber(value))
            return $"a {value.GetType().Name}, but `{field.Name}` is {field.Type}.";
        try
        {
            CellValue.Set(column, index, value);
        }
        catch (FormatException)
        {
            return $"{Show(value)}, which is no {field.Type}{(IsNumber(value) && field.Type.IsNumeric ? " or out of its range" : "")}.";
        }

        return Refuse(column, index) is { } why ? $"{Show(value)}, which {why}." : null;
    }

    private string? Refuse(Column column, int index) => column switch
    {
        BytesColumn bytes when field.Type.Kind == TypeKind.Binary =>
            field.Type.Length > 0 && bytes[index].Length > field.Type.Length ? $"has {bytes[index].Length:N0} bytes, but {field.Type} holds {field.Type.Length:N0}" : null,
        BytesColumn text => RefuseText(text, index),
        Int64Column numbers => OutOfBounds(numbers.Values[index], static (v, type) => StoredInt64.Of(v, type)),
        DecimalColumn decimals => Math.Abs(decimals.Values[index]) >= _limit ? OutOfRange : OutOfBounds(decimals.Values[index], static (v, _) => Convert.ToDecimal(v, CultureInfo.InvariantCulture)),
        DoubleColumn reals => !IsFinite(reals.Values[index]) ? OutOfRange : OutOfBounds(reals.Values[index], static (v, _) => Convert.ToDouble(v, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private string OutOfRange => $"is out of the range of {field.Type}";

    private bool IsFinite(double value) => field.Type.Kind == TypeKind.Float ? float.IsFinite((float)value) : double.IsFinite(value);

    private string? RefuseText(BytesColumn text, int index)
    {
        if (_enum is not null && !_enum.Contains(text.GetString(index)))
            return $"is no value of {field.Type.Enum!.Name}";
        if (field.Type.Kind == TypeKind.Json && !IsJson(text[index]))
            return "is no JSON";
        int count = Utf8.CountCharacters(text[index]);
        return count > field.MaxLength ? $"has {count:N0} characters, but the field holds {field.MaxLength:N0}"
            : count < field.MinLength ? $"has {count:N0} characters, but the field wants {field.MinLength:N0}"
            : null;
    }

    private string? OutOfBounds<T>(T stored, Func<object, DataType, T> storedOf)
        where T : IComparable<T>
    {
        if (field.Min?.Value is { } min && stored.CompareTo(storedOf(min, field.Type)) < 0)
            return $"is under min {CellValue.ToText(min)}";
        return field.Max?.Value is { } max && stored.CompareTo(storedOf(max, field.Type)) > 0 ? $"is over max {CellValue.ToText(max)}" : null;
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            bool hasValue = false;
            while (reader.Read())
                hasValue = true;
            return hasValue;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsNumber(object value) => value is byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static string Show(object value)
    {
        string text = CellValue.ToText(value);
        return $"\"{(text.Length > 60 ? text[..57] + "…" : text)}\"";
    }
}
