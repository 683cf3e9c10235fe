using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Cars and their numbers.</summary>
internal static class VehicleFormats
{
    private const string Alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

    // What a character counts in the check sum, in the alphabet's order, and by its place in the number (49 CFR 565.15).
    private static readonly byte[] Values = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly byte[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    private static readonly string[] Makers = ["1FA", "1G1", "1HG", "2HG", "3VW", "4T1", "5YJ", "JHM", "JN1", "JTD", "KMH", "KNA", "SAJ", "SAL", "VF1", "VF3", "WAU", "WBA", "WDB", "WVW", "YV1", "ZFA"];

    // Models of 2001 to 2024; the letters I, O, Q, U, Z and the digit 0 mean no year.
    private const string Years = "123456789ABCDEFGHJKLMNPR";

    public static IReadOnlyList<Format> All { get; } =
    [
        new("vehicle_manufacturer", "vehicle", "A maker of cars.", l => l.Domain("vehicle", "manufacturer")),
        new("vehicle_model", "vehicle", "A car by its model.", l => l.Domain("vehicle", "model")),
        new("vehicle_type", "vehicle", "A kind of car.", l => l.Domain("vehicle", "type")),
        new("vehicle_fuel", "vehicle", "What a car runs on.", l => l.Domain("vehicle", "fuel")),
        new("vin", "vehicle", "A vehicle's number of 17 characters, check digit right (ISO 3779, 49 CFR 565).", _ => Vin()),
        new("license_plate", "vehicle", "A car's plate in the form of the country, or three letters and four digits.", l => Plate(Countries.Of(l))),
    ];

    private static TextDomain Plate(string country) => country switch
    {
        "DE" => Join(Of("B", "M", "K", "F", "S", "D", "HH", "HB", "L", "DD", "H", "N", "DO", "E", "KA", "FR"), Of(" "), new ChoiceDomain([(Pattern("?"), 1), (Pattern("??"), 4)]), Of(" "), Numbers(1, 9999)),
        "GB" => Pattern("??## ???"),
        "FR" => Pattern("??-###-??"),
        "IT" => Pattern("??###??"),
        "ES" => Join(Pattern("####"), Of(" "), PatternDomain.Of("BCDFGHJKLMNPRSTVWXYZ", 3)),
        "NL" => Pattern("??-###-?"),
        "SE" => Pattern("??? ###"),
        "NO" => Pattern("?? #####"),
        "FI" => Pattern("???-###"),
        "PL" => Pattern("?? #####"),
        "BR" => Pattern("???#?##"),
        _ => Pattern("???-####"),
    };

    private static NumberedDomain Vin()
    {
        UInt128 count = (UInt128)Makers.Length * 33 * 33 * 33 * 33 * 33 * (UInt128)Years.Length * 33 * 1_000_000;
        return new NumberedDomain(count, 17, 17, "", (index, into) =>
        {
            ulong rest = (ulong)index;
            PaddedDigits.Write((uint)(rest % 1_000_000), 6, into[11..]);
            rest /= 1_000_000;
            into[10] = (byte)Alphabet[(int)(rest % 33)];
            rest /= 33;
            into[9] = (byte)Years[(int)(rest % (ulong)Years.Length)];
            rest /= (ulong)Years.Length;
            for (int i = 7; i >= 3; i--)
            {
                into[i] = (byte)Alphabet[(int)(rest % 33)];
                rest /= 33;
            }

            string maker = Makers[rest];
            for (int i = 0; i < 3; i++)
                into[i] = (byte)maker[i];
            int sum = 0;
            for (int i = 0; i < 17; i++)
                sum += i == 8 ? 0 : Values[Alphabet.IndexOf((char)into[i], StringComparison.Ordinal)] * Weights[i];
            into[8] = sum % 11 == 10 ? (byte)'X' : (byte)('0' + (sum % 11));
            return 17;
        });
    }
}
