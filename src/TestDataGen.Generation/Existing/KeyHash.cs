using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// The values of a key as a number of 64 bits, the same for all that a database may take for the same: texts in upper and lower case, with and without accents and with
/// blanks at their end, times of the same microsecond.
/// </summary>
internal static class KeyHash
{
    /// <summary>The number of a row's values; null where one of them is null, so that the key holds in any case.</summary>
    public static ulong? Of(IReadOnlyList<Column> columns, int row)
    {
        ulong hash = 0;
        foreach (Column column in columns)
        {
            if (column.IsNull(row))
                return null;
            hash = column switch
            {
                Int64Column numbers => OfNumber(HasTime(column.Type) ? numbers.Values[row] / TimeSpan.TicksPerMicrosecond : numbers.Values[row], hash),
                DoubleColumn reals => OfNumber(BitConverter.DoubleToInt64Bits(reals.Values[row]), hash),
                DecimalColumn decimals => OfText(Encoding.UTF8.GetBytes(decimals.Values[row].ToString("0.############################", CultureInfo.InvariantCulture)), hash),
                GuidColumn guids => OfBytes(guids.Values[row].ToByteArray(), hash),
                BytesColumn bytes when column.Type.Kind == TypeKind.Binary => OfBytes(bytes[row], hash),
                BytesColumn texts => OfText(texts[row], hash),
                _ => throw new NotSupportedException($"A {column.Type} has no number."),
            };
        }

        return hash;
    }

    private static bool HasTime(DataType type) => type.Kind is TypeKind.DateTime or TypeKind.Timestamp or TypeKind.Time;

    private static ulong OfNumber(long number, ulong seed)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BitConverter.TryWriteBytes(bytes, number);
        return OfBytes(bytes, seed);
    }

    private static ulong OfBytes(ReadOnlySpan<byte> bytes, ulong seed) => XxHash3.HashToUInt64(bytes, (long)seed);

    private static ulong OfText(ReadOnlySpan<byte> text, ulong seed)
    {
        text = text.TrimEnd((byte)' ');
        if (!Ascii.IsValid(text))
            return OfBytes(Encoding.UTF8.GetBytes(Folded(Encoding.UTF8.GetString(text))), seed);
        byte[]? rented = text.Length > 256 ? ArrayPool<byte>.Shared.Rent(text.Length) : null;
        Span<byte> upper = rented ?? stackalloc byte[256];
        Ascii.ToUpper(text, upper, out int length);
        ulong hash = OfBytes(upper[..length], seed);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormKD))
        {
            if (FunctionCompiler.Letters.TryGetValue(c, out string? plain))
                folded.Append(plain);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c);
        }

        return folded.ToString().ToUpperInvariant();
    }
}
