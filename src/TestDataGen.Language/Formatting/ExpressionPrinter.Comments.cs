namespace TestDataGen.Language;

/// <summary>Comments between the words of a line, and lists with comments in them.</summary>
internal sealed partial class ExpressionPrinter
{
    /// <summary>
    /// Prints the comments that stand before a place. It is called before the mark or the word that leads to that place, so that no word begins a line that did not
    /// before: there it could mean something else.
    /// </summary>
    public void PrintComments(int before)
    {
        while (comments.TryTakeBefore(before, out Comment? comment))
        {
            PrintGap(' ');
            PrintText(comment);
            output.Append(IsBreaking(comment) ? HardBreak : ' ');
        }
    }

    /// <summary>Prints a blank, unless there is one.</summary>
    public void PrintGap(char blank = ' ')
    {
        if (output.Length > 0 && output[^1] is not (' ' or '(' or '{' or SoftBreak or HardBreak or ClosingBreak))
            output.Append(blank);
    }

    /// <summary>Prints a list in brackets: an item a line where a comment ends a line in it.</summary>
    /// <param name="open">The opening bracket.</param>
    /// <param name="items">The items.</param>
    /// <param name="print">Prints one.</param>
    /// <param name="close">The closing bracket.</param>
    /// <param name="end">The place behind it.</param>
    public void PrintInBrackets<T>(char open, IReadOnlyList<T> items, Action<T> print, char close, int end)
        where T : SyntaxNode
    {
        output.Append(open);
        if (_texts > 0 || !comments.HasBreakingBefore(end))
        {
            PrintList(items, print);
            PrintComments(end);
            TrimBlank();
        }
        else
        {
            PrintLines(items, print, end);
        }

        output.Append(close);
    }

    /// <summary>The place of the first word of something. Signs and brackets may stand before it, and between them is no place for a comment of its own.</summary>
    public static int FirstWordOf(SyntaxNode node) => node switch
    {
        UnarySyntax unary => FirstWordOf(unary.Operand),
        BinarySyntax binary => FirstWordOf(binary.Left),
        RangeSyntax range => FirstWordOf(range.Low),
        NullTestSyntax test => FirstWordOf(test.Operand),
        WeightedSyntax weighted => FirstWordOf(weighted.Value),
        FilterSyntax filter => FirstWordOf(filter.Value),
        _ => node.Span.Start,
    };

    private void PrintLines<T>(IReadOnlyList<T> items, Action<T> print, int end)
        where T : SyntaxNode
    {
        output.Append(HardBreak);
        for (int i = 0; i < items.Count; i++)
        {
            PrintCommentLines(FirstWordOf(items[i]));
            print(items[i]);
            if (i < items.Count - 1)
                output.Append(',');
            PrintCommentsBehind(items[i].Span.End, i < items.Count - 1 ? FirstWordOf(items[i + 1]) : end);
            output.Append(HardBreak);
        }

        PrintCommentLines(end);
        output[^1] = ClosingBreak;
    }

    // Each on a line of its own, but one that stands right before something on its line.
    private void PrintCommentLines(int before)
    {
        while (comments.TryTakeBefore(before, out Comment? comment))
        {
            PrintText(comment);
            bool isBeside = !comment.IsBreaking && comments.LineOf(comment.Span.End) == comments.LineOf(before) && comments.Before(before) is null;
            output.Append(isBeside ? ' ' : HardBreak);
        }
    }

    private void PrintCommentsBehind(int place, int before)
    {
        bool isEnded = false;
        while (!isEnded && comments.Before(before) is { } comment && comments.LineOf(comment.Span.Start) == comments.LineOf(place))
        {
            comments.TryTakeBefore(before, out _);
            output.Append("  ");
            PrintText(comment);
            isEnded = comment.IsBreaking;
        }
    }

    private bool IsBreaking(Comment comment) => _texts == 0 && comment.IsBreaking;

    private void PrintText(Comment comment) =>
        output.Append(comment.Text.TrimEnd().Replace(SoftBreak, ' ').Replace(HardBreak, ' ').Replace(ClosingBreak, ' '));

    private void TrimBlank()
    {
        if (output[^1] == ' ')
            output.Length--;
    }
}
