namespace TestDataGen.Language;

/// <summary>Lines, columns, braces and comments.</summary>
internal sealed partial class SyntaxPrinter
{
    private static int ColumnOf(IEnumerable<int> widths) => widths.Where(w => w <= MaxColumn).DefaultIfEmpty().Max();

    /// <summary>How wide something is when printed.</summary>
    private int WidthOf(Action print)
    {
        int start = _line.Length;
        print();
        int width = _line.Length - start;
        _line.Length = start;
        return width;
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
        // A comment in the middle of something goes before it.
        int start = _comment < _comments.Count ? Math.Min(span.Start, _comments[_comment].Span.Start) : span.Start;
        if (wantsBlankLine || HadBlankLine(start))
            _output.Append('\n');
        if (_source is null)
            return;
        while (_comment < _comments.Count && _comments[_comment].Span.Start < span.Start)
        {
            PrintComment();
            int next = _comment < _comments.Count ? Math.Min(span.Start, _comments[_comment].Span.Start) : span.Start;
            if (HadBlankLine(next))
                _output.Append('\n');
        }
    }

    private bool HadBlankLine(int start) =>
        _source is not null && _lastEnd is { } end && start > end && _source.Locate(start).Line - _source.Locate(end).Line > 1;

    private void PrintComment()
    {
        Comment comment = _comments[_comment++];
        Indent();
        _output.Append(comment.Text.TrimEnd()).Append('\n');
        _lastEnd = comment.Span.End;
    }

    private void FlushComments(int before)
    {
        while (_comment < _comments.Count && _comments[_comment].Span.Start < before)
        {
            if (HadBlankLine(_comments[_comment].Span.Start))
                _output.Append('\n');
            PrintComment();
        }
    }

    private bool HasCommentWithin(TextSpan span) =>
        _comment < _comments.Count && _comments[_comment].Span.Start < span.End;

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
        if (_source is null)
            return "";
        string text = "";
        int line = _source.Locate(end).Line;
        while (_comment < _comments.Count && (_comments[_comment].Span.Start < end || _source.Locate(_comments[_comment].Span.Start).Line == line))
        {
            Comment comment = _comments[_comment];
            bool isLast = comment.Text.StartsWith("//", StringComparison.Ordinal);
            // A comment to the end of the line leaves no room for another: what is left goes on lines of its own.
            if (text.Contains("//", StringComparison.Ordinal))
                break;
            text += (text.Length == 0 ? "  " : " ") + comment.Text.TrimEnd();
            _comment++;
            _lastEnd = Math.Max(comment.Span.End, end);
            if (isLast && comment.Span.Start > end)
                break;
        }

        return text;
    }

    // Breaks at the soft breaks where the line would be too long.
    private void AppendWrapped()
    {
        string line = _line.ToString();
        int room = MaxWidth - (_indent * 2);
        if (line.Length <= room)
        {
            _output.Append(line.Replace(ExpressionPrinter.SoftBreak, ' '));
            return;
        }

        int column = 0;
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
        FlushComments(_source is null ? 0 : block.End);
        _indent--;
        _line.Append('}');
        EndLine(block.End);
    }
}
