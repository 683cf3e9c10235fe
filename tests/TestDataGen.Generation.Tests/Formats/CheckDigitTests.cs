using System.Globalization;
using System.Numerics;

namespace TestDataGen.Generation.Tests;

/// <summary>The rules of each number, written here a second time and by another way.</summary>
public class CheckDigitTests
{
    [Theory]
    [InlineData("credit_card")]
    [InlineData("imei")]
    [InlineData("sin")]
    public void LuhnsSumIsDivisibleByTen(string format) => ForEach(format, "en", text =>
        text.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : (2 * (c - '0') / 10) + (2 * (c - '0') % 10)).Sum() % 10 == 0);

    [Theory]
    [InlineData("ean13")]
    [InlineData("ean8")]
    [InlineData("upc")]
    [InlineData("isbn13")]
    public void Gs1sSumIsDivisibleByTen(string format) => ForEach(format, "en", text => text.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0);

    [Fact]
    public void IbansAreOneModulo97()
    {
        foreach (string locale in FormatCatalog.Locales)
        {
            ForEach("iban", locale, text =>
            {
                string number = string.Concat((text[4..] + text[..4]).Select(c => char.IsAsciiDigit(c) ? $"{c}" : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
                return BigInteger.Parse(number, CultureInfo.InvariantCulture) % 97 == 1;
            });
        }
    }

    [Fact]
    public void VinsCheckDigitIsRight() => ForEach("vin", "en", text =>
    {
        const string values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        int[] weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        int sum = text.Select((c, i) => values.IndexOf(c, StringComparison.Ordinal) % 10 * weights[i]).Sum();
        return text.Length == 17 && text[8] == "0123456789X"[sum % 11];
    });

    [Fact]
    public void CpfsSumsAreDivisibleByEleven() => ForEach("cpf", "pt_BR", text =>
    {
        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(c => c - '0')];
        int first = digits.Take(9).Select((d, i) => d * (10 - i)).Sum() * 10 % 11 % 10;
        int second = digits.Take(10).Select((d, i) => d * (11 - i)).Sum() * 10 % 11 % 10;
        return digits.Length == 11 && first == digits[9] && second == digits[10];
    });

    [Theory]
    [InlineData("12345678", 'Z')]
    [InlineData("00000000", 'T')]
    public void DnisLetterIsRight(string digits, char letter) =>
        Assert.Equal(digits + letter, Texts.At(FormatCatalog.Create("dni", LocaleData.Get("es"), []), UInt128.Parse(digits, CultureInfo.InvariantCulture)));

    [Fact]
    public void IsinsLuhnSumIsDivisibleByTen() => ForEach("isin", "en", text =>
    {
        string number = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? $"{c}" : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return number.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : (2 * (c - '0') / 10) + (2 * (c - '0') % 10)).Sum() % 10 == 0;
    });

    [Fact]
    public void RoutingNumbersSumIsDivisibleByTen() => ForEach("routing_number", "en", text => text.Select((c, i) => (c - '0') * new[] { 3, 7, 1 }[i % 3]).Sum() % 10 == 0);

    private static void ForEach(string format, string locale, Func<string, bool> isRight)
    {
        TextDomain domain = FormatCatalog.Create(format, LocaleData.Get(locale), []);
        for (int row = 0; row < 300; row++)
        {
            string text = Texts.Drawn(domain, Texts.Key(format), row);
            Assert.True(isRight(text), text);
        }
    }
}
