using System.Globalization;
using System.Numerics;
using System.Text;

namespace TestDataGen.Generation;

/// <summary>Money, accounts and numbers with check digits.</summary>
internal static class FinanceFormats
{
    // Country, the letters of the bank's part if any, digits: the lengths of the IBAN registry (SWIFT).
    private static readonly (string Country, string Bank, int Digits)[] Ibans =
        [("DE", "", 18), ("AT", "", 16), ("ES", "", 20), ("BE", "", 12), ("DK", "", 14), ("PL", "", 24), ("PT", "", 21), ("NL", "ABNA", 10), ("GB", "NWBK", 14), ("IE", "AIBK", 14)];

    public static IReadOnlyList<Format> All { get; } =
    [
        new("currency_code", "finance", "A currency by ISO 4217.", l => new PickDomain(l.Texts("finance", "currency", "code").Where(c => c.Length == 3))),
        new("currency_name", "finance", "A currency's name.", l => new PickDomain(l.Texts("finance", "currency", "name"))),
        new("account_number", "finance", "Ten digits.", _ => PatternDomain.OfDigits("##########")),
        new("account_type", "finance", "A kind of bank account.", l => l.Domain("finance", "account_type")),
        new("transaction_type", "finance", "Deposit, withdrawal, …", l => l.Domain("finance", "transaction_type")),
        new("iban", "finance", "A bank account by ISO 13616, check digits right.", _ => new DrawnDomain(34, Iban)),
        new("bic", "finance", "A bank by ISO 9362.", _ => new TemplateDomain([PatternDomain.Parse("????"), new PickDomain(["DE", "FR", "GB", "US", "NL", "ES", "IT", "CH", "AT", "BE"]), PatternDomain.Parse("?#")])),
        new("credit_card", "finance", "A card number, check digit right (Luhn), of a range for tests: 400000…", _ => new DrawnDomain(16, (ref RandomDraws draws, Span<byte> into) =>
            WithLuhn("400000"u8, 16, ref draws, into))),
        new("credit_card_type", "finance", "A company that issues cards.", _ => new PickDomain(["Visa", "Mastercard", "American Express", "Discover", "JCB", "Diners Club"])),
        new("cvv", "finance", "Three digits.", _ => PatternDomain.OfDigits("###")),
        new("tax_id", "finance", "A number as of a European tax payer: two letters and nine digits.", _ => new TemplateDomain([new PickDomain(["DE", "FR", "ES", "IT", "NL", "AT"]), PatternDomain.OfDigits("#########")])),
        new("stock_symbol", "finance", "A share: four letters.", _ => PatternDomain.Parse("????")),
        new("bitcoin_address", "finance", "An address that looks like Bitcoin's; its check sum is wrong on purpose.", _ => new DrawnDomain(34, (ref RandomDraws draws, Span<byte> into) =>
        {
            ReadOnlySpan<byte> alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"u8;
            into[0] = (byte)'1';
            for (int i = 1; i < 34; i++)
                into[i] = alphabet[(int)draws.Below((ulong)alphabet.Length)];
            return 34;
        })),
    ];

    /// <summary>Digits by chance behind a prefix, and the check digit that makes the sum of Luhn's algorithm (ISO/IEC 7812-1) right.</summary>
    public static int WithLuhn(ReadOnlySpan<byte> prefix, int length, ref RandomDraws draws, Span<byte> into)
    {
        prefix.CopyTo(into);
        for (int i = prefix.Length; i < length - 1; i++)
            into[i] = (byte)('0' + draws.Below(10));
        int sum = 0;
        for (int i = length - 2; i >= 0; i--)
        {
            int digit = into[i] - '0';
            if ((length - 2 - i) % 2 == 0)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }

        into[length - 1] = (byte)('0' + ((10 - (sum % 10)) % 10));
        return length;
    }

    private static int Iban(ref RandomDraws draws, Span<byte> into)
    {
        (string country, string bank, int digits) = Ibans[draws.Below((ulong)Ibans.Length)];
        var account = new StringBuilder(bank);
        for (int i = 0; i < digits; i++)
            account.Append((char)('0' + draws.Below(10)));
        // ISO 7064, MOD 97-10: letters count as 10 to 35, the country and 00 behind the account.
        string number = string.Concat((account + country + "00").Select(c => char.IsAsciiLetter(c) ? (c - 'A' + 10).ToString(CultureInfo.InvariantCulture) : c.ToString()));
        BigInteger check = 98 - (BigInteger.Parse(number, CultureInfo.InvariantCulture) % 97);
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{country}{(int)check:00}{account}"), into);
    }
}
