using System.Text;

namespace TestDataGen.Generation.Tests;

public class PickDomainTests
{
    [Fact]
    public void TakesEachTextOnce() => Assert.Equal(["a", "ä", "b"], Texts.All(new PickDomain(["a", "ä", "a", "b", "ä"])));

    [Fact]
    public void TextsLieOneBehindTheOtherInTheHeap()
    {
        var domain = new PickDomain(["one", "", "zwölf"]);
        for (int i = 0; i < 3; i++)
            Assert.Equal(domain.Texts[i], Encoding.UTF8.GetString(domain.Heap.AsSpan(domain.Starts[i]..domain.Starts[i + 1])));
        Assert.Equal((6, 5, 0), (domain.MaxBytes, domain.MaxChars, domain.MinBytes));
    }

    [Fact]
    public void AnEmptyListIsAnError() => Assert.Throws<ArgumentException>(() => new PickDomain([]));

    [Fact]
    public void ShorterTextsArePreferredToCutOnes()
    {
        Assert.Equal(["ab"], new PickDomain(["ab", "abcd"]).Between(0, 3).Texts);
        Assert.Equal(["😀b"], new PickDomain(["😀bc", "😀bd"]).Between(0, 2).Texts);
    }

    [Theory]
    [InlineData(" ", new[] { "Ann", "Bob" }, true)]
    [InlineData(" ", new[] { "Maria", "Maria José" }, false)]
    [InlineData(" ", new[] { "Maria José", "Anna" }, true)]
    [InlineData("a", new[] { "Ann", "Anna" }, false)]
    [InlineData("é", new[] { "Jos", "José" }, false)]
    public void KnowsWhereATextEnds(string next, string[] texts, bool isKnown) =>
        Assert.Equal(isKnown, new PickDomain(texts).EndsBefore(ByteSet.Of(Encoding.UTF8.GetBytes(next).AsSpan(0, 1))));
}
