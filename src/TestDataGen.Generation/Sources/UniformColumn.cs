namespace TestDataGen.Generation;

/// <summary>Uniform between two stored numbers, both included.</summary>
internal sealed class UniformColumn(long low, long high, long step, ulong key, string description) : ColumnSource
{
    public override string Description => description;

    public override void Fill(Frame frame, Column column)
    {
        Span<long> values = ((Int64Column)column).Values;
        ReadOnlySpan<long> draws = frame.Draws;
        for (int i = 0; i < draws.Length; i++)
            values[i] = UniformInt64.Draw(Squares.AtRow(key, draws[i]), low, high, step);
    }
}
