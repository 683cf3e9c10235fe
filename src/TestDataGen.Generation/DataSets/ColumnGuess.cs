using System.Buffers.Text;
using System.Globalization;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// The narrowest type that holds all values of a column as they are written. What would not be written the same again is a text: <c>01067</c> is no number.
/// </summary>
internal sealed class ColumnGuess
{
    private static readonly string[] Clocks =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd"];

    private static readonly string[] Instants = [.. Clocks[..6].Select(f => f + "zzz"), .. Clocks[..6].Select(f => f + "'Z'")];

    private bool _isInteger = true;
    private bool _isDecimal = true;
    private bool _isDouble = true;
    private bool _isBoolean = true;
    private bool _isDate = true;
    private bool _isDateTime = true;
    private bool _isTimestamp = true;
    private bool _isJson = true;
    private int _whole = 1;
    private int _scale;

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>The type.</summary>
    public DataType Type => Count == 0 ? new DataType(TypeKind.Text)
        : _isInteger ? new DataType(TypeKind.BigInt)
        : _isDecimal && _whole + _scale <= 28 ? new DataType(TypeKind.Decimal, Precision: _whole + _scale, Scale: _scale)
        : _isDouble ? new DataType(TypeKind.Double)
        : _isBoolean ? new DataType(TypeKind.Boolean)
        : _isDate ? new DataType(TypeKind.Date)
        : _isDateTime ? new DataType(TypeKind.DateTime)
        : _isTimestamp ? new DataType(TypeKind.Timestamp)
        : new DataType(_isJson ? TypeKind.Json : TypeKind.Text);

    /// <summary>Takes a value into account.</summary>
    public void Add(CellKind kind, ReadOnlySpan<byte> text)
    {
        Count++;
        _isJson &= kind == CellKind.Json;
        _isBoolean = _isBoolean && kind is CellKind.Word or CellKind.Boolean && Utf8Parser.TryParse(text, out bool _, out int read) && read == text.Length;
        bool mayBeNumber = kind is CellKind.Word or CellKind.Number;
        if (_isDouble)
            AddNumber(mayBeNumber, kind == CellKind.Number, text);
        bool mayBeDay = kind is CellKind.Word or CellKind.Text && text.Length is >= 10 and <= 40;
        _isDate = _isDate && mayBeDay && TryDate(text, out _);
        _isDateTime = _isDateTime && mayBeDay && TryDateTime(text, out _);
        _isTimestamp = _isTimestamp && mayBeDay && TryTimestamp(text, out _);
    }

    /// <summary>A day as it is written in ISO 8601.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        Span<char> chars = stackalloc char[40];
        return DateOnly.TryParseExact(chars[..Encoding.UTF8.GetChars(text, chars)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>A day and a time of day.</summary>
    public static bool TryDateTime(ReadOnlySpan<byte> text, out DateTime time)
    {
        Span<char> chars = stackalloc char[40];
        return DateTime.TryParseExact(chars[..Encoding.UTF8.GetChars(text, chars)], Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    /// <summary>A day and a time of day with its zone.</summary>
    public static bool TryTimestamp(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        Span<char> chars = stackalloc char[40];
        return DateTimeOffset.TryParseExact(chars[..Encoding.UTF8.GetChars(text, chars)], Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }

    private void AddNumber(bool mayBeNumber, bool isCertain, ReadOnlySpan<byte> text)
    {
        if (!mayBeNumber || !TryMeasure(text, out int whole, out int scale, out bool hasExponent))
        {
            _isInteger = _isDecimal = _isDouble = false;
            return;
        }

        _isInteger = _isInteger && scale == 0 && !hasExponent && Utf8Parser.TryParse(text, out long _, out _);
        _isDecimal &= !hasExponent;
        _whole = Math.Max(_whole, whole);
        _scale = Math.Max(_scale, scale);
        // A code of more digits than a number can keep is a text.
        _isDouble = isCertain || hasExponent || whole + scale <= 28 || scale > 0;
        _isDecimal &= _isDouble;
    }

    // -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
    private static bool TryMeasure(ReadOnlySpan<byte> text, out int whole, out int scale, out bool hasExponent)
    {
        (whole, scale, hasExponent) = (0, 0, false);
        if (text[0] == '-')
            text = text[1..];
        whole = Digits(text);
        if (whole == 0 || (whole > 1 && text[0] == '0'))
            return false;
        text = text[whole..];
        if (text is [(byte)'.', ..])
        {
            scale = Digits(text[1..]);
            if (scale == 0)
                return false;
            text = text[(1 + scale)..];
        }

        if (text is [(byte)'e' or (byte)'E', ..])
        {
            hasExponent = true;
            text = text[1..];
            if (text is [(byte)'+' or (byte)'-', ..])
                text = text[1..];
            int digits = Digits(text);
            return digits is > 0 and < 3 && digits == text.Length;
        }

        return text.IsEmpty;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
