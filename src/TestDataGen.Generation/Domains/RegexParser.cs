using System.Text;

namespace TestDataGen.Generation;

/// <summary>
/// Reads the part of .NET's regular expressions that says how a text is made: characters, escapes, classes, groups, alternatives, repetitions. What asks about a text's
/// surroundings, such as looking ahead, is an error that names it.
/// </summary>
internal sealed class RegexParser
{
    /// <summary>How many more times than it must a repetition without an upper end is done at the most.</summary>
    public const int OpenRepetitions = 8;

    private const int MaxDepth = 100;
    private readonly string _pattern;
    private int _at;
    private int _depth;

    private RegexParser(string pattern) => _pattern = pattern;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ArgumentException">It is malformed, or asks for what can't be made.</exception>
    public static RegexNode Parse(string pattern)
    {
        var parser = new RegexParser(pattern);
        RegexNode node = parser.Alternatives();
        return parser._at == pattern.Length ? node : throw parser.Error("a ) without its (");
    }

    private char Peek => _at < _pattern.Length ? _pattern[_at] : '\0';

    private bool IsAtEnd => _at >= _pattern.Length;

    private RegexNode Alternatives()
    {
        if (++_depth > MaxDepth)
            throw Error($"groups nested deeper than {MaxDepth}");
        var alternatives = new List<RegexNode> { Sequence() };
        while (!IsAtEnd && Peek == '|')
        {
            _at++;
            alternatives.Add(Sequence());
        }

        _depth--;
        return alternatives.Count == 1 ? alternatives[0] : new RegexNode.Choice(alternatives);
    }

    private RegexNode Sequence()
    {
        var parts = new List<RegexNode>();
        while (!IsAtEnd && Peek is not ('|' or ')'))
        {
            RegexNode? atom = Atom();
            if (atom is not null)
                parts.Add(Repetition(atom));
        }

        return parts.Count == 1 ? parts[0] : new RegexNode.Sequence(parts);
    }

    private RegexNode? Atom()
    {
        char c = _pattern[_at];
        switch (c)
        {
            case '^' when _at == 0:
            case '$' when _at == _pattern.Length - 1:
                _at++;
                return null;
            case '^' or '$':
                throw Error($"{c} inside the expression");
            case '(':
                return Group();
            case '[':
                return ClassInBrackets();
            case '.':
                _at++;
                return new RegexNode.Class([.. Printable()]);
            case '\\':
                return new RegexNode.Class(Escape());
            case '*' or '+' or '?':
                throw Error($"{c} with nothing before it to repeat");
            default:
                Rune rune = Rune.GetRuneAt(_pattern, _at);
                _at += rune.Utf16SequenceLength;
                return rune.IsAscii ? new RegexNode.Class([(byte)rune.Value]) : new RegexNode.Literal(rune);
        }
    }

    private RegexNode Group()
    {
        _at++;
        if (Peek == '?')
        {
            if (_pattern.AsSpan(_at).StartsWith("?:"))
            {
                _at += 2;
            }
            else if (_at + 2 < _pattern.Length && _pattern[_at + 1] == '<' && char.IsAsciiLetter(_pattern[_at + 2]))
            {
                int close = _pattern.IndexOf('>', _at);
                _at = close < 0 ? throw Error("a group's name without >") : close + 1;
            }
            else
            {
                throw Error(Construct());
            }
        }

        RegexNode inner = Alternatives();
        if (Peek != ')')
            throw Error("a ( without its )");
        _at++;
        return inner;
    }

    private string Construct()
    {
        ReadOnlySpan<char> rest = _pattern.AsSpan(_at);
        return rest.StartsWith("?=") ? "a lookahead (?=…)"
            : rest.StartsWith("?!") ? "a negative lookahead (?!…)"
            : rest.StartsWith("?<=") ? "a lookbehind (?<=…)"
            : rest.StartsWith("?<!") ? "a negative lookbehind (?<!…)"
            : rest.StartsWith("?>") ? "an atomic group (?>…)"
            : rest.StartsWith("?(") ? "a condition (?(…)…)"
            : rest.StartsWith("?#") ? "a comment (?#…)"
            : "options (?…)";
    }

    private RegexNode Repetition(RegexNode atom)
    {
        (int min, int max)? times = Peek switch
        {
            '?' => Sign(0, 1),
            '*' => Sign(0, OpenRepetitions),
            '+' => Sign(1, 1 + OpenRepetitions),
            '{' => Braces(),
            _ => null,
        };
        if (times is null)
            return atom;
        // A lazy sign chooses between matches, and says nothing about the texts.
        if (Peek is '?')
            _at++;
        if (Peek is '*' or '+' or '?' or '{')
            throw Error("a repetition of a repetition");
        // What has no characters is the same however often it is repeated; doing it ten thousand times over would only take time.
        return atom.MaxBytes == 0 ? atom : new RegexNode.Repeat(atom, times.Value.min, times.Value.max);
    }

