using System.Globalization;
using System.Text;

namespace TestDataGen.Generation;

/// <summary>
/// Finds the pattern that a column's name follows. It depends on the names of the column and its table and on nothing else, so that a column stays what it is when
/// its neighbours change.
/// </summary>
internal static class ColumnNames
{
    // Words between the words that count.
    private static readonly HashSet<string> Fillers =
        ["of", "the", "at", "on", "de", "du", "des", "del", "la", "le", "les", "los", "las", "el", "en", "d", "l", "der", "die", "das", "dem", "am", "et", "a"];

    // Words that say where a value is kept or which of several it is, but not what it is.
    private static readonly HashSet<string> Asides =
    [
        "str", "txt", "chr", "char", "vc", "nvc", "s", "c", "n", "i", "b", "f", "p", "v", "t", "dt", "bool", "bln", "bit", "int", "dec", "dbl", "col", "fld", "field", "tbl", "tab", "table", "dim", "fact", "stg", "src", "tmp",
        "old", "new", "raw", "clean", "orig", "original", "val", "value", "current", "previous", "prev", "primary", "secondary", "main", "default", "home", "work", "private", "billing", "bill", "shipping", "ship", "delivery", "mailing", "postal",
        "legal", "full", "preferred", "alternate", "alternative", "alt", "other", "emergency", "my", "your", "our", "is", "has", "to", "from", "first", "second",
        "alt", "neu", "haupt", "privat", "liefer", "rechnungs", "ancien", "nouveau", "principal", "facturation", "livraison", "facturacion", "envio", "nuevo", "antiguo",
        "de", "fr", "es", "it", "eur", "usd", "gbp", "chf", "kg", "g", "cm", "mm", "m", "km", "ms", "net", "gross", "netto", "brutto", "ht", "ttc",
    ];

    // What follows the name of a column in French and Spanish, besides the subjects of these languages.
    private static readonly HashSet<string> Followers =
    [
        "unitaire", "unitario", "unitaria", "livraison", "facturation", "principal", "principale", "secondaire", "secundario", "envio", "facturacion", "entrega", "professionnel", "personnel", "personal", "trabajo", "casa", "fixe", "fijo", "ttc", "ht", "net",
        "neto", "bruto", "brut", "actual", "actuel",
    ];

    private static readonly Dictionary<string, string> Subjects = ReadSubjects(s => [s.English, s.German, s.French, s.Spanish]);
    private static readonly Dictionary<string, string> RomanceSubjects = ReadSubjects(s => [s.French, s.Spanish]);

    // By their names without blanks and accents.
    private static readonly Dictionary<string, List<ColumnPattern>> Names = [];
    private static readonly HashSet<string> RomanceNames = [];
    private static readonly List<string> Ends;

    static ColumnNames()
    {
        var ends = new HashSet<string>();
        foreach (ColumnPattern pattern in ColumnPatterns.All)
        {
            foreach (string name in new[] { pattern.English, pattern.German, pattern.French, pattern.Spanish }.SelectMany(ColumnPattern.Split))
            {
                foreach (string key in Keys(name))
                {
                    if (!Names.TryGetValue(key, out List<ColumnPattern>? patterns))
                        Names.Add(key, patterns = []);
                    if (!patterns.Contains(pattern))
                        patterns.Add(pattern);
                    if (name[0] == '-')
                        ends.Add(key);
                }
            }
        }

        RomanceNames.UnionWith(ColumnPatterns.All.SelectMany(p => ColumnPattern.Split(p.French).Concat(ColumnPattern.Split(p.Spanish))).SelectMany(Keys));
        RomanceNames.ExceptWith(ColumnPatterns.All.SelectMany(p => ColumnPattern.Split(p.English).Concat(ColumnPattern.Split(p.German))).SelectMany(Keys));
        Ends = [.. ends.OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];
    }

    /// <summary>The pattern of a column; null where its name says nothing.</summary>
    /// <param name="table">The table's name, which tells of whom or what the column is.</param>
    /// <param name="column">The column's name, in any case and style.</param>
    public static ColumnPattern? Find(string table, string column)
    {
        string[] words = Words(column);
        string[] tableWords = Words(table);
        (ColumnPattern Pattern, int First)? best = null;
        // Without what stands behind for no meaning of its own: price_eur, email_old. But address_2 is more than an address.
        for (int length = words.Length; length > 0; length--)
        {
            if (ByEnding(words[..length], tableWords) is { } found && (best is null || found.First < best.Value.First))
                best = found;
            if (!IsAside(words[length - 1]))
                break;
        }

        return best?.Pattern ?? (words.Length == 0 ? null : ByEndOfWord(words, tableWords) ?? ByBeginning(words, tableWords));
    }

