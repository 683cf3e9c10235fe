using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace TestDataGen.HelpBuilder;

/// <summary>Makes the text of <c>Get-Help about_…</c>: headings flush left in capitals, what stands below them indented.</summary>
internal static class AboutTopic
{
    private const int Width = 80;
    private const string Indent = "    ";

    public static string ToText(string markdown)
    {
        var text = new StringBuilder();
        foreach (Block block in Markdown.Parse(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build()))
            Write(block, text);
        return text.ToString().TrimEnd() + Environment.NewLine;
    }

    private static void Write(Block block, StringBuilder text)
    {
        switch (block)
        {
            case HeadingBlock { Level: 1 } heading:
                // The help system takes the topic's name and the line below SHORT DESCRIPTION from here.
                text.Append("TOPIC").AppendLine().Append(Indent).AppendLine(PlainText.Of(heading.Inline));
                break;
            case HeadingBlock { Level: 2 } heading:
                text.AppendLine(PlainText.Of(heading.Inline).ToUpperInvariant());
                return;
            case HeadingBlock heading:
                text.Append("  ").AppendLine(PlainText.Of(heading.Inline));
                return;
            case CodeBlock code:
                foreach (string line in PlainText.Of(code).Split('\n'))
                    text.Append(Indent).Append(Indent).AppendLine(line.TrimEnd('\r'));
                break;
            case Table table:
                Columns(table, text);
                break;
            case ListBlock list:
                foreach (string item in PlainText.Paragraphs(list))
                    Wrap(item, Indent, Indent + "  ", text);
                break;
            default:
                foreach (string paragraph in PlainText.Paragraphs(block))
                    Wrap(paragraph, Indent, Indent, text);
                break;
        }

        text.AppendLine();
    }

    private static void Columns(Table table, StringBuilder text)
    {
        string[][] rows = [.. table.Cast<TableRow>().Select(r => r.Cast<TableCell>().Select(c => string.Join(" ", c.SelectMany(PlainText.Paragraphs))).ToArray())];
        int widest = rows.Max(r => r[0].Length);
        foreach (string[] row in rows.Skip(1))
        {
            string first = Indent + row[0].PadRight(widest + 2);
            Wrap(first + string.Join("  ", row.Skip(1)), "", new string(' ', first.Length), text);
        }
    }

    private static void Wrap(string paragraph, string first, string rest, StringBuilder text)
    {
        // Spaces at the start and those that pad a first column are part of the layout: only what follows is broken into words.
        string line = first;
        bool isEmpty = true;
        int from = 0;
        while (from < paragraph.Length)
        {
            int space = paragraph.IndexOf(' ', from);
            int end = space < 0 ? paragraph.Length : space;
            string word = paragraph[from..end];
            if (!isEmpty && line.Length + 1 + word.Length > Width && word.Length > 0)
            {
                text.AppendLine(line.TrimEnd());
                line = rest + word;
            }
            else
            {
                line += isEmpty ? word : " " + word;
            }

            isEmpty = false;
            from = end + 1;
        }

        text.AppendLine(line.TrimEnd());
    }
}
