namespace TestDataGen.Generation;

/// <summary>A row of a data set by its weight.</summary>
internal sealed class DataSetRow(AliasTable weights, ulong key, string description) : ParentSource
{
    public override string Description => description;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        for (int i = 0; i < draws.Length; i++)
            parentRows[i] = weights.Draw(Squares.AtRow(key, draws[i]));
    }
}
