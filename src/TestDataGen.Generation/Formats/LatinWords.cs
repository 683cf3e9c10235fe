using System.Collections.Concurrent;
using Bogus;

namespace TestDataGen.Generation;

/// <summary>Texts in lower-case letters from a to z, as e-mail addresses and web addresses want them.</summary>
internal static class LatinWords
{
    // With fewer, a locale's texts are of a script that is not written in Latin letters by rule (Chinese, Japanese, Korean).
    private const int Fewest = 10;

    private static readonly ConcurrentDictionary<(string Locale, string Path), PickDomain> Cache = new();

    /// <summary>Given names.</summary>
    public static PickDomain FirstNames(LocaleData locale) => Get(locale, "name.first_name", PersonFormats.FirstName);

    /// <summary>Family names.</summary>
    public static PickDomain LastNames(LocaleData locale) => Get(locale, "name.last_name", PersonFormats.LastName);

    /// <summary>Words.</summary>
    public static PickDomain Words(LocaleData locale) => Get(locale, "lorem.words", l => (PickDomain)l.Domain("lorem", "words"));

    /// <summary>Each text as it is spelled in Latin letters; where its script is not written so by rule, one of the locale's words that are.</summary>
    public static IEnumerable<string> Spelled(IReadOnlyList<string> texts, PickDomain others, LocaleData locale)
    {
        string language = locale.Name.Split('_')[0];
        return texts.Select((text, i) => Spelled(text, language) is { Length: > 1 } latin ? latin : others.Texts[i % others.Texts.Count]);
    }

    private static PickDomain Get(LocaleData locale, string path, Func<LocaleData, PickDomain> texts) =>
        Cache.GetOrAdd((locale.Name, path), _ =>
        {
            string language = locale.Name.Split('_')[0];
            List<string> latin = [.. texts(locale).Texts.Select(t => Spelled(t, language)).Where(t => t.Length > 1).Distinct()];
            return latin.Count >= Fewest ? new PickDomain(latin) : Get(LocaleData.Get("en"), path, texts);
        });

    private static string Spelled(string text, string language) =>
        string.Concat(Transliterater.Translate(text, language).ToLowerInvariant().Where(char.IsAsciiLetter));
}
