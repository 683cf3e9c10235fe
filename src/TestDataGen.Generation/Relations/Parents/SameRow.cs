namespace TestDataGen.Generation;

/// <summary>The parts of a composite field: their row goes with the row that they are part of.</summary>
internal sealed class SameRow : ParentSource
{
    public override string Description => "its own";

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows) => frame.Rows.CopyTo(parentRows);
}
