namespace TestDataGen.Generation;

/// <summary>Any element, as likely as another.</summary>
internal sealed class RandomIndex(ulong size, ulong key) : RowIndex
{
    public override void Fill(Frame frame, Span<long> elements)
    {
        ReadOnlySpan<long> draws = frame.Draws;
        for (int i = 0; i < draws.Length; i++)
            elements[i] = (long)Squares.Below(Squares.AtRow(key, draws[i]), size);
    }
}
