namespace TestDataGen.Generation;

/// <summary>Which of the locales a name means.</summary>
internal static class LocaleNames
{
    // Where Bogus names a locale by a country's code instead of the language's (ISO 639-1), or a language has no locale without a country.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cs"] = "cz", ["ka"] = "ge", ["no"] = "nb_NO", ["nn"] = "nb_NO", ["zh"] = "zh_CN", ["zh_Hans"] = "zh_CN", ["zh_Hant"] = "zh_TW", ["zh_HK"] = "zh_TW", ["zh_MO"] = "zh_TW",
        ["pt"] = "pt_PT", ["en_IN"] = "en_IND", ["en_UK"] = "en_GB", ["in"] = "id_ID", ["gr"] = "el", ["ua"] = "uk",
    };

    /// <summary>A locale's own name; null where the language is unknown.</summary>
    /// <param name="name">Such as <c>de</c>, <c>de_AT</c>, <c>de-DE</c>, <c>en_US</c>: without regard to case, with - or _; of a country without a locale of its own, the language's is taken.</param>
    /// <param name="all">The locales there are.</param>
    public static string? Find(string name, IReadOnlyList<string> all)
    {
        string wanted = name.Trim().Replace('-', '_');
        int dot = wanted.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
            wanted = wanted[..dot]; // de_DE.UTF-8
        string[] parts = wanted.Split('_');
        for (int length = parts.Length; length > 0; length--)
        {
            string shorter = string.Join('_', parts[..length]);
            if (all.FirstOrDefault(n => string.Equals(n, shorter, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
            if (Aliases.TryGetValue(shorter, out string? alias))
                return alias;
        }

        return parts[0].Length < 2 ? null : all.FirstOrDefault(n => n.StartsWith(parts[0] + "_", StringComparison.OrdinalIgnoreCase));
    }
}
