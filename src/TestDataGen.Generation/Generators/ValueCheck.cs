using System.Globalization;
using TestDataGen.Language;
using static System.FormattableString;

namespace TestDataGen.Generation;

/// <summary>Holds values that come from outside the engine against what a field may have.</summary>
internal sealed class ValueCheck(Field field)
{
    private readonly HashSet<string>? _enum = field.Type.Enum is { } e ? [.. e.Values] : null;

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

        if (field.Type.Kind == TypeKind.Binary && value is byte single)
            value = new[] { single };
        if (field.Type.IsText && value is not (string or char or bool or IFormattable))
            return $"a {value.GetType().Name}, but `{field.Name}` is {field.Type}.";
        try
        {
            CellValue.Set(column, index, value);
        }
        catch (FormatException e)
        {
            bool isTooLarge = e.InnerException is OverflowException && field.Type.Kind != TypeKind.Json;
            string length = isTooLarge && value is string text ? Invariant($"has {text.EnumerateRunes().Count():N0} characters and ") : "";
            return $"{Show(value)}, which {length}{(isTooLarge ? "does not fit" : "is no")} {field.Type}.";
        }

        return Refuse(column, index) is { } why ? $"{Show(value)}, which {why}." : null;
    }

    private string? Refuse(Column column, int index) => column switch
    {
        BytesColumn text when field.Type.IsText => RefuseText(text, index),
        Int64Column numbers => OutOfBounds(numbers.Values[index], static (v, type) => StoredInt64.Of(v, type)),
        DecimalColumn decimals => OutOfBounds(decimals.Values[index], static (v, _) => Convert.ToDecimal(v, CultureInfo.InvariantCulture)),
        DoubleColumn reals => OutOfBounds(reals.Values[index], static (v, _) => Convert.ToDouble(v, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private string? RefuseText(BytesColumn text, int index)
    {
        if (_enum is not null && !_enum.Contains(text.GetString(index)))
            return $"is no value of {field.Type.Enum!.Name}";
        int count = Utf8.CountCharacters(text[index]);
        return count > field.MaxLength ? Invariant($"has {count:N0} characters, but the field holds {field.MaxLength:N0}")
            : count < field.MinLength ? Invariant($"has {count:N0} characters, but the field wants {field.MinLength:N0}")
            : null;
    }

    private string? OutOfBounds<T>(T stored, Func<object, DataType, T> storedOf)
        where T : IComparable<T>
    {
        if (field.Min?.Value is { } min && stored.CompareTo(storedOf(min, field.Type)) < 0)
            return $"is under min {CellValue.ToText(min)}";
        return field.Max?.Value is { } max && stored.CompareTo(storedOf(max, field.Type)) > 0 ? $"is over max {CellValue.ToText(max)}" : null;
    }

    private static string Show(object value)
    {
        string text = CellValue.ToText(value);
        return $"\"{(text.Length > 60 ? text[..57] + "…" : text)}\"";
    }
}
