namespace TestDataGen.Language;

/// <summary>
/// The text of one <c>.tdg</c> file and the way from a place in it to a line and a column. Places are counted through a file and then through the files that it imports,
/// so that each tells its file.
/// </summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;
    private readonly List<SourceText> _imports = [];

    /// <summary>Wraps <paramref name="text"/>.</summary>
    /// <param name="path">Where the text came from, as diagnostics show it; a made-up name such as <c>&lt;text&gt;</c> for text from no file.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string path, string text)
        : this(path, text, 0)
    {
    }

    private SourceText(string path, string text, int start)
    {
        Path = path;
        Text = text;
        Start = start;
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

    /// <summary>The place of its first character: 0, and more for a file that another imports.</summary>
    public int Start { get; }

    /// <summary>The files that it imports, itself or by others, each once.</summary>
    public IReadOnlyList<SourceText> Imports => _imports;

    /// <summary>The first place behind it and its imports.</summary>
    internal int SpaceEnd => _imports.Count == 0 ? Text.Length + 1 : _imports[^1].Start + _imports[^1].Text.Length + 1;

    /// <summary>Adds a file behind all others.</summary>
    internal SourceText AddImport(string path, string text)
    {
        var import = new SourceText(path, text, SpaceEnd);
        _imports.Add(import);
        return import;
    }

    /// <summary>The file that holds a place.</summary>
    public SourceText Holding(int place) => _imports.FindLast(i => i.Start <= place) ?? this;

    /// <summary>Line and column of a place in this file, both from 1; columns count UTF-16 units.</summary>
    public (int Line, int Column) Locate(int place)
    {
        int offset = place - Start;
        int line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>A piece of this file or of one that it imports, in one line, as people are shown it.</summary>
    public string TextOf(TextSpan span)
    {
        SourceText file = Holding(span.Start);
        return string.Join(' ', file.Text.Substring(span.Start - file.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The text of a line (from 1) without its line break.</summary>
    public string Line(int line)
    {
        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }
}
