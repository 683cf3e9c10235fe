using Markdig;
using Markdig.Syntax;

namespace TestDataGen.HelpBuilder;

/// <summary>A cmdlet's page: its sections by heading.</summary>
internal sealed class CmdletPage
{
    private CmdletPage(string title, IReadOnlyDictionary<string, PageSection> sections) => (Title, Sections) = (title, sections);

    public string Title { get; }

    public IReadOnlyDictionary<string, PageSection> Sections { get; }

    public PageSection this[string name] => Sections.GetValueOrDefault(name) ?? PageSection.Empty;

    public string Synopsis => string.Join(" ", this["SYNOPSIS"].Paragraphs);

    /// <summary>The parts below <c>## PARAMETERS</c> by the parameters' names, without the dash.</summary>
    public IReadOnlyDictionary<string, PageSection> Parameters =>
        this["PARAMETERS"].Parts.ToDictionary(p => p.Title.TrimStart('-'), p => p, StringComparer.OrdinalIgnoreCase);

    public static CmdletPage Parse(string markdown)
    {
        MarkdownDocument document = Markdown.Parse(markdown);
        string title = "";
        var sections = new Dictionary<string, PageSection>(StringComparer.OrdinalIgnoreCase);
        PageSection? section = null;
        PageSection? part = null;
        foreach (Block block in document)
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } heading:
                    title = PlainText.Of(heading.Inline);
                    break;
                case HeadingBlock { Level: 2 } heading:
                    part = null;
                    section = new PageSection(PlainText.Of(heading.Inline));
                    sections.Add(section.Title, section);
                    break;
                case HeadingBlock heading when section is not null:
                    part = new PageSection(PlainText.Of(heading.Inline));
                    section.Parts.Add(part);
                    break;
                default:
                    (part ?? section)?.Blocks.Add(block);
                    break;
            }
        }

        return new CmdletPage(title, sections);
    }
}
