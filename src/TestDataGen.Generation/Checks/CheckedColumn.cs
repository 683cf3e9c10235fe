namespace TestDataGen.Generation;

/// <summary>Another source's values, of the try at which the row's checks hold.</summary>
internal sealed class CheckedColumn(ColumnSource source, CheckGroup group) : ColumnSource
{
    public override string Description => source.Description;

    public override int MaxChars => source.MaxChars;

    public override double AverageBytes => source.AverageBytes;

    public override bool IsDrawn => source.IsDrawn;

    public override void Fill(Frame frame, Column column)
    {
        if (frame.IsTrial)
            source.Fill(frame, column);
        else
            group.Settle(frame);
    }
}
