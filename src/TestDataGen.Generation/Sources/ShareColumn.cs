using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>
/// Parts of a parent's value, one a child, that add up to it exactly: every child has a weight by chance, and takes what lies between the weights before it and the
/// weights up to it.
/// </summary>
internal sealed class ShareColumn(Node total, ChildCounts children, ulong key) : ColumnSource
{
    // Weights of 24 bits, none under a fifth of the greatest.
    private const long LeastWeight = 1L << 22;

    public override string Description => "a share of its parent's";

    // The parts of the siblings depend on each other.
    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Column column)
    {
        int count = frame.Count;
        Column totals = total.Value(frame);
        ReadOnlySpan<long> wholes = ((Int64Column)totals).Values;
        Span<long> parts = ((Int64Column)column).Values;
        long[] buffer = ArrayPool<long>.Shared.Rent(4 * count);
        long[] sums = ArrayPool<long>.Shared.Rent(64);
        try
        {
            Span<long> parents = buffer.AsSpan(0, count);
            Span<long> indexes = buffer.AsSpan(count, count);
            Span<long> firsts = buffer.AsSpan(2 * count, count);
            Span<long> numbers = buffer.AsSpan(3 * count, count);
            children.Locate(frame.ScratchOf(children), frame.Rows, parents, indexes);
            children.Ranges(frame.ScratchOf(children), parents, firsts, numbers);
            long parent = -1;
            for (int i = 0; i < count; i++)
            {
                if (totals.IsNull(i))
                {
                    column.SetNull(i);
                    continue;
                }

                int siblings = checked((int)numbers[i]);
                if (parents[i] != parent)
                {
                    parent = parents[i];
                    if (sums.Length <= siblings)
                    {
                        ArrayPool<long>.Shared.Return(sums);
                        sums = ArrayPool<long>.Shared.Rent(siblings + 1);
                    }

                    sums[0] = 0;
                    for (int k = 0; k < siblings; k++)
                        sums[k + 1] = sums[k] + LeastWeight + (long)(Squares.AtRow(key, firsts[i] + k) >> 40);
                }

                long before = (long)((Int128)wholes[i] * sums[indexes[i]] / sums[siblings]);
                long upTo = (long)((Int128)wholes[i] * sums[indexes[i] + 1] / sums[siblings]);
                parts[i] = upTo - before;
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(buffer);
            ArrayPool<long>.Shared.Return(sums);
        }
    }
}
