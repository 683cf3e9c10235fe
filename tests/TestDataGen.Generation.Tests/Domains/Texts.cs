using System.Text;

namespace TestDataGen.Generation.Tests;

/// <summary>Reads texts out of domains.</summary>
internal static class Texts
{
    public static string At(TextDomain domain, UInt128 index)
    {
        // Room for exactly what the domain says it may take, so that a longer text is an error.
        var into = new byte[domain.MaxBytes];
        string text = Strict.GetString(into, 0, domain.Write(index, into));
        if (index <= ulong.MaxValue)
        {
            var again = new byte[domain.MaxBytes];
            Assert.Equal(text, Strict.GetString(again, 0, domain.Write((ulong)index, again)));
        }

        return text;
    }

    public static string Drawn(TextDomain domain, ulong key, long row = 0)
    {
        var draws = new RandomDraws(key, (ulong)row << Squares.DrawBits);
        var into = new byte[domain.MaxBytes];
        return Strict.GetString(into, 0, domain.Draw(ref draws, into));
    }

    public static IReadOnlyList<string> All(TextDomain domain) => [.. Enumerable.Range(0, (int)domain.Count).Select(i => At(domain, (UInt128)i))];

    /// <summary>A key of a stream as the plan makes them.</summary>
    public static ulong Key(string name) => StreamKey.Of(42, "S", "t", name, "value");

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
}
