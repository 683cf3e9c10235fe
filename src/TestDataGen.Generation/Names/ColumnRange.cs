using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Between which values a column lies whose field names no source.</summary>
/// <param name="Low">Least value, a literal of the field's type.</param>
/// <param name="High">Greatest value.</param>
internal sealed record ColumnRange(object Low, object High)
{
    /// <summary>What a pattern says of a number, a date or a time; null where it says nothing that fits the type.</summary>
    /// <param name="pattern">The pattern of the column's name.</param>
    /// <param name="type">The type, in whose literals the range is given.</param>
    /// <param name="now">The run's clock.</param>
    public static ColumnRange? Of(ColumnPattern pattern, DataType type, DateTime now)
    {
        if (type.Kind == TypeKind.Time)
            return pattern.Hours is { } hours ? new ColumnRange(Hour(hours.From), Hour(hours.To)) : null;
        if (type.HasDate)
        {
            if (pattern.Days is not { } days)
                return null;
            (DateTime from, DateTime to) = (now.AddDays(days.From), now.AddDays(days.To));
            return type.Kind == TypeKind.Date ? new ColumnRange(DateOnly.FromDateTime(from), DateOnly.FromDateTime(to)) : new ColumnRange(from, to);
        }

        (double Low, double High)? range = pattern.Number ?? (pattern.Years is { } years ? (now.Year + years.From, now.Year + years.To) : null);
        if (!type.IsNumeric || range is not { } numbers)
            return null;
        if (type.IsFloating)
            return new ColumnRange(numbers.Low, numbers.High);
        decimal greatest = Greatest(type);
        decimal low = Math.Max((decimal)numbers.Low, -greatest);
        decimal high = Math.Min((decimal)numbers.High, greatest);
        if (low > high)
            return null;
        return type.IsInteger ? new ColumnRange((long)low, (long)high) : new ColumnRange(low, high);
    }

    /// <summary>The greatest value of a whole number's or a decimal's type.</summary>
    public static decimal Greatest(DataType type) => type.Kind switch
    {
        TypeKind.SmallInt => short.MaxValue,
        TypeKind.Integer => int.MaxValue,
        TypeKind.BigInt => long.MaxValue,
        _ => Enumerable.Repeat(10m, type.Precision - type.Scale).Aggregate(1m, (a, b) => a * b) - new decimal(1, 0, 0, false, (byte)type.Scale),
    };

    private static TimeOnly Hour(int hour) => hour == 24 ? new TimeOnly(23, 59, 59) : new TimeOnly(hour, 0);
}
