namespace TestDataGen.Generation;

/// <summary>Hexadecimal digits in lower case.</summary>
/// <param name="length">How many, 1 to 30.</param>
internal sealed class HexDomain(int length) : TextDomain
{
    public override UInt128 Count => UInt128.One << (4 * length);

    public override int MinBytes => length;

    public override int MaxBytes => length;

    public override int MaxChars => length;

    public override bool IsInjective => true;

    public override ByteSet Bytes { get; } = ByteSet.Of("0123456789abcdef"u8);

    public override int Write(UInt128 index, Span<byte> into)
    {
        if (length <= 16)
            return Write((ulong)index, into);
        WriteDigits((ulong)index, into[(length - 16)..], 16);
        WriteDigits((ulong)(index >> 64), into, length - 16);
        return length;
    }

    public override int Write(ulong index, Span<byte> into)
    {
        int low = Math.Min(16, length);
        into[..(length - low)].Fill((byte)'0');
        WriteDigits(index, into[(length - low)..], low);
        return length;
    }

    // 2^64 is no ulong: sixteen digits are 64 bits as they come.
    public override int Draw(ref RandomDraws draws, Span<byte> into)
    {
        for (int at = 0; at < length; at += 16)
            WriteDigits(draws.Next(), into[at..], Math.Min(16, length - at));
        return length;
    }

    private static void WriteDigits(ulong bits, Span<byte> into, int digits)
    {
        for (int i = digits - 1; i >= 0; i--)
        {
            into[i] = "0123456789abcdef"u8[(int)(bits & 15)];
            bits >>= 4;
        }
    }
}
