using System.Globalization;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Cells as .NET values: short, int, long, decimal, float, double, bool, string, <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="DateTime"/>,
/// <see cref="DateTimeOffset"/> (UTC, for timestamp), <see cref="Guid"/>, byte[]; null for null.
/// </summary>
public static class CellValue
{
    /// <summary>A cell's value.</summary>
    public static object? Get(Column column, int index)
    {
        if (column.IsNull(index))
            return null;
        switch (column)
        {
            case Int64Column numbers:
                long value = numbers.Values[index];
                return column.Type.Kind switch
                {
                    TypeKind.SmallInt => (short)value,
                    TypeKind.Integer => (int)value,
                    TypeKind.Decimal => StoredInt64.ToDecimal(value, column.Type.Scale),
                    TypeKind.Boolean => value != 0,
                    TypeKind.Date => DateOnly.FromDayNumber((int)value),
                    TypeKind.Time => new TimeOnly(value),
                    TypeKind.DateTime => new DateTime(value),
                    TypeKind.Timestamp => new DateTimeOffset(value, TimeSpan.Zero),
                    TypeKind.Duration => new TimeSpan(value),
                    _ => value,
                };
            case DoubleColumn reals:
                return column.Type.Kind == TypeKind.Float ? (object)(float)reals.Values[index] : reals.Values[index];
            case DecimalColumn decimals:
                return decimals.Values[index];
            case GuidColumn guids:
                return guids.Values[index];
            default:
                var bytes = (BytesColumn)column;
                return column.Type.Kind == TypeKind.Binary ? bytes[index].ToArray() : bytes.GetString(index);
        }
    }

    /// <summary>The .NET type of a field type's values that are not null.</summary>
    public static Type TypeOf(DataType type) => type.Kind switch
    {
        TypeKind.SmallInt => typeof(short),
        TypeKind.Integer => typeof(int),
        TypeKind.BigInt => typeof(long),
        TypeKind.Decimal => typeof(decimal),
        TypeKind.Float => typeof(float),
        TypeKind.Double => typeof(double),
        TypeKind.Boolean => typeof(bool),
        TypeKind.Date => typeof(DateOnly),
        TypeKind.Time => typeof(TimeOnly),
        TypeKind.DateTime => typeof(DateTime),
        TypeKind.Timestamp => typeof(DateTimeOffset),
        TypeKind.Duration => typeof(TimeSpan),
        TypeKind.Uuid => typeof(Guid),
        TypeKind.Binary => typeof(byte[]),
        _ => typeof(string),
    };

    /// <summary>Sets a cell to a .NET value, converted to the column's type: also from text in the form of <see cref="CellText"/>, numbers of any kind, and what .NET reads.</summary>
    /// <exception cref="FormatException">The value is none of the type, or out of its range.</exception>
    public static void Set(Column column, int index, object? value)
    {
        if (value is null or DBNull)
        {
            column.SetNull(index);
            return;
        }

        column.SetNotNull(index);
        try
        {
            switch (column)
            {
                case Int64Column numbers:
                    numbers.Values[index] = ToStored(value, column.Type);
                    break;
                case DoubleColumn reals:
                    reals.Values[index] = ToReal(value, column.Type);
                    break;
                case DecimalColumn decimals:
                    decimals.Values[index] = ToDecimal(value, column.Type);
                    break;
                case GuidColumn guids:
                    guids.Values[index] = value is Guid guid ? guid : Guid.Parse(ToText(value));
                    break;
                case BytesColumn bytes when column.Type.Kind == TypeKind.Binary:
                    bytes.Set(index, ToBinary(value, column.Type));
                    break;
                case BytesColumn bytes:
                    bytes.Set(index, ToUtf8(value, column.Type));
                    break;
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw new FormatException($"\"{ToText(value)}\" is no {column.Type}.", e);
        }
    }

    /// <summary>A value as text, the same in every culture.</summary>
    public static string ToText(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime dateTime => dateTime.ToString(dateTime.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset instant => ToText(instant.UtcDateTime) + "Z",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static double ToReal(object value, DataType type)
    {
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        // No file and no database has an infinity or a NaN in common with another.
        return double.IsFinite(type.Kind == TypeKind.Float ? (float)number : number) ? number : throw new OverflowException();
    }

    private static decimal ToDecimal(object value, DataType type)
    {
        decimal number = decimal.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), Math.Min(28, type.Scale), MidpointRounding.AwayFromZero);
        return type.Precision == 0 || Math.Abs(number) < StoredInt64.PowerOfTen(type.Precision - type.Scale) ? number : throw new OverflowException();
    }

    private static byte[] ToBinary(object value, DataType type)
    {
        byte[] bytes = value as byte[] ?? Convert.FromBase64String(ToText(value));
        return type.Length == 0 || bytes.Length <= type.Length ? bytes : throw new OverflowException();
    }

    private static byte[] ToUtf8(object value, DataType type)
    {
        byte[] text = Encoding.UTF8.GetBytes(ToText(value));
        bool isFit = type.Kind == TypeKind.Json ? Utf8.IsJson(text) : type.Length == 0 || text.Length <= type.Length || Utf8.CountCharacters(text) <= type.Length;
        return isFit ? text : throw new OverflowException();
    }

    private static long ToStored(object value, DataType type)
    {
        const DateTimeStyles utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        switch (type.Kind)
        {
            case TypeKind.Boolean:
                return (value is string word ? bool.Parse(word) : Convert.ToBoolean(value, CultureInfo.InvariantCulture)) ? 1 : 0;
            case TypeKind.Decimal:
                long stored = StoredInt64.OfDecimal(Convert.ToDecimal(value, CultureInfo.InvariantCulture), type.Scale);
                return Math.Abs(stored) <= StoredInt64.Greatest(type.Precision) ? stored : throw new OverflowException();
            case TypeKind.Date:
                return value switch
                {
                    DateOnly date => date.DayNumber,
                    DateTime dateTime => DateOnly.FromDateTime(dateTime).DayNumber,
                    DateTimeOffset instant => DateOnly.FromDateTime(instant.DateTime).DayNumber,
                    _ => DateOnly.FromDateTime(DateTime.Parse(ToText(value), CultureInfo.InvariantCulture)).DayNumber,
                };
            case TypeKind.Time:
                return value switch
                {
                    TimeOnly time => time.Ticks,
                    TimeSpan span => new TimeOnly(span.Ticks).Ticks,
                    DateTime dateTime => dateTime.TimeOfDay.Ticks,
                    _ => TimeOnly.Parse(ToText(value), CultureInfo.InvariantCulture).Ticks,
                };
            case TypeKind.DateTime:
                return value switch
                {
                    DateTime dateTime => dateTime.Ticks,
                    DateOnly date => date.ToDateTime(TimeOnly.MinValue).Ticks,
                    DateTimeOffset instant => instant.DateTime.Ticks,
                    _ => DateTime.Parse(ToText(value), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Ticks,
                };
            case TypeKind.Timestamp:
                return value switch
                {
                    DateTimeOffset instant => instant.UtcTicks,
                    DateTime { Kind: DateTimeKind.Local } local => local.ToUniversalTime().Ticks,
                    DateTime dateTime => dateTime.Ticks,
                    _ => DateTime.Parse(ToText(value), CultureInfo.InvariantCulture, utc).Ticks,
                };
            default:
                decimal number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
                (long least, long greatest) = Conversions.IntegerRange(type.Kind);
                return number == decimal.Truncate(number) && number >= least && number <= greatest ? (long)number : throw new OverflowException();
        }
    }
}
