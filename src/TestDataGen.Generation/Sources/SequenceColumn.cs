namespace TestDataGen.Generation;

/// <summary>start, start + step, … by row; scaled for decimals and dates by the plan.</summary>
internal sealed class SequenceColumn(long start, long step, string description) : ColumnSource
{
    public override string Description => description;

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Column column)
    {
        Span<long> values = ((Int64Column)column).Values;
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            values[i] = start + (rows[i] * step);
    }
}
