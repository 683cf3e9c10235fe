namespace TestDataGen.Generation;

/// <summary>Another source's values, but null in a share of the draws.</summary>
internal sealed class NullableColumn(ColumnSource source, NullDraw nulls, double fraction) : ColumnSource
{
    public override string Description => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{source.Description}, {fraction * 100:0.##}% null");

    public override int MaxChars => source.MaxChars;

    public override double AverageBytes => source.AverageBytes * (1 - fraction);

    public override void Fill(Frame frame, Column column)
    {
        source.Fill(frame, column);
        ReadOnlySpan<long> draws = frame.Draws;
        for (int i = 0; i < draws.Length; i++)
        {
            if (nulls.IsNull(draws[i]))
                column.SetNull(i);
        }
    }
}
