using System.Collections.Concurrent;
using Bogus;
using Bogus.Bson;

namespace TestDataGen.Generation;

/// <summary>
/// The texts of one locale, from Bogus's data sets; what a locale lacks comes from its language's (<c>de_CH</c>: <c>de</c>), then from English. Only Bogus's data is used here:
/// its own draws take a lock that all threads share.
/// </summary>
internal sealed class LocaleData
{
    private const string English = "en";
    private static readonly ConcurrentDictionary<string, LocaleData> Cache = new(StringComparer.Ordinal);

    // The first reading of a locale is not safe for threads in Bogus.
    private static readonly object Reading = new();
    private readonly ConcurrentDictionary<(string Category, string Path), TextDomain> _domains = new();
    private readonly string[] _sources;

    private LocaleData(string name)
    {
        Name = name;
        string language = name.Split('_')[0];
        _sources = [.. new[] { name, language, English }.Where(All.Contains).Distinct()];
    }

    /// <summary>All locales.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Database.GetAllLocales().Order(StringComparer.Ordinal)];

    /// <summary>The name in Bogus: <c>en</c>, <c>de_AT</c>, …</summary>
    public string Name { get; }

    /// <summary>The data of a locale.</summary>
    /// <param name="name">See <see cref="LocaleNames.Find"/>.</param>
    /// <exception cref="ArgumentException">There is no such locale.</exception>
    public static LocaleData Get(string name)
    {
        string found = LocaleNames.Find(name, All) ?? throw new ArgumentException($"There is no locale {name}.");
        return Cache.GetOrAdd(found, n => new LocaleData(n));
    }

    /// <summary>The domain of one of Bogus's lists: texts as they are, or templates in which <c>#{Name.first_name}</c> stands for another list.</summary>
    /// <param name="category">Such as <c>address</c>.</param>
    /// <param name="path">Such as <c>city</c>.</param>
    public TextDomain Domain(string category, string path) => _domains.GetOrAdd((category, path), key => Build(key.Category, key.Path));

    /// <summary>The texts of a list, none of them empty; as often as they are in the list.</summary>
    public IReadOnlyList<string> Texts(string category, string path) =>
        Find(category, path) ?? throw new InvalidOperationException($"Bogus has no list {category}.{path}.");

    /// <summary>A property of each object of a list.</summary>
    public IReadOnlyList<string> Texts(string category, string path, string property)
    {
        foreach (string source in _sources)
        {
            if (Read(source, category, path) is BArray { Count: > 0 } array)
                return [.. Items(array).Select(v => v[property]).Where(v => v is not null).Select(v => v.StringValue).Where(t => !string.IsNullOrEmpty(t))];
        }

        throw new InvalidOperationException($"Bogus has no list {category}.{path}.");
    }

    /// <summary>Whether the locale itself, or its language, and not only English, has a list.</summary>
    public bool HasOwn(string category, string path) =>
        _sources.Any(s => (s != English || Name == English) && Find(s, category, path) is not null);

    /// <summary>A domain of templates such as <c>#{first_name} #{last_name}</c>, each as often as it is in the list.</summary>
    /// <param name="category">Where a name without a category is looked for.</param>
    /// <param name="templates">The templates.</param>
    public TextDomain Choose(string category, IReadOnlyList<string> templates)
    {
        (TextDomain, int)[] choices = [.. templates.GroupBy(t => t, StringComparer.Ordinal).Select(g => (Template(category, g.Key), g.Count()))];
        return choices.Length == 1 ? choices[0].Item1 : new ChoiceDomain(choices);
    }

    private IReadOnlyList<string>? Find(string category, string path) => _sources.Select(s => Find(s, category, path)).FirstOrDefault(t => t is not null);

    private static IReadOnlyList<string>? Find(string source, string category, string path)
    {
        if (LocaleCorrections.Find(source, category, path) is { } corrected)
            return corrected;
        BValue? value = Read(source, category, path);
        string[] texts = value switch
        {
            BArray array => [.. Items(array).Select(v => v.StringValue).Where(t => !string.IsNullOrWhiteSpace(t))],
            null or BObject => [],
            _ => [value.StringValue],
        };
        return texts.Length > 0 ? texts : null;
    }

    private static BValue? Read(string source, string category, string path)
    {
        lock (Reading)
            return Database.HasKey(category, path, source, null) ? Database.Get(category, path, source) : null;
    }

    private static IEnumerable<BValue> Items(BArray array)
    {
        for (int i = 0; i < array.Count; i++)
            yield return array[i];
    }

    private TextDomain Build(string category, string path)
    {
        IReadOnlyList<string> texts = Texts(category, path);
        if (texts.Any(t => IsTemplate(category, t)))
            return Choose(category, texts);
        // Only parts of addresses have spaces at their ends on purpose: "Den " goes before another part.
        return new PickDomain(category == "address" ? texts : texts.Select(t => t.Trim()));
    }

    // In these categories Bogus puts digits for #, in the others it is a character.
    private static bool HasDigits(string category, string text) =>
        category is "address" or "phone_number" && (text.Contains('#', StringComparison.Ordinal) || (text.Contains('!', StringComparison.Ordinal) && !text.Any(char.IsAsciiLetter)));

    private static bool IsTemplate(string category, string text) => text.Contains("#{", StringComparison.Ordinal) || HasDigits(category, text);

    private TextDomain Template(string category, string text)
    {
        var parts = new List<TextDomain>();
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf("#{", at, StringComparison.Ordinal);
            if (open < 0)
                open = text.Length;
            if (open > at)
                parts.Add(Literal(category, text[at..open]));
            if (open == text.Length)
                break;
            int close = text.IndexOf('}', open);
            parts.Add(Token(category, text[(open + 2)..close]));
            at = close + 1;
        }

        if (parts.Count > 1)
            return new TemplateDomain(parts);
        return parts[0] is PickDomain alone ? new PickDomain(alone.Texts.Select(t => t.Trim())) : parts[0];
    }

    private static TextDomain Literal(string category, string text) => HasDigits(category, text) ? PatternDomain.OfLocale(text) : new PickDomain([text]);

    // A list of the same category, or category and list with a point between.
    private TextDomain Token(string category, string token)
    {
        string[] names = token.Split('.');
        string from = names.Length == 1 ? category : names[0].ToLowerInvariant();
        string path = names[^1];
        return (from, path) switch
        {
            ("name", "first_name") => PersonFormats.FirstName(this),
            ("name", "last_name") => PersonFormats.LastName(this),
            ("name", "man_last_name") => Domain("name", "male_last_name"),
            ("name", "woman_last_name") => Domain("name", "female_last_name"),
            _ => Domain(from, path),
        };
    }
}
