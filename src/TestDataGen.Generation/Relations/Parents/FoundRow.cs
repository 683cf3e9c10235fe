namespace TestDataGen.Generation;

/// <summary>The row of a data set that has a value in a column; none where there is no such row.</summary>
internal sealed class FoundRow(Node value, LookupIndex index) : ParentSource
{
    public override string Description => "by its value";

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        Column sought = value.Value(frame);
        for (int i = 0; i < parentRows.Length; i++)
            parentRows[i] = index.Find(sought, i);
    }
}
