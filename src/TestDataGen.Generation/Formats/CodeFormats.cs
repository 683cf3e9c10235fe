namespace TestDataGen.Generation;

/// <summary>Numbers and codes of things.</summary>
internal static class CodeFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("ean13", "code", "An article number, check digit right (GS1).", _ => new DrawnDomain(13, (ref RandomDraws draws, Span<byte> into) => Gs1("40"u8, 13, ref draws, into))),
        new("ean8", "code", "A short article number, check digit right (GS1).", _ => new DrawnDomain(8, (ref RandomDraws draws, Span<byte> into) => Gs1("4"u8, 8, ref draws, into))),
        new("isbn13", "code", "A book's number, check digit right (ISO 2108).", _ => new DrawnDomain(13, (ref RandomDraws draws, Span<byte> into) => Gs1("978"u8, 13, ref draws, into))),
        new("imei", "code", "A mobile device's number, check digit right.", _ => new DrawnDomain(15, (ref RandomDraws draws, Span<byte> into) => FinanceFormats.WithLuhn("35"u8, 15, ref draws, into))),
        new("vin", "code", "A vehicle's number of 17 characters, check digit right (ISO 3779, 49 CFR 565).", _ => new DrawnDomain(17, Vin)),
        new("sku", "code", "A stock number: three letters, a hyphen, six digits.", _ => PatternDomain.Parse("???-######")),
        new("license_plate", "code", "A car's plate: three letters and four digits.", _ => PatternDomain.Parse("???-####")),
        new("flight_number", "code", "An airline's two letters and up to four digits.", _ => PatternDomain.Parse("??####")),
        new("tracking_number", "code", "A parcel's number.", _ => PatternDomain.Parse("1Z############")),
        new("hash_md5", "code", "32 hexadecimal digits.", _ => new TemplateDomain([new HexDomain(16), new HexDomain(16)])),
        new("hash_sha1", "code", "40 hexadecimal digits.", _ => new TemplateDomain([new HexDomain(20), new HexDomain(20)])),
        new("hash_sha256", "code", "64 hexadecimal digits.", _ => new TemplateDomain([new HexDomain(16), new HexDomain(16), new HexDomain(16), new HexDomain(16)])),
        new("semantic_version", "code", "A version: 1.4.12.", _ => new TemplateDomain(
            [new PickDomain(["0", "1", "2", "3", "4"]), new PickDomain(["."]), new PickDomain(Enumerable.Range(0, 21).Select(Text)), new PickDomain(["."]), new PickDomain(Enumerable.Range(0, 31).Select(Text))])),
        new("uuid", "code", "A UUID of version 4 as text.", _ => new TemplateDomain(
            [new HexDomain(8), Of("-"), new HexDomain(4), Of("-4"), new HexDomain(3), Of("-"), new PickDomain(["8", "9", "a", "b"]), new HexDomain(3), Of("-"), new HexDomain(12)])),
    ];

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static PickDomain Of(string text) => new([text]);

    // Weights 3 and 1 in turn from the right.
    private static int Gs1(ReadOnlySpan<byte> prefix, int length, ref RandomDraws draws, Span<byte> into)
    {
        prefix.CopyTo(into);
        for (int i = prefix.Length; i < length - 1; i++)
            into[i] = (byte)('0' + draws.Below(10));
        int sum = 0;
        for (int i = length - 2; i >= 0; i--)
            sum += (into[i] - '0') * ((length - 2 - i) % 2 == 0 ? 3 : 1);
        into[length - 1] = (byte)('0' + ((10 - (sum % 10)) % 10));
        return length;
    }

    private static int Vin(ref RandomDraws draws, Span<byte> into)
    {
        ReadOnlySpan<byte> alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"u8;
        ReadOnlySpan<byte> values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9];
        ReadOnlySpan<byte> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        int sum = 0;
        for (int i = 0; i < 17; i++)
        {
            int index = (int)draws.Below(i >= 13 ? 10UL : (ulong)alphabet.Length);
            into[i] = alphabet[index];
            sum += values[index] * weights[i];
        }

        into[8] = sum % 11 == 10 ? (byte)'X' : (byte)('0' + (sum % 11));
        return 17;
    }
}
