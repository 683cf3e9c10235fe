namespace TestDataGen;

/// <summary>A file that <c>Format-TdgSchema</c> would change.</summary>
public sealed class FormatChange
{
    internal FormatChange(string path, int line) => (Path, Line) = (path, line);

    /// <summary>The file, or <c>&lt;text&gt;</c>.</summary>
    public string Path { get; }

    /// <summary>The first line that would change, from 1.</summary>
    public int Line { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Line}";
}
