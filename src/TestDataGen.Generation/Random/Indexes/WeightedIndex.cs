namespace TestDataGen.Generation;

/// <summary>An element by its weight.</summary>
internal sealed class WeightedIndex(AliasTable weights, ulong key) : RowIndex
{
    public override void Fill(Frame frame, Span<long> elements)
    {
        ReadOnlySpan<long> draws = frame.Draws;
        for (int i = 0; i < draws.Length; i++)
            elements[i] = weights.Draw(Squares.AtRow(key, draws[i]));
    }
}
