namespace TestDataGen.Generation;

/// <summary>One of the fields that run along the children of a parent.</summary>
/// <param name="group">The fields that run together.</param>
/// <param name="field">The field's place in the table.</param>
/// <param name="source">Its values where the row before is at hand.</param>
internal sealed class RunningColumn(RunningGroup group, int field, ColumnSource source) : ColumnSource
{
    /// <summary>The values where the row before is at hand.</summary>
    public ColumnSource Source => source;

    public override bool IsDrawn => source.IsDrawn;

    public override string Description => $"{source.Description}, from child to child";

    public override int MaxChars => source.MaxChars;

    public override double AverageBytes => source.AverageBytes;

    public override void Fill(Frame frame, Column column)
    {
        if (frame.Chain?.Group == group)
            source.Fill(frame, column);
        else if (!frame.CopyFromOrigin(field, column))
            group.Fill(frame);
    }
}
