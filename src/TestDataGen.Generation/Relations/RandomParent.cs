namespace TestDataGen.Generation;

/// <summary>Every parent is as likely as another.</summary>
internal sealed class RandomParent(long parentCount, ulong key) : ParentSource
{
    public override string Description => "random";

    public override void Fill(ReadOnlySpan<long> rows, Span<long> parentRows)
    {
        for (int i = 0; i < rows.Length; i++)
            parentRows[i] = (long)Squares.Below(Squares.AtRow(key, rows[i]), (ulong)parentCount);
    }
}
