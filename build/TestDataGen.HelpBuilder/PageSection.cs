using Markdig.Syntax;

namespace TestDataGen.HelpBuilder;

/// <summary>What stands below a heading.</summary>
internal sealed class PageSection(string title)
{
    public static PageSection Empty { get; } = new("");

    public string Title { get; } = title;

    public List<Block> Blocks { get; } = [];

    public List<PageSection> Parts { get; } = [];

    /// <summary>Text without markup, a string a paragraph or list item.</summary>
    public IReadOnlyList<string> Paragraphs => [.. Blocks.Where(b => b is not CodeBlock).SelectMany(PlainText.Paragraphs)];

    /// <summary>Text and code, a string a paragraph or block.</summary>
    public IReadOnlyList<string> ParagraphsAndCode => [.. Blocks.SelectMany(b => b is CodeBlock code ? [PlainText.Of(code)] : PlainText.Paragraphs(b))];

    /// <summary>The first block of code; empty where there is none.</summary>
    public string Code => Blocks.OfType<CodeBlock>().Select(PlainText.Of).FirstOrDefault("");

    /// <summary>What follows the first block of code: its remarks, with the output shown.</summary>
    public PageSection Remarks
    {
        get
        {
            var rest = new PageSection(Title);
            rest.Blocks.AddRange(Blocks.SkipWhile(b => b is not CodeBlock).Skip(1));
            return rest;
        }
    }
}
