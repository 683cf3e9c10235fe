namespace TestDataGen.Generation;

/// <summary>
/// One column's part of a combination that no two rows share: the row's place in a permutation of all combinations, read as a number with a digit a column.
/// </summary>
/// <param name="order">Over the product of all the columns' sizes.</param>
/// <param name="divisor">The product of the sizes of the columns before this one.</param>
/// <param name="size">This column's size.</param>
internal sealed class JointIndex(RowOrder order, ulong divisor, ulong size) : RowIndex
{
    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Span<long> elements)
    {
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            elements[i] = (long)(order.At(rows[i]) / divisor % size);
    }
}
