namespace TestDataGen.Generation;

/// <summary>Children by their parent, in the parents' order.</summary>
internal sealed class PerParent(ChildCounts counts, string description) : ParentSource
{
    public override string Description => description;

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows) => counts.Locate(frame.ScratchOf(counts), frame.Rows, parentRows, []);
}