    /// <summary>The words of a name in lower case, without accents and words that only join others: of snake_case, kebab-case, camelCase, PascalCase.</summary>
    public static string[] Words(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool isNewWord = i > 0
                && ((char.IsUpper(c) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && char.IsUpper(name[i - 1]))))
                    || (char.IsLetterOrDigit(name[i - 1]) && char.IsDigit(c) != char.IsDigit(name[i - 1])));
            if (isNewWord || !char.IsLetterOrDigit(c))
                text.Append(' ');
            if (char.IsLetterOrDigit(c))
                text.Append(c);
        }

        string[] words = Plain(text.ToString(), "a", "o", "u").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] counting = [.. words.Where(w => !Fillers.Contains(w))];
        return counting.Length > 0 ? counting : words;
    }

    // customer_email; also email_cliente, as French and Spanish put it.
    private static (ColumnPattern Pattern, int First)? ByEnding(string[] words, string[] table)
    {
        for (int first = 0; first < words.Length; first++)
        {
            if (Choose(string.Concat(words[first..]), words[..first].Reverse(), table) is { } found)
                return (found, first);
            for (int end = words.Length - 1; end > first && IsFollower(words[end]); end--)
            {
                if (Choose(string.Concat(words[first..end]), words[end..], table) is { } followed)
                    return (followed, first);
            }
        }

        return null;
    }

    // gesamtbetrag
    private static ColumnPattern? ByEndOfWord(string[] words, string[] table)
    {
        foreach (string end in Ends)
        {
            string last = words[^1];
            if (last.Length >= end.Length + 2 && last.EndsWith(end, StringComparison.Ordinal) && Choose(end, words[..^1].Append(last[..^end.Length]).Reverse(), table) is { } found)
                return found;
        }

        return null;
    }

    // prix_special
    private static ColumnPattern? ByBeginning(string[] words, string[] table)
    {
        for (int end = words.Length - 1; end > 0; end--)
        {
            string key = string.Concat(words[..end]);
            if (RomanceNames.Contains(key) && Choose(key, words[end..], table) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The pattern of a name for its subject: of the words beside the name the first that says something, or else the table's last.</summary>
    private static ColumnPattern? Choose(string key, IEnumerable<string> beside, string[] table)
    {
        if (!Names.TryGetValue(key, out List<ColumnPattern>? patterns))
            return null;
        string? telling = beside.FirstOrDefault(w => !IsAside(w)) ?? table.LastOrDefault(w => !IsAside(w));
        string subject = telling is null ? "" : SubjectOf(telling, Subjects) ?? "";
        return patterns.Find(p => subject.Length > 0 && ColumnPattern.Split(p.Of).Contains(subject)) ?? patterns.Find(p => p.Of.Length == 0);
    }

    private static bool IsAside(string word) => Asides.Contains(word) || Fillers.Contains(word) || word.All(char.IsAsciiDigit);

    private static bool IsFollower(string word) => Followers.Contains(word) || SubjectOf(word, RomanceSubjects) is not null;

    // In the singular, whatever the language: customers, companies, boxes, produkte, kunden, artikels.
    private static string? SubjectOf(string word, Dictionary<string, string> subjects)
    {
        if (subjects.TryGetValue(word, out string? subject))
            return subject;
        foreach ((string ending, string singular) in new[] { ("ies", "y"), ("es", ""), ("s", ""), ("en", ""), ("n", ""), ("e", ""), ("er", "") })
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && subjects.TryGetValue(word[..^ending.Length] + singular, out subject))
                return subject;
        }

        return null;
    }

    private static Dictionary<string, string> ReadSubjects(Func<ColumnSubject, string[]> languages)
    {
        var subjects = new Dictionary<string, string>();
        foreach (ColumnSubject subject in ColumnSubject.All)
        {
            foreach (string key in languages(subject).SelectMany(ColumnPattern.Split).SelectMany(Keys))
                subjects.TryAdd(key, subject.Name);
        }

        return subjects;
    }

    // With ä both as a and as ae: German names are written in either way.
    private static IEnumerable<string> Keys(string name) => new[] { string.Concat(Words(name)), string.Concat(Words(Plain(name, "ae", "oe", "ue"))) }.Distinct();

    private static string Plain(string text, string a, string o, string u)
    {
        var plain = new StringBuilder();
        foreach (char c in text.ToLowerInvariant().Replace("ä", a, StringComparison.Ordinal).Replace("ö", o, StringComparison.Ordinal).Replace("ü", u, StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal).Replace("œ", "oe", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }

        return plain.ToString();
    }
}
