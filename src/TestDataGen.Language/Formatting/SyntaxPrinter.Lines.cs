namespace TestDataGen.Language;

/// <summary>Lines, columns, braces and comments.</summary>
internal sealed partial class SyntaxPrinter
{
    private static int ColumnOf(IEnumerable<int> widths) => widths.Where(w => w <= MaxColumn).DefaultIfEmpty().Max();

    /// <summary>How wide something is when printed, without the comments in it.</summary>
    private int WidthOf(Action print)
    {
        int start = _line.Length;
        _comments.IsHeld = true;
        print();
        _comments.IsHeld = false;
        int width = _line.Length - start;
        _line.Length = start;
        return width;
    }

    /// <summary>Prints a word or a mark between blanks, behind the comments that stand before what it leads to.</summary>
    private void PrintWord(string word, int next)
    {
        _expressions.PrintComments(next);
        _expressions.PrintGap();
        _line.Append(word).Append(' ');
    }

    /// <summary>Prints something and blanks up to the next column, one at least.</summary>
    private void PrintPadded(Action print, int column)
    {
        int start = _line.Length;
        print();
        _line.Append(' ', Math.Max(1, column + 1 - (_line.Length - start)));
    }

    /// <summary>Prints the comments before something, and the blank line that stood there or that is wanted.</summary>
    private void Begin(TextSpan span, bool wantsBlankLine)
    {
        if (wantsBlankLine || HadBlankLine(_comments.Before(span.Start)?.Span.Start ?? span.Start))
            _output.Append('\n');
        while (_comments.TryTakeBefore(span.Start, out Comment? comment))
        {
            PrintComment(comment);
            if (HadBlankLine(_comments.Before(span.Start)?.Span.Start ?? span.Start))
                _output.Append('\n');
        }
    }

    private bool HadBlankLine(int start) =>
        _lastEnd is { } end && start > end && _comments.LineOf(start) - _comments.LineOf(end) > 1;

    private void PrintComment(Comment comment)
    {
        Indent();
        _output.Append(comment.Text.TrimEnd()).Append('\n');
        _lastEnd = comment.Span.End;
    }

    private void FlushComments(int before)
    {
        while (_comments.TryTakeBefore(before, out Comment? comment))
        {
            if (HadBlankLine(comment.Span.Start))
                _output.Append('\n');
            PrintComment(comment);
        }
    }

    private void Indent() => _output.Append(' ', _indent * 2);

    /// <summary>Ends a line whose last thing ended at <paramref name="end"/> in the source, with the comments that stood in it and behind it.</summary>
    private void EndLine(int end)
    {
        _lastEnd = end;
        string comments = TakeTrailingComments(end);
        while (_line.Length > 0 && _line[^1] == ' ')
            _line.Length--;
        Indent();
        AppendWrapped();
        _output.Append(comments).Append('\n');
        _line.Clear();
    }

    private string TakeTrailingComments(int end)
    {
        string text = "";
        bool isEnded = false;
        int place = end;
        // A comment to the end of the line leaves no room for another: what is left goes on lines of its own.
        while (!isEnded && _comments.Before(int.MaxValue) is { } comment && _comments.IsRightBehind(place, comment))
        {
            _comments.TryTakeBefore(int.MaxValue, out _);
            text += (text.Length == 0 ? "  " : " ") + comment.Text.TrimEnd();
            _lastEnd = place = Math.Max(comment.Span.End, end);
            isEnded = comment.IsBreaking;
        }

        return text;
    }

    private void AppendWrapped()
    {
        int start = 0;
        int margin = 0;
        for (int i = 0; i <= _line.Length; i++)
        {
            if (i < _line.Length && _line[i] is not (ExpressionPrinter.HardBreak or ExpressionPrinter.ClosingBreak))
                continue;
            AppendWrapped(_line.ToString(start, i - start).TrimEnd(' ', ExpressionPrinter.SoftBreak), margin);
            if (i == _line.Length)
                break;
            margin = _line[i] == ExpressionPrinter.HardBreak ? 4 : 0;
            _output.Append('\n').Append(' ', (_indent * 2) + margin);
            start = i + 1;
        }
    }

    // Breaks at the soft breaks where the line would be too long.
    private void AppendWrapped(string line, int margin)
    {
        int room = MaxWidth - (_indent * 2);
        if (margin + line.Length <= room)
        {
            _output.Append(line.Replace(ExpressionPrinter.SoftBreak, ' '));
            return;
        }

        int column = margin;
        string[] parts = line.Split(ExpressionPrinter.SoftBreak);
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0 && column + 1 + parts[i].Length > room)
            {
                _output.Append('\n').Append(' ', (_indent * 2) + 4);
                column = 4;
            }
            else if (i > 0)
            {
                _output.Append(' ');
                column++;
            }

            _output.Append(parts[i]);
            column += parts[i].Length;
        }
    }

    private void OpenBraces(int headEnd)
    {
        _line.Append(" {");
        EndLine(headEnd);
        _indent++;
        // No blank line right behind the brace.
        _lastEnd = null;
    }

    private void CloseBraces(TextSpan block)
    {
        FlushComments(block.End);
        _indent--;
        _line.Append('}');
        EndLine(block.End);
    }
}
