namespace TestDataGen.Generation;

/// <summary>The parent in place k is drawn with a probability proportional to 1 / k^s.</summary>
internal sealed class ZipfParent(Zipf zipf, ulong key) : ParentSource
{
    public override string Description => $"zipf({zipf.Exponent})";

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        for (int i = 0; i < draws.Length; i++)
            parentRows[i] = zipf.Draw(key, draws[i]) - 1;
    }
}
