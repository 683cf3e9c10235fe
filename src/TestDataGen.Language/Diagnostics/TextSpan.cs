namespace TestDataGen.Language;

/// <summary>A range of a source text: its first UTF-16 unit (from 0) and its length.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just behind the range.</summary>
    public int End => Start + Length;

    /// <summary>The smallest range that holds both.</summary>
    public static TextSpan Covering(TextSpan first, TextSpan last) =>
        new(Math.Min(first.Start, last.Start), Math.Max(first.End, last.End) - Math.Min(first.Start, last.Start));
}
