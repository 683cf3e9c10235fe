namespace TestDataGen.Generation;

/// <summary>Companies and what they sell.</summary>
internal static class CompanyFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("company_name", "company", "A company with its legal form.", l => l.Domain("company", "name")),
        new("company_suffix", "company", "A legal form: Inc, GmbH.", l => l.Domain("company", "suffix")),
        new("catch_phrase", "company", "What a company says of its product.", l => new TemplateDomain(
            [l.Domain("company", "adjective"), Of(" "), l.Domain("company", "descriptor"), Of(" "), l.Domain("company", "noun")])),
        new("business_phrase", "company", "What a company says that it does.", l => new TemplateDomain(
            [l.Domain("company", "bs_verb"), Of(" "), l.Domain("company", "bs_adjective"), Of(" "), l.Domain("company", "bs_noun")])),
        new("department", "company", "A department of a shop.", l => l.Domain("commerce", "department")),
        new("business_unit", "company", "A department of a company.", _ => new PickDomain(
            ["Accounting", "Customer Service", "Engineering", "Facilities", "Finance", "Human Resources", "IT", "Legal", "Logistics", "Marketing", "Procurement", "Production", "Quality", "Research", "Sales", "Security"])),
        new("product_name", "company", "A product: Small Granite Chair.", l => new TemplateDomain(
            [l.Domain("commerce", "product_name.adjective"), Of(" "), l.Domain("commerce", "product_name.material"), Of(" "), l.Domain("commerce", "product_name.product")])),
        new("product_adjective", "company", "How a product is.", l => l.Domain("commerce", "product_name.adjective")),
        new("product_material", "company", "What a product is of.", l => l.Domain("commerce", "product_name.material")),
        new("product", "company", "A product in a word.", l => l.Domain("commerce", "product_name.product")),
        new("product_description", "company", "A product in a sentence.", l => l.Domain("commerce", "product_description")),
        new("color", "company", "A colour by its name.", l => l.Domain("commerce", "color")),
        new("hex_color", "company", "A colour as #rrggbb.", _ => new TemplateDomain([Of("#"), new HexDomain(6)])),
        new("vehicle_manufacturer", "company", "A maker of cars.", l => l.Domain("vehicle", "manufacturer")),
        new("vehicle_model", "company", "A car by its model.", l => l.Domain("vehicle", "model")),
        new("vehicle_type", "company", "A kind of car.", l => l.Domain("vehicle", "type")),
        new("vehicle_fuel", "company", "What a car runs on.", l => l.Domain("vehicle", "fuel")),
        new("music_genre", "company", "A kind of music.", l => l.Domain("music", "genre")),
    ];

    private static PickDomain Of(string text) => new([text]);
}
