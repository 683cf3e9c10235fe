using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>One text of a list; the cells are places in the list's own bytes. Unique fields take each at most once.</summary>
internal sealed class PickColumn(PickDomain domain, RowIndex index, string description) : ColumnSource
{
    public override string Description => description;

    public override bool IsDrawn => index.IsDrawn;

    public override int MaxChars => domain.MaxChars;

    public override double AverageBytes => domain.AverageBytes;

    public override void Fill(Frame frame, Column column)
    {
        var texts = (BytesColumn)column;
        texts.UseSharedHeap(domain.Heap);
        long[] picks = ArrayPool<long>.Shared.Rent(frame.Count);
        index.Fill(frame, picks);
        ReadOnlySpan<int> starts = domain.Starts;
        for (int i = 0; i < frame.Count; i++)
        {
            int pick = (int)picks[i];
            texts.SetShared(i, starts[pick], starts[pick + 1] - starts[pick]);
        }

        ArrayPool<long>.Shared.Return(picks);
    }
}
