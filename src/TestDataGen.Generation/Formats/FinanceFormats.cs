using System.Text;
using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Money, accounts and numbers with check digits.</summary>
internal static class FinanceFormats
{
    // Country, the letters of the bank's part if any, digits: lengths as in SWIFT's IBAN registry. A bank's own check digits inside the number are not computed.
    private static readonly (string Country, string Bank, int Digits)[] Ibans =
    [
        ("AT", "", 16), ("AZ", "NABZ", 20), ("BE", "", 12), ("CH", "", 17), ("CZ", "", 20), ("DE", "", 18), ("DK", "", 14), ("ES", "", 20), ("FI", "", 14), ("FR", "", 23), ("GB", "NWBK", 14), ("GE", "NB", 16),
        ("GR", "", 23), ("HR", "", 17), ("HU", "", 24), ("IE", "AIBK", 14), ("IT", "X", 22), ("LU", "", 16), ("LV", "HABA", 13), ("NL", "ABNA", 10), ("NO", "", 11), ("PL", "", 24), ("PT", "", 21), ("RO", "BTRL", 16),
        ("SA", "", 20), ("SE", "", 20), ("SK", "", 20), ("TR", "", 22), ("UA", "", 25),
    ];

    // The first digits by which a card's company is known, of ranges that the companies keep for tests, and the length.
    private static readonly (string Brand, string Prefix, int Length)[] Cards =
        [("visa", "400000", 16), ("mastercard", "555555", 16), ("amex", "378282", 15), ("discover", "601111", 16), ("diners", "305693", 14), ("jcb", "353011", 16)];

    public static IReadOnlyList<Format> All { get; } =
    [
        new("currency_code", "finance", "A currency by ISO 4217.", l => new PickDomain(l.Texts("finance", "currency", "code").Where(c => c.Length == 3))),
        new("currency_name", "finance", "A currency's name.", l => new PickDomain(l.Texts("finance", "currency", "name"))),
        new("currency_symbol", "finance", "A currency's sign.", l => new PickDomain(l.Texts("finance", "currency", "symbol"))),
        new("account_number", "finance", "Ten digits, or as many as asked for.", "digits", (_, a) => PatternDomain.Of("0123456789", a.Integer(0, "digits", 1, 34, 10))),
        new("account_type", "finance", "A kind of bank account.", l => l.Domain("finance", "account_type")),
        new("account_name", "finance", "A bank account by its kind.", l => Join(l.Domain("finance", "account_type"), Of(" Account"))),
        new("transaction_type", "finance", "Deposit, withdrawal, …", l => l.Domain("finance", "transaction_type")),
        new("iban", "finance", "A bank account by ISO 13616, check digits right, of the locale's country or the one asked for.", "country", (l, a) => Iban(
            a.OneOf(0, "country", Ibans.Select(i => i.Country)) ?? Countries.Of(l))),
        new("bic", "finance", "A bank by ISO 9362.", l => Join(
            Pattern("????"), Ibans.Any(i => i.Country == Countries.Of(l)) ? Of(Countries.Of(l)) : Of("DE", "FR", "GB", "US", "NL", "ES", "IT", "CH", "AT", "BE"), Pattern("?#"))),
        new("credit_card", "finance", "A card number, check digit right (Luhn), of the companies' ranges for tests.", "company", (_, a) => Card(a.OneOf(0, "company", Cards.Select(c => c.Brand)) ?? "visa")),
        new("credit_card_type", "finance", "A company that issues cards.", _ => Of("Visa", "Mastercard", "American Express", "Discover", "JCB", "Diners Club")),
        new("credit_card_expiry", "finance", "Month and year until which a card is valid: 07/29.", _ => Join(Numbers(1, 12, 2), Of("/"), Numbers(26, 31, 2))),
        new("cvv", "finance", "Three digits.", _ => Pattern("###")),
        new("pin", "finance", "Four digits.", _ => Pattern("####")),
        new("routing_number", "finance", "A bank of the United States by ABA, check digit right.", _ => Routing()),
        new("tax_id", "finance", "A number as of a European tax payer: two letters and nine digits.", _ => Join(Of("DE", "FR", "ES", "IT", "NL", "AT"), Pattern("#########"))),
        new("cpf", "finance", "A tax payer of Brazil, check digits right: ###.###.###-##.", _ => Cpf()),
        new("dni", "finance", "An identity card of Spain, check letter right: ########X.", _ => new NumberedDomain(100_000_000, 9, 9, "", (index, into) =>
        {
            PaddedDigits.Write(index, 8, into);
            into[8] = "TRWAGMYFPDXBNJZSQVHLCKE"u8[(int)(index % 23)];
            return 9;
        })),
        new("sin", "finance", "A social insurance number of Canada, check digit right (Luhn), of the range 0 that is never issued.", _ => CheckDigits.Luhn("0", 9)),
        new("invoice_number", "finance", "INV, the year, six digits.", _ => Join(Of("INV-"), Numbers(2015, 2025), Of("-"), Pattern("######"))),
        new("stock_symbol", "finance", "A share: four letters.", _ => Pattern("????")),
        new("isin", "finance", "A security by ISO 6166, check digit right.", _ => Isin()),
        new("bitcoin_address", "finance", "An address that looks like Bitcoin's; its check sum is wrong on purpose.", _ => Join(
            Of("1"), PatternDomain.Of("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 20), PatternDomain.Of("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 13))),
        new("ethereum_address", "finance", "An address of Ethereum.", _ => Join(Of("0x"), new HexDomain(20), new HexDomain(20))),
    ];

