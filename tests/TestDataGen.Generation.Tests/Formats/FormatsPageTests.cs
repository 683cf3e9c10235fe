using System.Text;

namespace TestDataGen.Generation.Tests;

/// <summary>docs/formats.md is made of the registration.</summary>
public class FormatsPageTests
{
    [Fact]
    public void ThePageIsThatOfTheRegisteredFormats()
    {
        string right = Page();
        string page = Path.Combine(AppContext.BaseDirectory, "formats.md");
        if (File.ReadAllText(page).ReplaceLineEndings("\n") == right)
            return;
        string made = page + ".new";
        File.WriteAllText(made, right);
        Assert.Fail($"docs/formats.md is not what the registered formats say. Copy {made} over it.");
    }

    [Fact]
    public void AnExampleStandsOnOneLine() =>
        Assert.All(FormatCatalog.All, f => Assert.DoesNotContain(FormatCatalog.Example(f.Name, "en"), c => char.IsControl(c) || c == '`'));

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            # Formats

            What `format(NAME)` gives, by subject, with an example in the locale `en`; `Get-TdgFormat -Locale de` shows examples in another. An
            argument may be left out. [Names of columns](column-names.md) lists those of columns that have a format without being told.

            Locales: {string.Join(", ", FormatCatalog.Locales.Select(l => $"`{l}`"))}.

            """.ReplaceLineEndings("\n"));
        foreach (IGrouping<string, Format> category in FormatCatalog.All.GroupBy(f => f.Category))
        {
            page.Append($"\n## {category.Key}\n| format | gives | example |\n| --- | --- | --- |\n");
            foreach (Format format in category)
            {
                string arguments = format.Parameters.Length == 0 ? "" : $"({format.Parameters})";
                page.Append($"| `{format.Name}{arguments}` | {Cell(format.Summary)} | `{Cell(FormatCatalog.Example(format.Name, "en"))}` |\n");
            }
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
