namespace TestDataGen.Generation.Tests;

public class ChoiceDomainTests
{
    [Fact]
    public void NumbersAllTextsOfAll() =>
        Assert.Equal(["a", "b", "0", "1", "9"], [.. new[] { 0, 1, 2, 3, 11 }.Select(i => Texts.At(new ChoiceDomain([new PickDomain(["a", "b"]), PatternDomain.Parse("#")]), (UInt128)i))]);

    [Theory]
    [InlineData("###", "####", true)]
    [InlineData("(##)", "##-#", true)]
    [InlineData("##", "#1", false)]
    [InlineData("0#", "1#", true)]
    [InlineData("#A", "#B", true)]
    public void IsInjectiveWhereItsDomainsAreDisjoint(string left, string right, bool isInjective) =>
        Assert.Equal(isInjective, new ChoiceDomain([PatternDomain.Parse(left), PatternDomain.Parse(right)]).IsInjective);

    [Fact]
    public void DrawsByWeightAndNotByCount()
    {
        var domain = new ChoiceDomain([(new PickDomain(["rare"]), 1), (PatternDomain.Parse("######"), 3)]);
        int rare = Enumerable.Range(0, 20_000).Count(row => Texts.Drawn(domain, Texts.Key("choice"), row) == "rare");
        // Five standard deviations about a quarter.
        Assert.InRange(rare, 5000 - 307, 5000 + 307);
    }
}
