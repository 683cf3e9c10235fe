namespace TestDataGen.Generation;

/// <summary>
/// Texts that a regular expression matches as a whole. Drawn, every choice and length is as likely as another. Counted, the texts are those of a deterministic automaton,
/// in which each text has one way, however many ways the expression has for it.
/// </summary>
internal sealed class RegexDomain : TextDomain
{
    private readonly RegexNode _node;
    private readonly Lazy<RegexAutomaton> _automaton;

    private readonly string _pattern;

    private RegexDomain(RegexNode node, string pattern, int minChars = 0, int maxChars = int.MaxValue)
    {
        (_node, _pattern) = (node, pattern);
        _automaton = new Lazy<RegexAutomaton>(() => new RegexAutomaton(node, pattern, minChars, maxChars));
    }

    public override UInt128 Count => _automaton.Value.Count;

    public override int MaxBytes => _node.MaxBytes;

    /// <summary>Characters of its shortest text.</summary>
    public int MinChars => _node.MinChars;

    public override int MaxChars => _node.MaxChars;

    public override bool IsInjective => true;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ArgumentException">It is malformed, or asks for what can't be made.</exception>
    public static RegexDomain Parse(string pattern) => new(RegexParser.Parse(pattern), pattern);

    /// <summary>Those of its texts that have so many characters, to be counted; drawn are all of them.</summary>
    public RegexDomain Between(int minChars, int maxChars) => minChars <= MinChars && MaxChars <= maxChars ? this : new(_node, _pattern, minChars, maxChars);

    public override int Write(UInt128 index, Span<byte> into) => _automaton.Value.Write(index, into);

    public override int Draw(ref RandomDraws draws, Span<byte> into) => _node.Draw(ref draws, into);
}
