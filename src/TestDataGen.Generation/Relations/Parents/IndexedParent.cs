namespace TestDataGen.Generation;

/// <summary>Parents by an index over all of them, such as one that takes none twice.</summary>
internal sealed class IndexedParent(RowIndex index, string description) : ParentSource
{
    public override string Description => description;

    public override bool IsDrawn => index.IsDrawn;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows) => index.Fill(frame, parentRows);
}
