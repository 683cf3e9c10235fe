using System.Text.RegularExpressions;
using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Names and what goes with a person.</summary>
internal static partial class PersonFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("first_name", "person", "A given name.", FirstName),
        new("first_name_male", "person", "A man's given name.", l => Sexed(l, "male_first_name")),
        new("first_name_female", "person", "A woman's given name.", l => Sexed(l, "female_first_name")),
        new("last_name", "person", "A family name.", LastName),
        new("full_name", "person", "Given and family name, in the order of the language.", FullName),
        new("initials", "person", "Two capital letters.", _ => Pattern("??")),
        new("name_prefix", "person", "A form of address: Mr., Dr.", l => l.Domain("name", "prefix")),
        new("name_suffix", "person", "What stands behind a name: Jr., MD.", l => l.Domain("name", "suffix")),
        new("job_title", "person", "An occupation: Senior Data Analyst.", l => Join(
            l.Domain("name", "title.descriptor"), Of(" "), l.Domain("name", "title.level"), Of(" "), l.Domain("name", "title.job"))),
        new("job_level", "person", "How high an occupation is: Senior, Junior.", l => l.Domain("name", "title.descriptor")),
        new("job_area", "person", "What an occupation is about: Security, Marketing.", l => l.Domain("name", "title.level")),
        new("job_type", "person", "A kind of occupation: Engineer, Analyst.", l => l.Domain("name", "title.job")),
        new("sex", "person", "F or M.", _ => Of("F", "M")),
        new("gender", "person", "A gender in words.", _ => new ChoiceDomain([(Of("female"), 49), (Of("male"), 49), (Of("non-binary"), 2)])),
        new("phone", "person", "A telephone number in the form of the country.", l => l.Domain("phone_number", "formats")),
        new("ssn", "person", "A social security number of the United States, from the range 900 up that is never issued: 9##-##-####.", _ => Pattern("9##-##-####")),
        new("blood_type", "person", "A blood group.", _ => Of("A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-")),
        new("marital_status", "person", "Single, married, …", _ => Of("single", "married", "divorced", "widowed")),
        new("education", "person", "A degree: Bachelor of Science.", _ => Of(
            "High School Diploma", "Vocational Certificate", "Associate of Arts", "Bachelor of Arts", "Bachelor of Science", "Bachelor of Engineering", "Master of Arts", "Master of Science", "MBA", "PhD")),
    ];

    /// <summary>Given names; where a locale has them by sex only, those of both.</summary>
    public static PickDomain FirstName(LocaleData locale) => Both(locale, "first_name");

    /// <summary>Family names; where a locale has them by sex only, those of both.</summary>
    public static PickDomain LastName(LocaleData locale) => Both(locale, "last_name");

    /// <summary>Given names of one sex; all of them where a locale does not tell.</summary>
    public static PickDomain FirstNames(LocaleData locale, bool isFemale) => (PickDomain)Sexed(locale, isFemale ? "female_first_name" : "male_first_name");

    /// <summary>Family names as one sex has them.</summary>
    public static PickDomain LastNames(LocaleData locale, bool isFemale) =>
        !locale.HasOwn("name", "last_name") && locale.HasOwn("name", "male_last_name") ? (PickDomain)locale.Domain("name", isFemale ? "female_last_name" : "male_last_name") : LastName(locale);

    /// <summary>Whether the family name stands first, and what stands between the two; null: nothing.</summary>
    public static (bool IsFamilyFirst, string? Glue) OrderOfNames(LocaleData locale)
    {
        List<string> templates = locale.HasOwn("name", "name") ? [.. locale.Texts("name", "name").Where(t => GivenAndFamily().IsMatch(t))] : [];
        bool isFamilyFirst = templates.Count > 0 && !templates.Exists(t => GivenFirst().IsMatch(t));
        return (isFamilyFirst, isFamilyFirst && !templates[0].Contains(' ', StringComparison.Ordinal) ? null : " ");
    }

    // Of the locale's ways to put a name together those with one given and one family name. A woman's names stand with a woman's, where a language tells them apart.
    private static TextDomain FullName(LocaleData locale)
    {
        List<string> templates = locale.HasOwn("name", "name") ? [.. locale.Texts("name", "name").Where(t => GivenAndFamily().IsMatch(t))] : [];
        if (templates.Exists(t => GivenFirst().IsMatch(t)))
            templates.RemoveAll(t => !GivenFirst().IsMatch(t));
        if (templates.Count == 0)
        {
            templates = !locale.HasOwn("name", "last_name") && locale.HasOwn("name", "male_last_name")
                ? ["#{male_first_name} #{male_last_name}", "#{female_first_name} #{female_last_name}"]
                : ["#{first_name} #{last_name}"];
        }

        // Without the sexes the names are of both already; a choice of the same names in two ways could give one twice.
        if (templates.Contains("#{first_name} #{last_name}"))
            templates = ["#{first_name} #{last_name}"];
        return locale.Choose("name", templates);
    }

    private static PickDomain Both(LocaleData locale, string path) =>
        locale.HasOwn("name", path) || !locale.HasOwn("name", "male_" + path)
            ? (PickDomain)locale.Domain("name", path)
            : new PickDomain([.. locale.Texts("name", "male_" + path), .. locale.Texts("name", "female_" + path)]);

    private static TextDomain Sexed(LocaleData locale, string path) =>
        locale.HasOwn("name", path) || !locale.HasOwn("name", "first_name") ? locale.Domain("name", path) : locale.Domain("name", "first_name");

    [GeneratedRegex(@"^#\{((fe)?male_)?(first|last)_name\} ?#\{((fe)?male_)?(first|last)_name\}$", RegexOptions.CultureInvariant)]
    private static partial Regex GivenAndFamily();

    [GeneratedRegex(@"^#\{((fe)?male_)?first_name\}", RegexOptions.CultureInvariant)]
    private static partial Regex GivenFirst();
}
