using System.Text.RegularExpressions;

namespace TestDataGen.Fuzz;

/// <summary>Makes texts that nobody would write of texts that somebody has written. The n-th text of a seed is always the same.</summary>
internal sealed partial class Mutator(IReadOnlyList<string> seeds, ulong seed)
{
    private const int MaxLength = 12_000;

    // Most texts are made of right ones, so that some of them are right, too, and are run.
    private readonly IReadOnlyList<string> _right = [.. seeds.Where(Reading.IsWhole)];

    private static readonly string[] Words =
    [
        "schema", "table", "enum", "type", "mixin", "dataset", "import", "generate", "with", "as", "per", "where", "rows", "check", "row", "of", "every", "from", "to", "and", "or", "not", "is", "null", "if",
        "{", "}", "(", ")", "[", "]", ",", ":", ".", "..", "->", "=", "==", "!=", "<", ">", "+", "-", "*", "/", "%", "|", "\"", "`", "'", "/*", "*/", "//", "\\", ";", "\0", "\uD83D", "\uFEFF", "é", "😀", "\r", "\n", "\t",
        "0", "1", "-1", "0.5", "1e5", "1e308", "1e-308", "5%", "100%", "9223372036854775807", "9223372036854775808", "79228162514264337593543950335", "0001-01-01", "9999-12-31", "23:59:59.9999999", "1w", "10675199d", "0s",
        "unique", "primary_key", "nullable", "nullable(100%)", "min(0)", "max(0)", "clamp", "length(0, 0)", "between(0, 0)", "sequence(9223372036854775807, 1)", "previous(a)", "child_index", "row_number", "moment", "now",
        "normal(0, 1)", "zipf(1.1, 10)", "uniform(0, 1)", "histogram(0..9: 1)", "mixture(normal(0, 1): 1)", "regex(/(a|b)*c{0,3}/)", "pattern(\"##\")", "references(t.id)", "weight(1)", "share(p.n)", "lookup(countries.name)",
        "integer", "smallint", "bigint", "decimal(28, 28)", "decimal(1, 0)", "float", "double", "boolean", "string(1)", "text", "date", "time", "datetime", "timestamp", "uuid", "json", "binary(1)", "person", "address",
        "count(t)", "sum(t.n)", "coalesce(null, 1)", "1..5", "poisson(3)", "{0: 1, 1..2: 3}", "scale 2", "seed -1", "locale \"de\"", "version 1", "a", "id", "t", "S",
    ];

    public string Make(ulong input)
    {
        var draws = new Draws(seed, input);
        string text = draws.Of(draws.Below(4) == 0 ? seeds : _right);
        do
            text = Mutate(text, draws);
        while (draws.Below(3) == 0);
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    private string Mutate(string text, Draws draws) => draws.Below(16) switch
    {
        0 => Characters(text, draws),
        1 => Splice(text, draws.Of(seeds), draws, Lines()),
        2 => Splice(text, draws.Of(seeds), draws, Tokens()),
        3 or 4 => Pieces(text, draws, Lines()),
        5 => Cut(text, draws),
        6 => Borrow(text, draws, Lines()),
        7 => Borrow(text, draws, Tokens()),
        8 => Insert(text, draws.Of(Words), draws),
        9 => Rename(text, draws),
        10 or 11 or 12 => Renumber(text, draws),
        _ => Pieces(text, draws, Tokens()),
    };

    private static string Characters(string text, Draws draws)
    {
        if (text.Length == 0)
            return "\0";
        int at = draws.Below(text.Length);
        return draws.Below(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[draws.Below(text.Length)].ToString()),
            2 => text.Remove(at, 1).Insert(at, ((char)(text[at] ^ (1 << draws.Below(8)))).ToString()),
            _ => text.Remove(at, 1).Insert(at, ((char)draws.Below(0x10000)).ToString()),
        };
    }

    // The beginning of one and the end of another.
    private static string Splice(string first, string second, Draws draws, Regex pieces)
    {
        int end = StartOfPiece(first, draws, pieces);
        return first[..end] + second[StartOfPiece(second, draws, pieces)..];
    }

    private static int StartOfPiece(string text, Draws draws, Regex pieces) =>
        pieces.Matches(text) is { Count: > 0 } found ? found[draws.Below(found.Count)].Index : 0;

    // Leaves out, doubles, exchanges or moves a piece, or puts a word in its place.
    private static string Pieces(string text, Draws draws, Regex pieces)
    {
        List<string> parts = [.. pieces.Matches(text).Select(m => m.Value)];
        if (parts.Count < 2)
            return text;
        int at = draws.Below(parts.Count);
        int other = draws.Below(parts.Count);
        switch (draws.Below(5))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Insert(other, parts[at]);
                break;
            case 2:
                (parts[at], parts[other]) = (parts[other], parts[at]);
                break;
            case 3:
                parts[at] = draws.Of(Words);
                break;
            default:
                parts[at] = parts[other];
                break;
        }

        return string.Concat(parts);
    }

    private static string Cut(string text, Draws draws)
    {
        int from = draws.Below(text.Length + 1);
        int length = Math.Min(text.Length - from, draws.Below(200));
        return draws.Below(8) == 0 ? text[..from] : text.Remove(from, length);
    }

    private string Borrow(string text, Draws draws, Regex pieces)
    {
        MatchCollection others = pieces.Matches(draws.Of(seeds));
        return others.Count == 0 ? text : text.Insert(StartOfPiece(text, draws, pieces), others[draws.Below(others.Count)].Value);
    }

    private static string Insert(string text, string word, Draws draws)
    {
        int at = StartOfPiece(text, draws, Tokens());
        string shown = draws.Below(2) == 0 ? $" {word} " : word;
        int times = draws.Below(20) == 0 ? 1 + draws.Below(200) : 1;
        return text.Insert(at, string.Concat(Enumerable.Repeat(shown, times)));
    }

    private static string Renumber(string text, Draws draws)
    {
        MatchCollection numbers = Numbers().Matches(text);
        if (numbers.Count == 0)
            return text;
        Match number = numbers[draws.Below(numbers.Count)];
        string other = draws.Below(3) == 0 ? draws.Of(Words.Where(w => char.IsAsciiDigit(w[^1])).ToArray()) : draws.Below(1 << draws.Below(31)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return text[..number.Index] + other + text[(number.Index + number.Length)..];
    }

    // One name becomes another wherever it stands: what refers to it goes on to do so, or comes to mean something else.
    private static string Rename(string text, Draws draws)
    {
        string[] names = [.. Names().Matches(text).Select(m => m.Value).Distinct()];
        if (names.Length < 2)
            return text;
        string from = draws.Of(names);
        string to = draws.Of(names);
        return Names().Replace(text, m => m.Value == from ? to : m.Value);
    }

    [GeneratedRegex("[^\n]*\n|[^\n]+$")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\s+|[\p{L}_][\p{L}\d_]*|\d[\d_]*|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"[\p{L}_][\p{L}\d_]*")]
    private static partial Regex Names();

    [GeneratedRegex(@"\d[\d_]*(\.\d+)?")]
    private static partial Regex Numbers();
}
