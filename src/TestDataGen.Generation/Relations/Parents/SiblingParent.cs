using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>
/// Parents among the children of a row's own ancestor, such as a warehouse of the order's tenant: they stand side by side, so one of them is drawn at once.
/// </summary>
/// <param name="children">The parents as children of the ancestor.</param>
/// <param name="path">The way from the row to its ancestor.</param>
/// <param name="isSelf">Whether the parents are rows of the same table: then only those before the row count.</param>
/// <param name="key">The stream's key.</param>
/// <param name="description">In words.</param>
internal sealed class SiblingParent(ChildCounts children, int[] path, bool isSelf, ulong key, string description) : ParentSource
{
    public override string Description => description;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        int count = frame.Count;
        int[] at = ArrayPool<int>.Shared.Rent(count);
        long[] buffer = ArrayPool<long>.Shared.Rent(3 * count);
        try
        {
            Span<long> ancestors = buffer.AsSpan(0, count);
            Span<long> firsts = buffer.AsSpan(count, count);
            Span<long> counts = buffer.AsSpan(2 * count, count);
            Frame end = frame.Walk(path, at);
            for (int i = 0; i < count; i++)
                ancestors[i] = at[i] < 0 ? 0 : end.Rows[at[i]];
            children.Ranges(frame.ScratchOf(children), ancestors, firsts, counts);
            for (int i = 0; i < count; i++)
            {
                long choices = isSelf ? Math.Min(counts[i], frame.Rows[i] - firsts[i]) : counts[i];
                parentRows[i] = at[i] < 0 || choices <= 0 ? -1 : firsts[i] + (long)Squares.Below(Squares.AtRow(key, draws[i]), (ulong)choices);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(at);
            ArrayPool<long>.Shared.Return(buffer);
        }
    }
}
