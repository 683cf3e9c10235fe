using System.Text.RegularExpressions;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>The examples of the help pages are run as they stand.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach (string page in Directory.GetFiles(Path.Combine(Repository.Root, "docs", "en-US"), "*.md").Order(StringComparer.Ordinal))
            {
                foreach (Match match in Example().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")))
                    examples.Add(Path.GetFileNameWithoutExtension(page), match.Groups["title"].Value, match.Groups["code"].Value);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_runs_without_an_error(string page, string title, string code)
    {
        using var engine = new Engine();
        engine.Schema("shop.tdg");
        Directory.CreateDirectory(engine.PathOf("schemas"));
        File.Copy(Repository.Schema("shop.tdg"), engine.PathOf("schemas/shop.tdg"));
        File.Copy(Repository.ExampleGenerators, engine.PathOf("ExampleGenerators.dll"));
        Outcome outcome = engine.Try(code);
        Assert.True(outcome.Errors.Count == 0, $"{page}, {title}: {string.Join(Environment.NewLine, outcome.Errors)}");
        // Everything but a look that finds nothing wrong, and the formatting of a file, shows something.
        Assert.True(page is "Test-TdgSchema" or "Format-TdgSchema" || outcome.Output.Count > 0 || code.Contains("-WhatIf", StringComparison.Ordinal), $"{page}, {title}: no output");
    }

    [GeneratedRegex(@"^### (?<title>Example [^\n]*)\n\n```powershell\n(?<code>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
