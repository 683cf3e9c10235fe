using System.Text.RegularExpressions;

namespace TestDataGen.Language.Tests;

/// <summary>
/// Texts with ten mistakes or more that have nothing to do with each other: each is found, and no error is an echo of another. A mistake is marked, and its code stands in a
/// comment on its line.
/// </summary>
public sealed partial class RecoveryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Texts", "Mistakes");

    public static TheoryData<string> Texts => [.. Directory.EnumerateFiles(Folder).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_mistake_is_one_error(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        string[] codes = [.. Code().Matches(text).Select(m => m.Value)];
        MarkedText marked = MarkedText.Parse(text);
        Assert.InRange(codes.Length, 10, int.MaxValue);
        Assert.Equal(codes.Length, marked.Marks.Count);
        marked.AssertGives(codes);
    }

    [GeneratedRegex("TDG[0-9]{4}")]
    private static partial Regex Code();
}
