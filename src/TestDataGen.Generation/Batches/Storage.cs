namespace TestDataGen.Generation;

/// <summary>How a column's values lie in memory.</summary>
public enum Storage
{
    /// <summary>
    /// <see cref="Int64Column"/>: integers as they are; decimals of precision 18 and less as value × 10^scale; booleans 0 and 1; dates as
    /// <see cref="DateOnly.DayNumber"/>; times, datetimes, timestamps (UTC) and durations as ticks of 100 ns.
    /// </summary>
    Int64,

    /// <summary><see cref="DoubleColumn"/>: float and double.</summary>
    Double,

    /// <summary><see cref="DecimalColumn"/>: decimals of precision 19 to 28, and the decimals of expressions.</summary>
    Decimal,

    /// <summary><see cref="GuidColumn"/>: uuid.</summary>
    Guid,

    /// <summary><see cref="BytesColumn"/>: UTF-8 text (string, text, json, enums) and binary.</summary>
    Bytes,
}
