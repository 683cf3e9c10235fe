namespace TestDataGen.Generation;

/// <summary>Numbers in so many decimal digits, with zeros in front.</summary>
internal static class PaddedDigits
{
    private static readonly byte[] Pairs = [.. Enumerable.Range(0, 100).SelectMany(n => new[] { (byte)('0' + (n / 10)), (byte)('0' + (n % 10)) })];

    /// <summary>Writes a number below 10^<paramref name="width"/>.</summary>
    public static void Write(uint value, int width, Span<byte> into)
    {
        int at = width;
        while (at >= 2)
        {
            uint rest = value / 100;
            uint pair = 2 * (value - (rest * 100));
            value = rest;
            at -= 2;
            into[at] = Pairs[pair];
            into[at + 1] = Pairs[pair + 1];
        }

        if (at == 1)
            into[0] = (byte)('0' + value);
    }

    /// <summary>The same for a number of any width.</summary>
    public static void Write(UInt128 value, int width, Span<byte> into)
    {
        int end = width;
        while (end > 9)
        {
            // Nine digits at a time, so that the long division is done seldom.
            uint low;
            if (value <= ulong.MaxValue)
            {
                ulong rest = (ulong)value / 1_000_000_000;
                low = (uint)((ulong)value - (rest * 1_000_000_000));
                value = rest;
            }
            else
            {
                (value, UInt128 digits) = UInt128.DivRem(value, 1_000_000_000);
                low = (uint)digits;
            }

            end -= 9;
            Write(low, 9, into[end..]);
        }

        Write((uint)value, end, into);
    }

    /// <summary>10^<paramref name="width"/>.</summary>
    public static UInt128 Count(int width)
    {
        UInt128 count = 1;
        for (int i = 0; i < width; i++)
            count *= 10;
        return count;
    }
}
