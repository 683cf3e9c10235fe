namespace TestDataGen.Generation;

/// <summary>Hexadecimal digits in lower case.</summary>
/// <param name="length">How many, 1 to 30.</param>
internal sealed class HexDomain(int length) : TextDomain
{
    public override UInt128 Count => UInt128.One << (4 * length);

    public override int MaxBytes => length;

    public override int MaxChars => length;

    public override bool IsInjective => true;

    public override int Write(UInt128 index, Span<byte> into)
    {
        for (int i = length - 1; i >= 0; i--)
        {
            into[i] = "0123456789abcdef"u8[(int)(index & 15)];
            index >>= 4;
        }

        return length;
    }
}
