using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>Texts of a counted domain, written by their number.</summary>
/// <param name="domain">The domain.</param>
/// <param name="index">Which texts; where it counts fewer than the domain has, they lie evenly among them.</param>
/// <param name="stride">How far apart they lie.</param>
/// <param name="description">In words.</param>
internal sealed class DomainColumn(TextDomain domain, RowIndex index, UInt128 stride, string description) : ColumnSource
{
    public override string Description => description;

    public override bool IsDrawn => index.IsDrawn;

    public override int MaxChars => domain.MaxChars;

    public override double AverageBytes => domain.MaxBytes;

    public override void Fill(Frame frame, Column column)
    {
        var texts = (BytesColumn)column;
        long[] elements = ArrayPool<long>.Shared.Rent(frame.Count);
        index.Fill(frame, elements);
        for (int i = 0; i < frame.Count; i++)
            texts.Commit(i, domain.Write((UInt128)elements[i] * stride, texts.Reserve(domain.MaxBytes)));
        ArrayPool<long>.Shared.Return(elements);
    }
}
