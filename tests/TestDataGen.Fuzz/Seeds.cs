using System.Reflection;
using System.Text.RegularExpressions;
using TestDataGen.Language;
using TestDataGen.Language.Tests;

namespace TestDataGen.Fuzz;

/// <summary>The texts that are mutated: all that the repository shows or tests.</summary>
internal static partial class Seeds
{
    public static readonly string Root = typeof(Seeds).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static IReadOnlyList<string> Load()
    {
        IEnumerable<string> files = new[] { "examples", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.tdg", SearchOption.AllDirectories))
            .Where(p => !p.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
        IEnumerable<string> blocks = Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "README.md"))
            .Where(File.Exists)
            .SelectMany(p => Block().Matches(File.ReadAllText(p)))
            .Select(m => m.Groups["kind"].Value.Trim() == "fields" ? $"schema S {{\n  table t {{\n{m.Groups["text"].Value}  }}\n}}\n" : m.Groups["text"].Value);
        IEnumerable<string> cases = DiagnosticCases.All.Select(c => ((string)c[1]).Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
        IEnumerable<string> examples = DiagnosticExamples.All.SelectMany(e => new[] { e.Text, e.Corrected });
        return [.. files.Concat(blocks).Concat(cases).Concat(examples).Select(t => t.ReplaceLineEndings("\n")).Distinct().Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("^```tdg(?<kind>[^\n]*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
