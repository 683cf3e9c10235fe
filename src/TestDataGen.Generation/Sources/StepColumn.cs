namespace TestDataGen.Generation;

/// <summary>Stored numbers low, low + step, … by an index, such as one that takes each at most once.</summary>
internal sealed class StepColumn(RowIndex index, long low, long step, string description) : ColumnSource
{
    public override string Description => description;

    public override bool IsDrawn => index.IsDrawn;

    public override void Fill(Frame frame, Column column)
    {
        Span<long> values = ((Int64Column)column).Values[..frame.Count];
        index.Fill(frame, values);
        for (int i = 0; i < values.Length; i++)
            values[i] = low + (values[i] * step);
    }
}
