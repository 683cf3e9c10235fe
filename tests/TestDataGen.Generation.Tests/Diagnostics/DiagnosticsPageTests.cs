using System.Globalization;
using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>docs/diagnostics.md is made of the catalogue and its examples, each of which raises its rule.</summary>
public sealed class DiagnosticsPageTests
{
    private static readonly (string Prefix, string Title)[] Chapters =
    [
        ("TDG00", "Files and words"), ("TDG01", "Grammar"), ("TDG02", "Names"), ("TDG03", "Types"), ("TDG04", "Constraints and values"), ("TDG05", "Relations and counts"), ("TDG06", "Runs"),
    ];

    private static readonly string Folder = MakeFolder();

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(r => r.Code)];

    [Fact]
    public void ThePageIsThatOfTheCatalogue()
    {
        string right = Page();
        string page = Path.Combine(AppContext.BaseDirectory, "diagnostics.md");
        if (File.ReadAllText(page).ReplaceLineEndings("\n") == right)
            return;
        string made = page + ".new";
        File.WriteAllText(made, right);
        Assert.Fail($"docs/diagnostics.md is not what the catalogue says. Copy {made} over it.");
    }

    [Fact]
    public void EachRuleHasAnExample() => Assert.Equal(DiagnosticCatalog.All, DiagnosticExamples.All.Select(e => e.Rule));

    [Theory]
    [MemberData(nameof(Codes))]
    public void AnExampleRaisesItsRuleAndNothingElse(string code)
    {
        DiagnosticExample example = ExampleOf(code);
        IReadOnlyList<Diagnostic> raised = Raise(example, example.Text);
        Assert.True(raised.Select(d => d.Code).SequenceEqual([code]), $"The example of {code} gives:\n{string.Join("\n", raised.Select(d => d.ToDisplayString()))}");
        Assert.Equal(example.Rule.Severity, raised[0].Severity);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void TheCureOfAnExampleLeavesNothingWrong(string code)
    {
        DiagnosticExample example = ExampleOf(code);
        Assert.Equal(2, example.Text.Split(example.Wrong).Length);
        IReadOnlyList<Diagnostic> left = Raise(example, example.Corrected);
        Assert.True(left.Count == 0, $"The cured example of {code} gives:\n{string.Join("\n", left.Select(d => d.ToDisplayString()))}");
    }

    private static DiagnosticExample ExampleOf(string code) => DiagnosticExamples.Of(DiagnosticCatalog.All.Single(r => r.Code == code));

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Diagnostics

            Every error and warning by its code, which keeps its meaning for ever: what it means, a file `shop.tdg` that raises it, what is then said, and the cure. Where an
            example names other files, `types.tdg` and `data/cities.csv` are there and right, and those that the error is about are not.

            """.ReplaceLineEndings("\n"));
        foreach ((string prefix, string title) in Chapters)
        {
            page.Append($"\n## {title}\n");
            foreach (DiagnosticRule rule in DiagnosticCatalog.All.Where(r => r.Code.StartsWith(prefix, StringComparison.Ordinal)))
                Append(page, DiagnosticExamples.Of(rule));
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, DiagnosticExample example)
    {
        DiagnosticRule rule = example.Rule;
        string warning = rule.Severity == DiagnosticSeverity.Warning ? " (warning)" : "";
        page.Append($"\n### {rule.Code}: {rule.Title}{warning}\n{example.Meaning}\n\n```tdg\n{example.Text.TrimEnd('\n')}\n```\n");
        if (example.Profile is { } profile)
            page.Append($"\nRun with the profile `{profile}`:\n");
        if (example.Generator is { } generator)
            page.Append($"\nRead with the generator `{generator}` registered, and run without it:\n");
        string said = Raise(example, example.Text)[0].ToDisplayString().ReplaceLineEndings("\n").Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        page.Append($"\n```text\n{string.Join('\n', said.Split('\n').Select(l => l.TrimEnd()))}\n```\n\n**Cure**: {rule.Cure}");
        page.Append(example.Right.Length == 0 ? $" Here: without `{example.Wrong.Trim()}`.\n" : $" Here: {Code(example.Right)}.\n");
    }

    // With more back-quotes around it than in it.
    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

    private static IReadOnlyList<Diagnostic> Raise(DiagnosticExample example, string text)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        string path = Path.Combine(Folder, "shop.tdg");
        File.WriteAllText(path, text);
        ReadResult read = SchemaReader.ReadFile(path, FormatCatalog.Signatures, example.Generator is { } name ? [name] : [], DataSetReader.Instance);
        if (read.Diagnostics.Count > 0)
            return read.Diagnostics;
        try
        {
            return Plan.Create(Assert.Single(read.Schemas), new PlanOptions { Profile = example.Profile, Seed = 1, Now = new DateTime(2026, 1, 1) }).Warnings;
        }
        catch (SchemaException e)
        {
            return e.Diagnostics;
        }
    }

    // The files that the examples name.
    private static string MakeFolder()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "diagnostics");
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        const string Types = "enum OrderStatus { pending, paid, shipped }\n";
        File.WriteAllText(Path.Combine(folder, "types.tdg"), Types);
        File.WriteAllBytes(Path.Combine(folder, "latin1.tdg"), Encoding.Latin1.GetBytes($"// Zustände\n{Types}"));
        File.WriteAllText(Path.Combine(folder, "data", "cities.csv"), "name,country\nOslo,NO\nRome,IT\n");
        File.WriteAllText(Path.Combine(folder, "data", "broken.csv"), "name,country\nOslo,NO\nRome\n");
        using FileStream dump = File.Create(Path.Combine(folder, "dump.tdg"));
        dump.SetLength(SchemaReader.MaxFileBytes + 1L);
        return folder;
    }
}
