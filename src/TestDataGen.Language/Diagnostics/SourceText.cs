namespace TestDataGen.Language;

/// <summary>The text of one <c>.tdg</c> file and the way from an offset in it to a line and a column.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Wraps <paramref name="text"/>.</summary>
    /// <param name="path">Where the text came from, as diagnostics show it; a made-up name such as <c>&lt;text&gt;</c> for text from no file.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }

        _lineStarts = [.. starts];
    }

    /// <summary>The file's path, or a made-up name.</summary>
    public string Path { get; }

    /// <summary>The text, with its line breaks as they stand in the file.</summary>
    public string Text { get; }

    /// <summary>Line and column of an offset, both from 1; columns count UTF-16 units.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        int line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The text of a line (from 1) without its line break.</summary>
    public string Line(int line)
    {
        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }
}
