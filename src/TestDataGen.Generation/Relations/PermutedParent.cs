namespace TestDataGen.Generation;

/// <summary>No parent twice: a one-to-one reference.</summary>
internal sealed class PermutedParent(Permutation permutation) : ParentSource
{
    public override string Description => "each parent at most once";

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            parentRows[i] = (long)permutation.At((ulong)rows[i]);
    }
}
