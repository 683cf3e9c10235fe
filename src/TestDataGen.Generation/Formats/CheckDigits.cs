namespace TestDataGen.Generation;

/// <summary>The digits that tell a mistyped number.</summary>
internal static class CheckDigits
{
    /// <summary>Digits behind a prefix and Luhn's check digit behind them (ISO/IEC 7812-1).</summary>
    public static NumberedDomain Luhn(string prefix, int length) => WithLast(prefix, length, LuhnDigit);

    /// <summary>The digit that makes the sum of Luhn's algorithm right.</summary>
    public static int LuhnDigit(ReadOnlySpan<byte> number)
    {
        int sum = 0;
        for (int i = number.Length - 1, place = 0; i >= 0; i--, place++)
        {
            int digit = number[i] - '0';
            if (place % 2 == 0)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }

        return (10 - (sum % 10)) % 10;
    }

    /// <summary>Digits behind a prefix and the check digit of GS1: weights 3 and 1 in turn from the right.</summary>
    public static NumberedDomain Gs1(string prefix, int length) => WithLast(prefix, length, number =>
    {
        int sum = 0;
        for (int i = number.Length - 1, place = 0; i >= 0; i--, place++)
            sum += (number[i] - '0') * (place % 2 == 0 ? 3 : 1);
        return (10 - (sum % 10)) % 10;
    });

    /// <summary>The remainder by 97 of a number in whose text letters count as 10 to 35 (ISO 7064, MOD 97-10).</summary>
    /// <param name="text">Digits and capital letters.</param>
    /// <param name="remainder">The remainder of what stands before.</param>
    public static int Mod97(ReadOnlySpan<byte> text, int remainder = 0)
    {
        foreach (byte b in text)
            remainder = char.IsAsciiDigit((char)b) ? ((remainder * 10) + b - '0') % 97 : ((remainder * 100) + b - 'A' + 10) % 97;
        return remainder;
    }

    private delegate int CheckDigit(ReadOnlySpan<byte> number);

    private static NumberedDomain WithLast(string prefix, int length, CheckDigit check)
    {
        int digits = length - prefix.Length - 1;
        byte[] start = System.Text.Encoding.ASCII.GetBytes(prefix);
        return new NumberedDomain(PaddedDigits.Count(digits), length, length, prefix, (index, into) =>
        {
            PaddedDigits.Write(index, digits, into);
            Span<byte> number = stackalloc byte[64];
            start.CopyTo(number);
            into[..digits].CopyTo(number[start.Length..]);
            into[digits] = (byte)('0' + check(number[..(start.Length + digits)]));
            return digits + 1;
        });
    }
}