    private (int, int)? Sign(int min, int max)
    {
        _at++;
        return (min, max);
    }

    private (int, int)? Braces()
    {
        int close = _pattern.IndexOf('}', _at);
        string[] ends = close < 0 ? [] : _pattern[(_at + 1)..close].Split(',');
        if (ends.Length is 0 or > 2 || !int.TryParse(ends[0], System.Globalization.NumberStyles.None, null, out int min))
            throw Error("{ that is no repetition; write \\{ for the character");
        int max = min;
        if (ends.Length == 2 && ends[1].Length == 0)
            max = min + OpenRepetitions;
        else if (ends.Length == 2 && !int.TryParse(ends[1], System.Globalization.NumberStyles.None, null, out max))
            throw Error("{ that is no repetition; write \\{ for the character");
        if (max < min)
            throw Error("a repetition whose least number is over its greatest");
        if (max > 10_000)
            throw Error("a repetition of more than 10,000 times");
        _at = close + 1;
        return (min, max);
    }

    private RegexNode.Class ClassInBrackets()
    {
        _at++;
        bool isNegated = Peek == '^';
        if (isNegated)
            _at++;
        var characters = new SortedSet<byte>();
        bool isFirst = true;
        while (true)
        {
            if (IsAtEnd)
                throw Error("a [ without its ]");
            if (Peek == ']' && !isFirst)
                break;
            isFirst = false;
            if (_pattern.AsSpan(_at).StartsWith("-["))
                throw Error("a class taken out of a class, [a-z-[aeiou]]");
            byte[] low = Peek == '\\' ? Escape() : [Ascii()];
            if (Peek == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']' && low.Length == 1)
            {
                _at++;
                byte[] high = Peek == '\\' ? Escape() : [Ascii()];
                if (high.Length != 1 || high[0] < low[0])
                    throw Error("a range in [ ] that is out of order");
                for (int c = low[0]; c <= high[0]; c++)
                    characters.Add((byte)c);
            }
            else
            {
                characters.UnionWith(low);
            }
        }

        _at++;
        byte[] chosen = isNegated ? [.. Printable().Except(characters)] : [.. characters];
        return chosen.Length > 0 ? new RegexNode.Class(chosen) : throw Error("a class in [ ] with no character left");
    }

    private byte Ascii()
    {
        char c = _pattern[_at];
        if (c >= 128)
            throw Error($"{c} in [ ]; only ASCII characters can stand there, write (ä|ö) for others");
        _at++;
        return (byte)c;
    }

    private byte[] Escape()
    {
        if (_at + 1 >= _pattern.Length)
            throw Error("a \\ at the end");
        char c = _pattern[_at + 1];
        _at += 2;
        return c switch
        {
            'd' => [.. "0123456789"u8],
            'w' => [.. Word()],
            's' => [(byte)' '],
            'D' => [.. Printable().Except("0123456789"u8.ToArray())],
            'W' => [.. Printable().Except(Word())],
            'S' => [.. Printable().Where(b => b != ' ')],
            't' => [(byte)'\t'],
            'n' => [(byte)'\n'],
            'r' => [(byte)'\r'],
            'x' => [Hex(2)],
            'u' => [Hex(4)],
            >= '1' and <= '9' => throw Error($"a back reference \\{c}"),
            'k' => throw Error("a back reference \\k<…>"),
            'b' or 'B' => throw Error($"a word boundary \\{c}"),
            'A' or 'Z' or 'z' or 'G' => throw Error($"an anchor \\{c}"),
            'p' or 'P' => throw Error($"a Unicode category \\{c}{{…}}"),
            _ when char.IsAsciiLetterOrDigit(c) => throw Error($"an escape \\{c}"),
            < (char)128 => [(byte)c],
            _ => throw Error($"an escape \\{c}"),
        };
    }

    private byte Hex(int digits)
    {
        if (_at + digits > _pattern.Length || !int.TryParse(_pattern.AsSpan(_at, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out int code) || code >= 128)
            throw Error($"an escape of a character outside ASCII or without its {digits} digits");
        _at += digits;
        return (byte)code;
    }

    private static IEnumerable<byte> Printable() => Enumerable.Range(' ', 95).Select(c => (byte)c);

    private static IEnumerable<byte> Word() => Printable().Where(c => char.IsAsciiLetterOrDigit((char)c) || c == '_');

    private ArgumentException Error(string what) => new($"the regular expression /{_pattern}/ has {what} at character {Math.Min(_at, _pattern.Length) + 1}, from which no text can be made");
}
