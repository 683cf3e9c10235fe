namespace TestDataGen.Generation;

/// <summary>No element twice.</summary>
internal sealed class UniqueIndex(RowOrder order) : RowIndex
{
    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Span<long> elements)
    {
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            elements[i] = (long)order.At(rows[i]);
    }
}
