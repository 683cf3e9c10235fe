using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>
/// Parents by weights that their rows say; a weight of 0 leaves a parent out. A draw below the sum of all weights is a place among them, as a child's row is a place
/// among all children.
/// </summary>
internal sealed class WeightedParent(ChildCounts weights, ulong key, string description) : ParentSource
{
    public override string Description => description;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        if (weights.Total == 0)
        {
            parentRows.Fill(-1);
            return;
        }

        long[] places = ArrayPool<long>.Shared.Rent(draws.Length);
        for (int i = 0; i < draws.Length; i++)
            places[i] = (long)Squares.Below(Squares.AtRow(key, draws[i]), (ulong)weights.Total);
        weights.Locate(frame.ScratchOf(weights), places.AsSpan(0, draws.Length), parentRows, []);
        ArrayPool<long>.Shared.Return(places);
    }
}
