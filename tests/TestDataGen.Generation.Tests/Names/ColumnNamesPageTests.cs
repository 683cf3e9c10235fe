using System.Globalization;
using System.Text.RegularExpressions;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>docs/column-names.md: what stands between its marks is made of the registration, and of a run of its example.</summary>
public sealed partial class ColumnNamesPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "column-names.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_page_says_what_is_registered_and_what_comes_out()
    {
        string right = Marked().Replace(Page, m => $"<!-- {m.Groups["what"].Value} -->\n{Made(m.Groups["what"].Value)}\n<!-- end -->");
        if (right == Page)
            return;
        string path = Path.Combine(AppContext.BaseDirectory, "column-names.right.md");
        File.WriteAllText(path, right);
        Assert.Fail($"docs/column-names.md is not what the registration makes of it; {path} is.");
    }

    [Fact]
    public void The_page_has_all_chapters() => Assert.Equal(
        ColumnPatterns.Chapters.Select(c => c.Title), Marked().Matches(Page).Select(m => m.Groups["what"].Value).Where(w => !w.StartsWith("rows ", StringComparison.Ordinal) && w != "subjects"));

    private static string Made(string what) => what switch
    {
        "subjects" => Subjects(),
        _ when what.StartsWith("rows ", StringComparison.Ordinal) => Rows(what["rows ".Length..]),
        _ => Patterns(ColumnPatterns.Chapters.Single(c => c.Title == what).Patterns),
    };

    private static string Subjects() => Table(["subject", "English", "German", "French", "Spanish"], ColumnSubject.All.Select(s => new[] { s.Name, s.English, s.German, s.French, s.Spanish }));

    private static string Patterns(IEnumerable<ColumnPattern> patterns) =>
        Table(["English", "German", "French", "Spanish", "what it gets"], patterns.Select(p => new[] { p.English, p.German, p.French, p.Spanish, Gets(p) }));

    private static string Gets(ColumnPattern p)
    {
        var parts = new List<string>();
        if (p.Text.Length > 0)
            parts.Add(string.Join(", else ", ColumnPattern.Split(p.Text).Select(f => $"`{f}`")));
        if (p.Number is { } number)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"number {number.Low:#,0.##} to {number.High:#,0.##}"));
        if (p.Years is { } years)
            parts.Add($"year, {Ago(years.From, "year")} to {Ago(years.To, "year")}");
        if (p.Days is { } days)
            parts.Add($"date, {Ago(days.From, "day")} to {Ago(days.To, "day")}");
        if (p.Hours is { } hours)
            parts.Add($"time {hours.From}:00 to {hours.To}:00");
        if (p.True is { } share)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"true in {100 * share:0} %"));
        return string.Join("; ", parts) + (p.Of.Length > 0 ? $" (of: {p.Of})" : "");
    }

    private static string Ago(int count, string unit)
    {
        if (unit == "day" && Math.Abs(count) >= 365 && (count % 365 == 0 || count % 366 == 0))
            return Ago(count % 365 == 0 ? count / 365 : count / 366, "year");
        return count switch
        {
            0 => "now",
            < 0 => string.Create(CultureInfo.InvariantCulture, $"{-count} {unit}{(count == -1 ? "" : "s")} ago"),
            _ => string.Create(CultureInfo.InvariantCulture, $"in {count} {unit}{(count == 1 ? "" : "s")}"),
        };
    }

    // The first rows of a table of the example above the mark.
    private static string Rows(string what)
    {
        string[] words = what.Split(" in ");
        string text = Block().Matches(Page).Select(m => m.Groups["text"].Value).Single(t => t.Contains($"table {words[0]} ", StringComparison.Ordinal));
        Schema schema = Given.Schema(text);
        Plan plan = Plan.Create(schema, new PlanOptions { Count = 4, Seed = 11, Locale = words[1], Now = new DateTime(2026, 1, 1) });
        string[] fields = [.. schema.Tables.Single(t => t.Name == words[0]).Fields.Select(f => f.Name)];
        IReadOnlyList<string?>[] columns = [.. fields.Select(f => Given.Column(plan, words[0], f))];
        return Table(fields, Enumerable.Range(0, 4).Select(row => columns.Select(c => c[row]!).ToArray()));
    }

    private static string Table(IReadOnlyList<string> head, IEnumerable<string[]> rows) => string.Join(
        '\n', new[] { $"| {string.Join(" | ", head)} |", $"|{string.Concat(head.Select(_ => " --- |"))}" }.Concat(rows.Select(r => $"| {string.Join(" | ", r.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |")));

    [GeneratedRegex("<!-- (?<what>(?!end)[^\n]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("^```tdg\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
