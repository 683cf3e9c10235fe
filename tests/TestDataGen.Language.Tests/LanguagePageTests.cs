using System.Text.RegularExpressions;

namespace TestDataGen.Language.Tests;

/// <summary>docs/language.md is the specification: what it shows is read here, and what it lists is what is registered.</summary>
public sealed partial class LanguagePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "language.md")).ReplaceLineEndings("\n");

    public static TheoryData<int, string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<int, string, string>();
            foreach (Match match in Block().Matches(Page))
                blocks.Add(Page[..match.Index].Count(c => c == '\n') + 2, match.Groups["kind"].Value.Trim(), match.Groups["text"].Value);
            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_of_the_page_is_read_as_the_page_says(int line, string kind, string text)
    {
        ReadResult result = Tdg.Read(kind == "fields" ? Tdg.Table(text) : text);
        string expected = kind.StartsWith("error ", StringComparison.Ordinal) ? kind["error ".Length..] : "";
        Assert.True(
            expected == string.Join(" ", result.Diagnostics.Select(d => d.Code)),
            $"The block at line {line} of docs/language.md:\n{string.Join("\n", result.Diagnostics.Select(d => d.ToDisplayString()))}");
    }

    [Fact]
    public void A_block_of_the_page_keeps_its_meaning_when_it_is_formatted()
    {
        foreach (Match match in Block().Matches(Page).Where(m => m.Groups["kind"].Value.Trim().Length == 0))
        {
            string formatted = SchemaFormatter.Format(new SourceText("block", match.Groups["text"].Value)).Text!;
            Assert.Empty(Tdg.Read(formatted).Diagnostics);
        }
    }

    [Fact]
    public void The_page_has_blocks_of_every_kind()
    {
        string[] kinds = [.. Block().Matches(Page).Select(m => m.Groups["kind"].Value.Trim().Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["", "error", "fields"], kinds);
    }

    [Fact]
    public void Every_type_is_listed() => AssertRows(ScalarTypes.All.Select(t => $"| `{t.Name}{t.Measures}` | {string.Join(", ", t.Aliases.Select(a => $"`{a}`"))} | {t.Summary} |"));

    [Fact]
    public void Every_modifier_is_listed() => AssertRows(
        Modifiers.All.Select(m => $"| `{m.Name}{(m.Parameters.Length == 0 ? "" : $"({m.Parameters})")}` | {m.Summary} | `{m.Example}` |"));

    [Fact]
    public void Every_distribution_is_listed() => AssertRows(Distributions.All.Select(d => $"| `{d.Name}({d.Parameters})` | {d.Summary} | `{d.Example}` |"));

    [Fact]
    public void Every_function_is_listed() => AssertRows(Functions.All.Select(f => $"| `{f.Name}({f.Parameters})` | {f.Summary} | `{f.Example}` |"));

    [Fact]
    public void Every_aggregate_is_listed() => AssertRows(Aggregates.All.Select(a => $"| `{a.Name}({a.Parameters})` | {a.Summary} | `{a.Example}` |"));

    [Fact]
    public void Every_error_is_listed() => AssertRows(DiagnosticCatalog.All.Select(r => $"| `{r.Code}` | {r.Title} |"));

    private static void AssertRows(IEnumerable<string> rows)
    {
        string[] missing = [.. rows.Where(r => !Page.Contains(r + "\n", StringComparison.Ordinal))];
        Assert.True(missing.Length == 0, "docs/language.md lacks these rows:\n" + string.Join("\n", missing));
    }

    [GeneratedRegex("^```tdg(?<kind>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
