namespace TestDataGen.Generation;

/// <summary>Every parent is as likely as another.</summary>
internal sealed class RandomParent(long parentCount, ulong key) : ParentSource
{
    public override string Description => "random";

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        for (int i = 0; i < draws.Length; i++)
            parentRows[i] = (long)Squares.Below(Squares.AtRow(key, draws[i]), (ulong)parentCount);
    }
}
