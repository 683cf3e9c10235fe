namespace TestDataGen.Generation;

/// <summary>Whose forms of accounts and numbers a locale has.</summary>
internal static class Countries
{
    private static readonly Dictionary<string, string> ByLocale = new(StringComparer.Ordinal)
    {
        ["af_ZA"] = "ZA", ["ar"] = "SA", ["az"] = "AZ", ["cz"] = "CZ", ["de"] = "DE", ["el"] = "GR", ["en"] = "US", ["en_BORK"] = "US", ["en_AU_ocker"] = "AU", ["en_IND"] = "IN", ["es"] = "ES",
        ["fa"] = "IR", ["fi"] = "FI", ["fr"] = "FR", ["ge"] = "GE", ["hr"] = "HR", ["it"] = "IT", ["ja"] = "JP", ["ko"] = "KR", ["lv"] = "LV", ["ne"] = "NP", ["nl"] = "NL", ["pl"] = "PL", ["ro"] = "RO",
        ["ru"] = "RU", ["sk"] = "SK", ["sv"] = "SE", ["tr"] = "TR", ["uk"] = "UA", ["vi"] = "VN",
    };

    /// <summary>A locale's country by ISO 3166-1: what stands behind the language, or the country in which it has most speakers or its name.</summary>
    public static string Of(LocaleData locale) => ByLocale.GetValueOrDefault(locale.Name) ?? locale.Name.Split('_')[^1];
}
