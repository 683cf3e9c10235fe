using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Numbers and codes of things.</summary>
internal static class CodeFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("ean13", "code", "An article number, check digit right (GS1).", _ => CheckDigits.Gs1("40", 13)),
        new("ean8", "code", "A short article number, check digit right (GS1).", _ => CheckDigits.Gs1("4", 8)),
        new("upc", "code", "An article number of North America, check digit right (GS1).", _ => CheckDigits.Gs1("0", 12)),
        new("isbn13", "code", "A book's number, check digit right (ISO 2108).", _ => CheckDigits.Gs1("978", 13)),
        new("imei", "code", "A mobile device's number, check digit right.", _ => CheckDigits.Luhn("35", 15)),
        new("sku", "code", "A stock number: three letters, a hyphen, six digits.", _ => Pattern("???-######")),
        new("serial_number", "code", "Three groups of four letters or digits.", _ => Pattern("****-****-****")),
        new("reference_number", "code", "Eight digits, as an office numbers what it keeps.", _ => Join(Numbers(1, 9), Pattern("#######"))),
        new("order_number", "code", "ORD and six digits.", _ => Pattern("ORD-######")),
        new("code", "code", "Three letters, a hyphen, four digits.", _ => Pattern("???-####")),
        new("short_code", "code", "Three letters.", _ => Pattern("???")),
        new("model_number", "code", "A model: two letters, a hyphen, three digits.", _ => Pattern("??-###")),
        new("passport_number", "code", "A passport: a letter and eight digits.", _ => Pattern("?########")),
        new("flight_number", "code", "An airline's two letters and four digits.", _ => Pattern("??####")),
        new("tracking_number", "code", "A parcel's number.", _ => Pattern("1Z############")),
        new("hash_md5", "code", "32 hexadecimal digits.", _ => Hex(32)),
        new("hash_sha1", "code", "40 hexadecimal digits.", _ => Hex(40)),
        new("hash_sha256", "code", "64 hexadecimal digits.", _ => Hex(64)),
        new("android_id", "code", "An Android device's token for messages.", _ => Join(Of("APA91"), Characters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 178))),
        new("apple_push_token", "code", "An Apple device's token for messages: 64 hexadecimal digits.", _ => Hex(64)),
        new("semantic_version", "code", "A version: 1.4.12.", _ => Join(Numbers(0, 4), Of("."), Numbers(0, 20), Of("."), Numbers(0, 30))),
        new("uuid", "code", "A UUID of version 4 as text.", _ => Join(
            new HexDomain(8), Of("-"), new HexDomain(4), Of("-4"), new HexDomain(3), Of("-"), Of("8", "9", "a", "b"), new HexDomain(3), Of("-"), new HexDomain(12))),
        new("icd10", "code", "A diagnosis as coded by ICD-10: a letter, two digits, a point, a digit.", _ => Join(PatternDomain.Of("ABCDEFGHIJKLMNOPQRSTVWXYZ", 1), Pattern("##.#"))),
    ];
}
