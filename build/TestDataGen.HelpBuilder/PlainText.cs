using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TestDataGen.HelpBuilder;

/// <summary>Markdown as it reads without its markup.</summary>
internal static class PlainText
{
    public static string Of(CodeBlock code) => code.Lines.ToString().TrimEnd();

    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (Inline inline in inlines ?? [])
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.Content),
                LineBreakInline => text.Append(' '),
                AutolinkInline link => text.Append(link.Url),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                ContainerInline container => text.Append(Of(container)),
                _ => text,
            };
        }

        return text.ToString();
    }

    /// <summary>The paragraphs of a block; a list has one an item, with a dash before it.</summary>
    public static IEnumerable<string> Paragraphs(Block block)
    {
        switch (block)
        {
            case ListBlock list:
                int number = list.IsOrdered ? 1 : 0;
                foreach (ListItemBlock item in list.Cast<ListItemBlock>())
                {
                    string mark = number > 0 ? $"{number++}. " : "- ";
                    yield return mark + string.Join(" ", item.SelectMany(Paragraphs));
                }

                break;
            case Table table:
                foreach (TableRow row in table.Cast<TableRow>().Skip(1))
                    yield return string.Join(": ", row.Cast<TableCell>().Select(c => string.Join(" ", c.SelectMany(Paragraphs))));
                break;
            case ContainerBlock container:
                foreach (string paragraph in container.SelectMany(Paragraphs))
                    yield return paragraph;
                break;
            case LeafBlock { Inline: { } inline }:
                yield return Of(inline);
                break;
        }
    }
}
