using System.Collections.Concurrent;
using Bogus;
using Bogus.Bson;

namespace TestDataGen.Generation;

/// <summary>
/// The texts of one locale, from Bogus's data sets; what a locale lacks comes from English, as in Bogus. Only Bogus's data is used here: its own draws take a lock that all
/// threads share.
/// </summary>
internal sealed class LocaleData
{
    private static readonly ConcurrentDictionary<string, LocaleData> Cache = new(StringComparer.Ordinal);

    // The first reading of a locale is not safe for threads in Bogus.
    private static readonly object Reading = new();
    private readonly ConcurrentDictionary<(string, string, bool), TextDomain> _domains = new();

    private LocaleData(string name) => Name = name;

    /// <summary>All locales.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Database.GetAllLocales().Order(StringComparer.Ordinal)];

    /// <summary>The name in Bogus: <c>en</c>, <c>de_AT</c>, …</summary>
    public string Name { get; }

    /// <summary>The data of a locale.</summary>
    /// <param name="name">A name of <see cref="All"/>, without regard to case and with - or _; of an unknown country, the language's alone is taken (<c>de_DE</c> is <c>de</c>).</param>
    /// <exception cref="ArgumentException">There is no such locale.</exception>
    public static LocaleData Get(string name)
    {
        string wanted = name.Replace('-', '_');
        string? found = Match(wanted) ?? Match(wanted.Split('_')[0]);
        if (found is null)
            throw new ArgumentException($"There is no locale {name}. There are: {string.Join(", ", All)}.");
        return Cache.GetOrAdd(found, n => new LocaleData(n));
    }

    /// <summary>The domain of one of Bogus's lists: texts as they are, or templates in which <c>#{Name.first_name}</c> stands for another list.</summary>
    /// <param name="category">Such as <c>address</c>.</param>
    /// <param name="path">Such as <c>city</c>.</param>
    /// <param name="hasDigits">Whether # and ! in the texts stand for digits.</param>
    public TextDomain Domain(string category, string path, bool hasDigits = false) =>
        _domains.GetOrAdd((category, path, hasDigits), key => Build(key.Item1, key.Item2, key.Item3));

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts(string category, string path) => [.. Values(category, path).Select(v => v.StringValue)];

    /// <summary>A property of each object of a list.</summary>
    public IReadOnlyList<string> Texts(string category, string path, string property) =>
        [.. Values(category, path).Select(v => v[property]).Where(v => v is not null).Select(v => v.StringValue)];

    /// <summary>Whether the locale itself, not only English, has a list.</summary>
    public bool HasOwn(string category, string path) => Database.HasKey(category, path, Name, null);

    private static string? Match(string name) => All.FirstOrDefault(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<BValue> Values(string category, string path)
    {
        BValue? value;
        lock (Reading)
            value = Database.Get(category, path, Name);
        switch (value)
        {
            case BArray array:
                for (int i = 0; i < array.Count; i++)
                    yield return array[i];
                break;
            case BObject or null:
                throw new InvalidOperationException($"Bogus has no list {category}.{path}.");
            default:
                yield return value;
                break;
        }
    }

    private TextDomain Build(string category, string path, bool hasDigits)
    {
        IReadOnlyList<string> texts = [.. Texts(category, path).Where(t => t.Length > 0)];
        if (!hasDigits && !texts.Any(t => t.Contains("#{", StringComparison.Ordinal)))
            return new PickDomain(texts);
        return Choose([.. texts.Select(t => Template(category, t, hasDigits))]);
    }

    private static TextDomain Choose(TextDomain[] choices) => choices.Length == 1 ? choices[0] : new ChoiceDomain(choices);

    private TextDomain Template(string category, string text, bool hasDigits)
    {
        var parts = new List<TextDomain>();
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf("#{", at, StringComparison.Ordinal);
            if (open < 0)
                open = text.Length;
            if (open > at)
                parts.Add(hasDigits ? PatternDomain.OfDigits(text[at..open]) : new PickDomain([text[at..open]]));
            if (open == text.Length)
                break;
            int close = text.IndexOf('}', open);
            parts.Add(Token(category, text[(open + 2)..close]));
            at = close + 1;
        }

        return parts.Count == 1 ? parts[0] : new TemplateDomain(parts);
    }

    // A list of the same category, or category and list with a point between.
    private TextDomain Token(string category, string token)
    {
        string[] names = token.Split('.');
        (string from, string path) = names.Length == 1 ? (category, names[0]) : (Categories(names[0]), names[1]);
        return Domain(from, path, path is "building_number" or "secondary_address" or "postcode" or "formats");
    }

    private static string Categories(string name) => name switch
    {
        "PhoneNumber" => "phone_number",
        _ => name.ToLowerInvariant(),
    };
}
