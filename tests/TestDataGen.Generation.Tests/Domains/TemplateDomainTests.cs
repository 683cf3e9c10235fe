using CsCheck;

namespace TestDataGen.Generation.Tests;

public class TemplateDomainTests
{
    private static PickDomain Of(params string[] texts) => new(texts);

    [Fact]
    public void CombinesAllParts() =>
        Assert.Equal(["a-1", "a-2", "b-1", "b-2"], Texts.All(new TemplateDomain([Of("a", "b"), Of("-"), Of("1", "2")])).Order());

    [Fact]
    public void PartsWithASeparatorCanBeReadBack() =>
        Assert.True(new TemplateDomain([Of("ann", "anna"), Of("."), Of("b", "bc"), PatternDomain.Parse("##")]).IsInjective);

    [Fact]
    public void PartsOfFixedLengthCanBeReadBack() => Assert.True(new TemplateDomain([new HexDomain(4), Of("8", "9"), new HexDomain(3)]).IsInjective);

    [Fact]
    public void PartsThatRunTogetherCanNot() => Assert.False(new TemplateDomain([Of("a", "ab"), Of("bc", "c")]).IsInjective);

    [Fact]
    public void ASeparatorThatIsInTheTextsDoesNotSeparate() => Assert.False(new TemplateDomain([Of("a", "a-b"), Of("-"), Of("b-c", "c")]).IsInjective);

    [Fact]
    public void DigitsBehindAnOpenNumberCanNotBeReadBackUnlessAllThatFollowsIsFixed()
    {
        Assert.True(new TemplateDomain([Of("1", "12"), PatternDomain.Parse("##")]).IsInjective);
        Assert.False(new TemplateDomain([Of("1", "12"), Of("2", "22")]).IsInjective);
    }

    [Fact]
    public void WhateverIsCalledInjectiveIs()
    {
        Gen<TextDomain> part = Gen.OneOf(
            Gen.String[Gen.Char["ab-1"], 0, 3].Array[1, 4].Select(t => (TextDomain)new PickDomain(t)),
            Gen.String[Gen.Char["a#-"], 0, 2].Select(p => (TextDomain)PatternDomain.Parse(p)));
        Gen<TextDomain> choice = Gen.OneOf(part, part.Array[2, 3].Select(c => (TextDomain)new ChoiceDomain(c)), part.Array[1, 3].Select(p => (TextDomain)new TemplateDomain(p)));
        int injective = 0;
        choice.Array[1, 3].Select(p => new TemplateDomain(p)).Where(d => d.Count <= 3000).Sample(
            domain =>
            {
                IReadOnlyList<string> all = Texts.All(domain);
                if (domain.IsInjective)
                {
                    Interlocked.Increment(ref injective);
                    Assert.Equal(all.Count, all.Distinct().Count());
                }

                Assert.Contains(Texts.Drawn(domain, 77), all);
                Assert.All(all, t => Assert.InRange(t.Length, domain.MinBytes, domain.MaxBytes));
            },
            iter: 2000,
            print: d => string.Join('|', Texts.All(d).Take(50)));
        Assert.True(injective > 200, $"only {injective} of the templates were injective");
    }

    [Fact]
    public void MoreTextsThanCanBeCountedStayDifferentAndLookRandomToTheEnd()
    {
        var domain = new TemplateDomain([new HexDomain(16), new HexDomain(16), new HexDomain(16), new HexDomain(16)]);
        Assert.True(domain.IsInjective);
        string[] texts = [.. Enumerable.Range(0, 500).Select(i => Texts.At(domain, (UInt128)i * 1_000_003))];
        Assert.Equal(500, texts.Distinct().Count());
        Assert.Equal(500, texts.Select(t => t[48..]).Distinct().Count());
    }
}
