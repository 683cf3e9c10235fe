namespace TestDataGen.Generation;

/// <summary>Names and what goes with a person.</summary>
internal static class PersonFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("first_name", "person", "A given name.", FirstName),
        new("first_name_male", "person", "A man's given name.", l => Sexed(l, "male_first_name")),
        new("first_name_female", "person", "A woman's given name.", l => Sexed(l, "female_first_name")),
        new("last_name", "person", "A family name.", LastName),
        new("full_name", "person", "Given and family name.", l => new TemplateDomain([FirstName(l), Of(" "), LastName(l)])),
        new("name_prefix", "person", "A form of address: Mr., Dr.", l => l.Domain("name", "prefix")),
        new("name_suffix", "person", "What stands behind a name: Jr., MD.", l => l.Domain("name", "suffix")),
        new("job_title", "person", "An occupation: Senior Data Analyst.", l => new TemplateDomain(
            [l.Domain("name", "title.level"), Of(" "), l.Domain("name", "title.descriptor"), Of(" "), l.Domain("name", "title.job")])),
        new("job_area", "person", "What an occupation is about: Security, Marketing.", l => l.Domain("name", "title.descriptor")),
        new("job_type", "person", "A kind of occupation: Engineer, Analyst.", l => l.Domain("name", "title.job")),
        new("sex", "person", "F or M.", _ => new PickDomain(["F", "M"])),
        new("gender", "person", "A gender in words.", _ => new PickDomain(["female", "male", "non-binary"])),
        new("phone", "person", "A telephone number in the form of the country.", l => l.Domain("phone_number", "formats", hasDigits: true)),
        new("ssn", "person", "A social security number of the United States, from the range 900 up that is never issued: 9##-##-####.", _ => PatternDomain.OfDigits("9##-##-####")),
        new("blood_type", "person", "A blood group.", _ => new PickDomain(["A+", "A-", "B+", "B-", "AB+", "AB-", "0+", "0-"])),
        new("marital_status", "person", "Single, married, …", _ => new PickDomain(["single", "married", "divorced", "widowed"])),
    ];

    /// <summary>Given names; where a locale has them by sex only, those of both.</summary>
    public static TextDomain FirstName(LocaleData locale) =>
        locale.HasOwn("name", "first_name") || !locale.HasOwn("name", "male_first_name")
            ? locale.Domain("name", "first_name")
            : new PickDomain([.. locale.Texts("name", "male_first_name"), .. locale.Texts("name", "female_first_name")]);

    /// <summary>Family names; where a locale has them by sex only, those of both.</summary>
    public static TextDomain LastName(LocaleData locale) =>
        locale.HasOwn("name", "last_name") || !locale.HasOwn("name", "male_last_name")
            ? locale.Domain("name", "last_name")
            : new PickDomain([.. locale.Texts("name", "male_last_name"), .. locale.Texts("name", "female_last_name")]);

    private static TextDomain Sexed(LocaleData locale, string path) =>
        locale.HasOwn("name", path) || !locale.HasOwn("name", "first_name") ? locale.Domain("name", path) : locale.Domain("name", "first_name");

    private static PickDomain Of(string text) => new([text]);
}
