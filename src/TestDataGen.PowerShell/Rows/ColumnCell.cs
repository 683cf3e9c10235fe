using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Rows;

/// <summary>Reads a cell as the .NET value that a script sees.</summary>
internal static class ColumnCell
{
    private static readonly DateTime DayZero = DateTime.MinValue;

    /// <summary>The .NET type of a field's values where they are not null.</summary>
    public static Type TypeOf(DataType type) => type.Kind switch
    {
        TypeKind.SmallInt => typeof(short),
        TypeKind.Integer => typeof(int),
        TypeKind.BigInt => typeof(long),
        TypeKind.Decimal => typeof(decimal),
        TypeKind.Float => typeof(float),
        TypeKind.Double => typeof(double),
        TypeKind.Boolean => typeof(bool),
        TypeKind.Date or TypeKind.DateTime or TypeKind.Timestamp => typeof(DateTime),
        TypeKind.Time or TypeKind.Duration => typeof(TimeSpan),
        TypeKind.Uuid => typeof(Guid),
        TypeKind.Binary => typeof(byte[]),
        _ => typeof(string),
    };

    /// <summary>A cell as an object; null where it is null.</summary>
    public static object? Read(Column column, int index)
    {
        if (column.IsNull(index))
            return null;
        return column.Type.Kind switch
        {
            TypeKind.SmallInt => Read<short>(column, index),
            TypeKind.Integer => Read<int>(column, index),
            TypeKind.BigInt => Read<long>(column, index),
            TypeKind.Decimal => Read<decimal>(column, index),
            TypeKind.Float => Read<float>(column, index),
            TypeKind.Double => Read<double>(column, index),
            TypeKind.Boolean => Read<bool>(column, index),
            TypeKind.Date or TypeKind.DateTime or TypeKind.Timestamp => Read<DateTime>(column, index),
            TypeKind.Time or TypeKind.Duration => Read<TimeSpan>(column, index),
            TypeKind.Uuid => Read<Guid>(column, index),
            TypeKind.Binary => ((BytesColumn)column)[index].ToArray(),
            _ => ((BytesColumn)column).GetString(index),
        };
    }

    /// <summary>A cell that is not null, without boxing: the casts through object vanish when the method is compiled for its type.</summary>
    public static T Read<T>(Column column, int index)
        where T : struct
    {
        if (typeof(T) == typeof(Guid))
            return (T)(object)((GuidColumn)column).Values[index];
        if (typeof(T) == typeof(double))
            return (T)(object)((DoubleColumn)column).Values[index];
        if (typeof(T) == typeof(float))
            return (T)(object)(float)((DoubleColumn)column).Values[index];
        if (typeof(T) == typeof(decimal) && column is DecimalColumn decimals)
            return (T)(object)decimals.Values[index];

        long stored = ((Int64Column)column).Values[index];
        if (typeof(T) == typeof(long))
            return (T)(object)stored;
        if (typeof(T) == typeof(int))
            return (T)(object)(int)stored;
        if (typeof(T) == typeof(short))
            return (T)(object)(short)stored;
        if (typeof(T) == typeof(bool))
            return (T)(object)(stored != 0);
        if (typeof(T) == typeof(TimeSpan))
            return (T)(object)new TimeSpan(stored);
        if (typeof(T) == typeof(decimal))
            return (T)(object)Scaled(stored, column.Type.Scale);
        if (typeof(T) == typeof(DateTime))
            return (T)(object)Day(stored, column.Type.Kind);
        throw new InvalidOperationException($"No field has values of the type {typeof(T)}.");
    }

    private static decimal Scaled(long value, int scale)
    {
        // The digits behind the point stay, also when they are zeros: 12.50 is a price, 12.5 is not.
        ulong digits = value < 0 ? (ulong)-value : (ulong)value;
        return new decimal((int)digits, (int)(digits >> 32), 0, value < 0, (byte)scale);
    }

    private static DateTime Day(long stored, TypeKind kind) => kind switch
    {
        TypeKind.Date => DayZero.AddDays(stored),
        TypeKind.Timestamp => new DateTime(stored, DateTimeKind.Utc),
        _ => new DateTime(stored),
    };
}
