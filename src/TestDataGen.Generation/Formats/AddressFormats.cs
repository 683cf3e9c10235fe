using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Places and addresses.</summary>
internal static class AddressFormats
{
    // Where the postal code stands before the town, and where the largest place stands first.
    private static readonly HashSet<string> CodeFirst = new(
        ["cz", "de", "el", "es", "fi", "fr", "ge", "hr", "it", "lv", "nb", "nl", "pl", "pt", "ro", "sk", "sv", "tr"], StringComparer.Ordinal);

    private static readonly HashSet<string> LargestFirst = new(["ja", "ko", "zh"], StringComparer.Ordinal);

    public static IReadOnlyList<Format> All { get; } =
    [
        new("street_address", "address", "Street and house number, in the order of the country.", l => l.Domain("address", "street_address")),
        new("street_name", "address", "A street.", l => l.Domain("address", "street_name")),
        new("building_number", "address", "A house number.", l => l.Choose("address", [.. l.Texts("address", "building_number").Select(t => t.Trim(' ', ','))])),
        new("secondary_address", "address", "A flat or suite.", l => l.Domain("address", "secondary_address")),
        new("city", "address", "A town.", l => l.Domain("address", "city")),
        new("postcode", "address", "A postal code in the form of the country.", l => l.Domain("address", "postcode")),
        new("state", "address", "A state or province.", l => l.Domain("address", "state")),
        new("state_code", "address", "A state's abbreviation.", l => l.Domain("address", "state_abbr")),
        new("county", "address", "A county.", l => l.Domain("address", "county")),
        new("country", "address", "A country's name in the language.", l => l.Domain("address", "country")),
        new("country_code", "address", "A country by ISO 3166-1, two letters.", l => l.Domain("address", "country_code")),
        new("country_code3", "address", "A country by ISO 3166-1, three letters.", l => l.Domain("address", "country_code_alpha_3")),
        new("full_address", "address", "Street, town and postal code on one line, in the order of the country.", FullAddress),
        new("direction", "address", "North, east, …", l => l.Domain("address", "direction")),
        new("continent", "address", "Africa, Asia, …", _ => Of("Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America")),
        new("time_zone", "address", "A time zone of the IANA database.", l => l.Domain("address", "time_zone")),
        new("latitude", "address", "Degrees north, -90 to 90, with six digits.", _ => Degrees(90)),
        new("longitude", "address", "Degrees east, -180 to 180, with six digits.", _ => Degrees(180)),
        new("coordinates", "address", "Latitude and longitude with a comma between.", _ => Join(Degrees(90), Of(","), Degrees(180))),
        new("airport_code", "address", "An airport by IATA, three letters.", _ => Of(
            "AMS", "ATH", "ATL", "BCN", "BER", "BKK", "BOS", "BRU", "CAI", "CDG", "CPH", "CPT", "DEL", "DEN", "DFW", "DOH", "DUB", "DXB", "EWR", "EZE", "FCO", "FRA", "GIG", "GRU", "GVA", "HAM", "HEL", "HKG", "HND",
            "IAD", "ICN", "IST", "JFK", "JNB", "KUL", "LAX", "LHR", "LIS", "MAD", "MEL", "MEX", "MIA", "MUC", "NBO", "NRT", "ORD", "OSL", "PEK", "PRG", "SEA", "SFO", "SIN", "SYD", "VIE", "WAW", "YVR", "YYZ", "ZRH")),
    ];

    private static TemplateDomain FullAddress(LocaleData locale)
    {
        string language = locale.Name.Split('_')[0];
        TextDomain street = locale.Domain("address", "street_address");
        TextDomain city = locale.Domain("address", "city");
        TextDomain code = locale.Domain("address", "postcode");
        return LargestFirst.Contains(language) ? Join(code, Of(" "), city, street)
            : CodeFirst.Contains(language) && locale.Name is not ("pt_BR" or "fr_CA") ? Join(street, Of(", "), code, Of(" "), city)
            : Join(street, Of(", "), city, Of(" "), code);
    }

    private static NumberedDomain Degrees(int most) => new((UInt128)(2_000_000 * most) + 1, 8, 11, "", (index, into) =>
        CellText.WriteScaled((long)index - (most * 1_000_000L), 6, into));
}
