using System.Text.RegularExpressions;
using CsCheck;

namespace TestDataGen.Generation.Tests;

public class RegexDomainTests
{
    [Theory]
    [InlineData("[A-Z]{3}-[0-9]{6}", "17576000000")]
    [InlineData(@"\d\d", "100")]
    [InlineData("(a|ab)(c|bc)", "3")]
    [InlineData("a?a?a?", "4")]
    [InlineData("(a*)*", "65")]
    [InlineData("^abc$", "1")]
    [InlineData("[^\\d]", "85")]
    [InlineData("(?:yes|no)", "2")]
    [InlineData("(?<word>yes|no)", "2")]
    [InlineData("x{2,4}", "3")]
    [InlineData("x{2,}", "9")]
    [InlineData("x+?", "9")]
    [InlineData("(ä|ö)", "2")]
    [InlineData(@"\w\W\s\S\D.", "1530244800")]
    [InlineData(@"\.\*\u0041\x42", "1")]
    [InlineData("[]a-]", "3")]
    [InlineData("", "1")]
    [InlineData("(){10000}", "1")]
    [InlineData("((){10000}){10000}", "1")]
    public void CountsEachTextOnce(string pattern, string count) => Assert.Equal(count, RegexDomain.Parse(pattern).Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("a(?=b)", "lookahead")]
    [InlineData("a(?!b)", "negative lookahead")]
    [InlineData("(?<=a)b", "lookbehind")]
    [InlineData("(?<!a)b", "negative lookbehind")]
    [InlineData("(?>a)", "atomic group")]
    [InlineData("(?i)a", "options")]
    [InlineData(@"(a)\1", "back reference")]
    [InlineData(@"\bword", "word boundary")]
    [InlineData(@"\p{L}", "Unicode category")]
    [InlineData("[a-z-[aeiou]]", "class")]
    [InlineData("a**", "repetition")]
    [InlineData("a++", "repetition")]
    [InlineData("*a", "nothing before it")]
    [InlineData("(a", "without its )")]
    [InlineData("a)", "without its (")]
    [InlineData("[a", "without its ]")]
    [InlineData("a{3,2}", "over its greatest")]
    [InlineData("a{99999}", "10,000")]
    [InlineData("a^b", "^ inside")]
    [InlineData("a\\", "at the end")]
    [InlineData("[z-a]", "out of order")]
    [InlineData("[ä]", "ASCII")]
    [InlineData("(a{10000}){10000}", "100,000 bytes")]
    public void SaysWhatItCanNotDo(string pattern, string said) =>
        Assert.Contains(said, Assert.Throws<ArgumentException>(() => RegexDomain.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void DeepNestingIsAnErrorAndNotACrash() =>
        Assert.Contains("nested", Assert.Throws<ArgumentException>(() => RegexDomain.Parse(new string('(', 10_000) + new string(')', 10_000))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("((a|b){0,150}){0,150}")]
    [InlineData("(a|b){0,200}a(a|b){60}")]
    public void AnAutomatonThatGrowsTooLargeIsAnError(string pattern) =>
        Assert.Contains("too many to be counted", Assert.Throws<ArgumentException>(() => RegexDomain.Parse(pattern).Count).Message, StringComparison.Ordinal);

    [Fact]
    public void UnrankingGivesEveryTextOnceAndNoOther() => Node(3).Where(n => n.Texts.Count <= 400).Sample(
        node =>
        {
            RegexDomain domain = RegexDomain.Parse(node.Pattern);
            Assert.Equal((UInt128)node.Texts.Count, domain.Count);
            IReadOnlyList<string> all = Texts.All(domain);
            Assert.Equal(node.Texts.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
            var regex = new Regex($"^(?:{node.Pattern})$", RegexOptions.CultureInvariant);
            Assert.All(all, t => Assert.Matches(regex, t));
            for (int row = 0; row < 5; row++)
                Assert.Contains(Texts.Drawn(domain, Texts.Key("regex"), row), node.Texts);
            Assert.InRange(all.Max(t => t.Length), 0, domain.MaxChars);
        },
        iter: 1500,
        print: n => n.Pattern);

    [Fact]
    public void EveryLengthAndChoiceIsDrawnAlike()
    {
        RegexDomain domain = RegexDomain.Parse("(?:a|[b-z]{3})");
        int short1 = Enumerable.Range(0, 20_000).Count(row => Texts.Drawn(domain, Texts.Key("alike"), row) == "a");
        Assert.InRange(short1, 10_000 - 354, 10_000 + 354);
    }

    /// <summary>An expression, and its texts found by brute force.</summary>
    private static Gen<(string Pattern, HashSet<string> Texts)> Node(int depth)
    {
        Gen<(string, HashSet<string>)> leaf = Gen.OneOf(
            Gen.Char["abcé"].Select(c => ($"{c}", new HashSet<string> { $"{c}" })),
            Gen.Const(("[ab]", new HashSet<string> { "a", "b" })),
            Gen.Const(("[b-d]", new HashSet<string> { "b", "c", "d" })));
        if (depth == 0)
            return leaf;
        Gen<(string Pattern, HashSet<string> Texts)> inner = Node(depth - 1).Where(n => n.Item2.Count <= 60);
        return Gen.OneOf(
            leaf,
            inner.Array[1, 3].Select(parts => (
                string.Concat(parts.Select(p => $"(?:{p.Pattern})")),
                parts.Aggregate(new HashSet<string> { "" }, (texts, part) => Joined(texts, part.Texts)))),
            inner.Array[2, 3].Select(parts => ($"({string.Join('|', parts.Select(p => p.Pattern))})", new HashSet<string>(parts.SelectMany(p => p.Texts)))),
            Gen.Select(inner, Gen.Int[0, 2], Gen.Int[0, 2]).Select((part, min, more) => ($"({part.Pattern}){{{min},{min + more}}}", Repeated(part.Texts, min, min + more))),
            inner.Select(part => ($"({part.Pattern})?", Repeated(part.Texts, 0, 1))));
    }

    private static HashSet<string> Joined(HashSet<string> left, HashSet<string> right) =>
        left.Count * right.Count > 20_000 ? [.. Enumerable.Range(0, 500).Select(n => $"{n}")] : [.. left.SelectMany(l => right.Select(r => l + r))];

    private static HashSet<string> Repeated(HashSet<string> part, int min, int max)
    {
        var all = new HashSet<string>();
        var texts = new HashSet<string> { "" };
        for (int times = 0; times <= max; times++)
        {
            if (times >= min)
                all.UnionWith(texts);
            texts = Joined(texts, part);
        }

        return all;
    }
}
