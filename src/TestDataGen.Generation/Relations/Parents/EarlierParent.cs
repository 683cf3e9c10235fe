namespace TestDataGen.Generation;

/// <summary>
/// A reference of a table to itself: each row points at one before it, the first row at none. So there are no circles, and the way up ends after about
/// ln(rows) steps (the depth of a random recursive tree).
/// </summary>
internal sealed class EarlierParent(ulong key) : ParentSource
{
    public override string Description => "a row before it";

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            parentRows[i] = rows[i] == 0 ? -1 : (long)Squares.Below(Squares.AtRow(key, draws[i]), (ulong)rows[i]);
    }
}