    private static NumberedDomain Card(string brand)
    {
        (_, string prefix, int length) = Cards.First(c => c.Brand == brand);
        return CheckDigits.Luhn(prefix, length);
    }

    private static TextDomain Iban(string country)
    {
        (string Country, string Bank, int Digits)[] fitting = [.. Ibans.Where(i => i.Country == country)];
        return fitting.Length > 0 ? Iban(fitting[0].Country, fitting[0].Bank, fitting[0].Digits)
            : new ChoiceDomain(Ibans.Select(i => Iban(i.Country, i.Bank, i.Digits)));
    }

    private static NumberedDomain Iban(string country, string bank, int digits)
    {
        byte[] bankLetters = Encoding.ASCII.GetBytes(bank);
        byte[] behind = Encoding.ASCII.GetBytes(country + "00");
        int length = 4 + bank.Length + digits;
        return new NumberedDomain(PaddedDigits.Count(digits), length, length, country, (index, into) =>
        {
            Span<byte> account = into.Slice(2, bankLetters.Length + digits);
            bankLetters.CopyTo(account);
            PaddedDigits.Write(index, digits, account[bankLetters.Length..]);
            int check = 98 - CheckDigits.Mod97(behind, CheckDigits.Mod97(account));
            PaddedDigits.Write((uint)check, 2, into);
            return length - 2;
        });
    }

    // Eight digits from one of the Federal Reserve's districts, and the ninth so that the sum with the weights 3, 7, 1 is divisible by ten.
    private static NumberedDomain Routing() => new(12 * (UInt128)1_000_000, 9, 9, "", (index, into) =>
    {
        PaddedDigits.Write((uint)(1 + (index / 1_000_000)), 2, into);
        PaddedDigits.Write((uint)(index % 1_000_000), 6, into[2..]);
        ReadOnlySpan<byte> weights = [3, 7, 1, 3, 7, 1, 3, 7];
        int sum = 0;
        for (int i = 0; i < 8; i++)
            sum += (into[i] - '0') * weights[i];
        into[8] = (byte)('0' + ((10 - (sum % 10)) % 10));
        return 9;
    });

    private static NumberedDomain Cpf() => new(1_000_000_000, 14, 14, "", (index, into) =>
    {
        Span<byte> digits = stackalloc byte[11];
        PaddedDigits.Write(index, 9, digits);
        for (int length = 9; length < 11; length++)
        {
            int sum = 0;
            for (int i = 0; i < length; i++)
                sum += (digits[i] - '0') * (length + 1 - i);
            digits[length] = (byte)('0' + (sum % 11 < 2 ? 0 : 11 - (sum % 11)));
        }

        "000.000.000-00"u8.CopyTo(into);
        digits[..3].CopyTo(into);
        digits.Slice(3, 3).CopyTo(into[4..]);
        digits.Slice(6, 3).CopyTo(into[8..]);
        digits[9..].CopyTo(into[12..]);
        return 14;
    });

    // The country, nine digits, and Luhn's digit over the number in which letters are written as 10 to 35.
    private static NumberedDomain Isin()
    {
        string[] countries = ["US", "DE", "FR", "GB", "CH", "NL", "JP", "CA"];
        return new NumberedDomain((UInt128)countries.Length * 1_000_000_000, 12, 12, "", (index, into) =>
        {
            string country = countries[(int)(index / 1_000_000_000)];
            into[0] = (byte)country[0];
            into[1] = (byte)country[1];
            PaddedDigits.Write(index % 1_000_000_000, 9, into[2..]);
            Span<byte> number = stackalloc byte[13];
            PaddedDigits.Write((uint)(country[0] - 'A' + 10), 2, number);
            PaddedDigits.Write((uint)(country[1] - 'A' + 10), 2, number[2..]);
            into.Slice(2, 9).CopyTo(number[4..]);
            into[11] = (byte)('0' + CheckDigits.LuhnDigit(number));
            return 12;
        });
    }
}
