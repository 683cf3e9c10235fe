using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>All faker formats, registered once: the binder, the plan, completion and the reference page read them here.</summary>
public static class FormatCatalog
{
    private static readonly Dictionary<string, Format> ByName;

    static FormatCatalog()
    {
        All =
        [
            .. PersonFormats.All, .. AddressFormats.All, .. CompanyFormats.All, .. CommerceFormats.All, .. InternetFormats.All, .. FinanceFormats.All, .. CodeFormats.All, .. DateTextFormats.All,
            .. TextFormats.All, .. SystemFormats.All, .. VehicleFormats.All, .. MedicalFormats.All, .. BogusFormats.All,
        ];
        ByName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);
        Signatures = [.. All.Select(f => new FormatSignature(f.Name, f.Summary, f.MaxArguments))];
    }

    /// <summary>The formats in the order of the reference page.</summary>
    public static IReadOnlyList<Format> All { get; }

    /// <summary>What the binder needs of each.</summary>
    public static IReadOnlyCollection<FormatSignature> Signatures { get; }

    /// <summary>The locales that formats know.</summary>
    public static IReadOnlyList<string> Locales => LocaleData.All;

    /// <summary>A text of a format, always the same.</summary>
    /// <param name="name">The format's name.</param>
    /// <param name="locale">One of <see cref="Locales"/>.</param>
    /// <exception cref="ArgumentException">There is no such format or locale.</exception>
    public static string Example(string name, string locale)
    {
        TextDomain domain = Create(name, LocaleData.Get(locale), []);
        var draws = new RandomDraws(StreamKey.Of(0, "", "", name, "example"), 0);
        var text = new byte[domain.MaxBytes];
        return Encoding.UTF8.GetString(text, 0, domain.Draw(ref draws, text));
    }

    /// <summary>The texts of a format.</summary>
    /// <exception cref="ArgumentException">There is no such format, or an argument is wrong.</exception>
    internal static TextDomain Create(string name, LocaleData locale, IReadOnlyList<Literal> arguments) =>
        ByName.TryGetValue(name, out Format? format) ? format.Create(locale, arguments) : throw new ArgumentException($"There is no format {name}.");
}
