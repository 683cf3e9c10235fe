using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using TestDataGen.Language;

namespace TestDataGen.Rows;

/// <summary>Which type of the language values of scripts have.</summary>
internal static class ValueTypes
{
    private static readonly DataType Text = new(TypeKind.Text);

    /// <summary>The narrowest type that all values fit; text where there is none, or no value.</summary>
    public static DataType Of(IEnumerable<object?> values)
    {
        DataType? type = null;
        foreach (object? value in values)
        {
            if (value is null or DBNull)
                continue;
            DataType here = Of(value);
            type = type is null ? here : Common(type, here);
        }

        return type ?? Text;
    }

    /// <summary>A value in the form that a column of the type takes.</summary>
    public static object? Fitting(object? value, DataType type)
    {
        if (value is null or DBNull)
            return null;
        if (type.IsText)
            return value is string ? value : LanguagePrimitives.ConvertTo<string>(value);
        return value switch
        {
            Enum => Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    private static DataType Of(object value) => value switch
    {
        bool => new DataType(TypeKind.Boolean),
        sbyte or byte or short or ushort or int or uint or long => new DataType(TypeKind.BigInt),
        ulong or BigInteger => new DataType(TypeKind.Decimal, Precision: 28),
        decimal number => new DataType(TypeKind.Decimal, Precision: 28, Scale: number.Scale),
        float or double => new DataType(TypeKind.Double),
        DateOnly => new DataType(TypeKind.Date),
        DateTime { Kind: DateTimeKind.Utc } or DateTimeOffset => new DataType(TypeKind.Timestamp),
        DateTime => new DataType(TypeKind.DateTime),
        TimeOnly => new DataType(TypeKind.Time),
        TimeSpan span when span >= TimeSpan.Zero && span < TimeSpan.FromDays(1) => new DataType(TypeKind.Time),
        Guid => new DataType(TypeKind.Uuid),
        byte[] => new DataType(TypeKind.Binary),
        _ => Text,
    };

    private static DataType Common(DataType one, DataType other)
    {
        if (one == other)
            return one;
        if (one.IsNumeric && other.IsNumeric)
        {
            if (one.IsFloating || other.IsFloating)
                return new DataType(TypeKind.Double);
            return new DataType(TypeKind.Decimal, Precision: 28, Scale: Math.Max(one.Scale, other.Scale));
        }

        return one.HasDate && other.HasDate ? new DataType(TypeKind.DateTime) : Text;
    }
}
