using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Cells as UTF-8 text, the same in every culture: numbers with a point, <c>true</c> and <c>false</c>, <c>yyyy-MM-dd</c>, <c>HH:mm:ss</c>, <c>yyyy-MM-dd HH:mm:ss</c>
/// (with up to 7 digits of a second where there are any), a timestamp with <c>Z</c> behind, UUIDs in lower case, binary in lower-case hexadecimal digits.
/// </summary>
public static class CellText
{
    /// <summary>Longest text of a value that is neither text nor binary, in bytes.</summary>
    public const int MaxLength = 40;

    /// <summary>Writes a cell that is not null.</summary>
    /// <param name="column">The column.</param>
    /// <param name="index">The cell.</param>
    /// <param name="into">At least <see cref="MaxLength"/> bytes; for text as many as the cell has, for binary twice as many.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(Column column, int index, Span<byte> into)
    {
        switch (column)
        {
            case Int64Column int64:
                return WriteInt64(int64.Type, int64.Values[index], into);
            case DoubleColumn real:
                return real.Type.Kind == TypeKind.Float
                    ? WriteFormattable((float)real.Values[index], into)
                    : WriteFormattable(real.Values[index], into);
            case DecimalColumn number:
                return WriteDecimal(number.Values[index], number.Type, into);
            case GuidColumn guid:
                Utf8Formatter.TryFormat(guid.Values[index], into, out int written);
                return written;
            default:
                ReadOnlySpan<byte> bytes = ((BytesColumn)column)[index];
                if (column.Type.Kind == TypeKind.Binary)
                    return WriteHex(bytes, into);
                bytes.CopyTo(into);
                return bytes.Length;
        }
    }

    /// <summary>Writes a value stored as a 64-bit integer, by its type.</summary>
    public static int WriteInt64(DataType type, long value, Span<byte> into)
    {
        switch (type.Kind)
        {
            case TypeKind.Decimal:
                return WriteScaled(value, type.Scale, into);
            case TypeKind.Boolean:
                ReadOnlySpan<byte> name = value != 0 ? "true"u8 : "false"u8;
                name.CopyTo(into);
                return name.Length;
            case TypeKind.Date:
                return WriteDate((int)value, into);
            case TypeKind.Time:
                return WriteTime(value, into);
            case TypeKind.DateTime:
                return WriteDateTime(value, into);
            case TypeKind.Timestamp:
                int length = WriteDateTime(value, into);
                into[length] = (byte)'Z';
                return length + 1;
            case TypeKind.Duration:
                return WriteFormattable(TimeSpan.FromTicks(value), into);
            default:
                return WriteInteger(value, into);
        }
    }

    /// <summary>Writes an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteInteger(long value, Span<byte> into)
    {
        Utf8Formatter.TryFormat(value, into, out int written);
        return written;
    }

    /// <summary>Writes value × 10^-scale with all digits of the scale.</summary>
    public static int WriteScaled(long value, int scale, Span<byte> into)
    {
        if (scale == 0)
            return WriteInteger(value, into);
        if (scale == 2 && value >= 0)
            return WriteCents((ulong)value, into);
        int at = 0;
        ulong magnitude = (ulong)value;
        if (value < 0)
        {
            into[at++] = (byte)'-';
            magnitude = 0 - magnitude;
        }

        ulong power = PowersOfTen[scale];
        ulong whole = magnitude / power;
        ulong rest = magnitude - (whole * power);
        Utf8Formatter.TryFormat(whole, into[at..], out int written);
        at += written;
        into[at++] = (byte)'.';
        for (int digit = scale - 1; digit >= 0; digit--)
        {
            ulong next = rest / 10;
            into[at + digit] = (byte)('0' + (rest - (next * 10)));
            rest = next;
        }

        return at + scale;
    }

    // Nearly every decimal is money: division by a constant, and both digits at once.
    private static int WriteCents(ulong value, Span<byte> into)
    {
        ulong whole = value / 100;
        Utf8Formatter.TryFormat(whole, into, out int written);
        into[written] = (byte)'.';
        WriteTwo((int)(value - (whole * 100)), into[(written + 1)..]);
        return written + 3;
    }

    /// <summary>Writes a day number as <c>yyyy-MM-dd</c>.</summary>
    public static int WriteDate(int dayNumber, Span<byte> into)
    {
        (int year, int month, int day) = DateOnly.FromDayNumber(dayNumber);
        WriteTwo(year / 100, into);
        WriteTwo(year % 100, into[2..]);
        into[4] = (byte)'-';
        WriteTwo(month, into[5..]);
        into[7] = (byte)'-';
        WriteTwo(day, into[8..]);
        return 10;
    }

    /// <summary>Writes ticks of a day as <c>HH:mm:ss</c>, with the fraction of a second where there is one.</summary>
    public static int WriteTime(long ticks, Span<byte> into)
    {
        int seconds = (int)(ticks / TimeSpan.TicksPerSecond);
        int fraction = (int)(ticks - (seconds * TimeSpan.TicksPerSecond));
        int minutes = seconds / 60;
        int hours = minutes / 60;
        WriteTwo(hours, into);
        into[2] = (byte)':';
        WriteTwo(minutes - (hours * 60), into[3..]);
        into[5] = (byte)':';
        WriteTwo(seconds - (minutes * 60), into[6..]);
        if (fraction == 0)
            return 8;
        int digits = 7;
        while (fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }

        into[8] = (byte)'.';
        for (int digit = digits; digit > 0; digit--)
        {
            into[8 + digit] = (byte)('0' + (fraction % 10));
            fraction /= 10;
        }

        return 9 + digits;
    }

    /// <summary>Writes ticks as <c>yyyy-MM-dd HH:mm:ss</c>, with the fraction of a second where there is one.</summary>
    public static int WriteDateTime(long ticks, Span<byte> into)
    {
        int day = (int)(ticks / TimeSpan.TicksPerDay);
        WriteDate(day, into);
        into[10] = (byte)' ';
        return 11 + WriteTime(ticks - (day * TimeSpan.TicksPerDay), into[11..]);
    }

    private static readonly ulong[] PowersOfTen = [.. Enumerable.Range(0, 20).Select(n => (ulong)System.Numerics.BigInteger.Pow(10, n))];

    // "00", "01", … "99".
    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8 +
        "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteTwo(int value, Span<byte> into) => Pairs.Slice(2 * value, 2).CopyTo(into);

    private static int WriteHex(ReadOnlySpan<byte> bytes, Span<byte> into)
    {
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        for (int i = 0; i < bytes.Length; i++)
        {
            into[2 * i] = digits[bytes[i] >> 4];
            into[(2 * i) + 1] = digits[bytes[i] & 15];
        }

        return 2 * bytes.Length;
    }

    // With all digits of the scale, as the decimals of 64 bits have them; those of expressions with the digits they came to.
    private static int WriteDecimal(decimal value, DataType type, Span<byte> into)
    {
        if (type.Precision > 0 && value.Scale < type.Scale)
            value += new decimal(0, 0, 0, false, (byte)type.Scale);
        return WriteFormattable(value, into);
    }

    private static int WriteFormattable<T>(T value, Span<byte> into)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(into, out int written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
