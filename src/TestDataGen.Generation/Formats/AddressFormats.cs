namespace TestDataGen.Generation;

/// <summary>Places and addresses.</summary>
internal static class AddressFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("street_address", "address", "Street and house number, in the order of the country.", l => l.Domain("address", "street_address")),
        new("street_name", "address", "A street.", l => l.Domain("address", "street_name")),
        new("building_number", "address", "A house number.", l => l.Domain("address", "building_number", hasDigits: true)),
        new("secondary_address", "address", "A flat or suite.", l => l.Domain("address", "secondary_address", hasDigits: true)),
        new("city", "address", "A town.", l => l.Domain("address", "city")),
        new("postcode", "address", "A postal code in the form of the country.", l => l.Domain("address", "postcode", hasDigits: true)),
        new("state", "address", "A state or province.", l => l.Domain("address", "state")),
        new("state_code", "address", "A state's abbreviation.", l => l.Domain("address", "state_abbr")),
        new("county", "address", "A county.", l => l.Domain("address", "county")),
        new("country", "address", "A country's name in the language.", l => l.Domain("address", "country")),
        new("country_code", "address", "A country by ISO 3166-1, two letters.", l => l.Domain("address", "country_code")),
        new("country_code3", "address", "A country by ISO 3166-1, three letters.", l => l.Domain("address", "country_code_alpha_3")),
        new("full_address", "address", "Street, town and postal code on one line.", l => new TemplateDomain(
            [l.Domain("address", "street_address"), Of(", "), l.Domain("address", "city"), Of(" "), l.Domain("address", "postcode", hasDigits: true)])),
        new("direction", "address", "North, east, …", l => l.Domain("address", "direction")),
        new("time_zone", "address", "A time zone of the IANA database.", l => l.Domain("address", "time_zone")),
        new("latitude", "address", "Degrees north, -90 to 90, with six digits.", _ => Degrees(90)),
        new("longitude", "address", "Degrees east, -180 to 180, with six digits.", _ => Degrees(180)),
    ];

    private static DrawnDomain Degrees(int most) => new(12, (ref RandomDraws draws, Span<byte> into) =>
        CellText.WriteScaled((long)draws.Below((ulong)most * 2_000_000) - (most * 1_000_000L), 6, into));

    private static PickDomain Of(string text) => new([text]);
}
