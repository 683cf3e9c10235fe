using System.Text.RegularExpressions;
using CsCheck;

namespace TestDataGen.Generation.Tests;

public class PatternDomainTests
{
    [Theory]
    [InlineData("##", 100)]
    [InlineData("?", 26)]
    [InlineData("*", 36)]
    [InlineData("A-#?", 260)]
    [InlineData("", 1)]
    [InlineData("fixed", 1)]
    [InlineData(@"\#\?\*\\", 1)]
    public void CountsTheTexts(string pattern, int count)
    {
        PatternDomain domain = PatternDomain.Parse(pattern);
        Assert.Equal((UInt128)count, domain.Count);
        Assert.Equal(count, Texts.All(domain).Distinct().Count());
    }

    [Fact]
    public void NumbersCountUpFromTheRight() =>
        Assert.Equal(["A-00", "A-01", "A-99"], [Texts.At(PatternDomain.Parse("A-##"), 0), Texts.At(PatternDomain.Parse("A-##"), 1), Texts.At(PatternDomain.Parse("A-##"), 99)]);

    [Fact]
    public void EscapesMakeCharactersOfSigns() => Assert.Equal(@"#?*\ä", Texts.At(PatternDomain.Parse(@"\#\?\*\\ä"), 0));

    [Fact]
    public void DifferentNumbersOfLongPatternsGiveDifferentTextsOfTheirShape()
    {
        const string signs = "#?*-ä";
        Gen.Select(Gen.Char[signs].Array[0, 40], Gen.ULong, Gen.ULong, Gen.ULong, Gen.ULong).Sample((characters, a, b, c, d) =>
        {
            var pattern = new string(characters);
            PatternDomain domain = PatternDomain.Parse(pattern);
            UInt128 first = new UInt128(a, b) % domain.Count;
            UInt128 second = new UInt128(c, d) % domain.Count;
            string text = Texts.At(domain, first);
            Assert.Equal(first == second, text == Texts.At(domain, second));
            var shape = new Regex($"^{pattern.Replace("*", "[0-9A-Z]").Replace("#", "[0-9]").Replace("?", "[A-Z]")}$");
            Assert.Matches(shape, text);
            Assert.Matches(shape, Texts.Drawn(domain, a | 1));
            Assert.Equal(domain.MaxChars, text.Length);
        });
    }

    [Fact]
    public void AWidePatternIsDrawnOverItsWholeRange()
    {
        PatternDomain domain = PatternDomain.Parse(new string('#', 30));
        string[] drawn = [.. Enumerable.Range(0, 200).Select(row => Texts.Drawn(domain, Texts.Key("wide"), row))];
        for (int place = 0; place < 30; place++)
            Assert.Equal(10, drawn.Select(t => t[place]).Distinct().Count());
    }
}
