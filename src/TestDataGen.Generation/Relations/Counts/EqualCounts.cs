namespace TestDataGen.Generation;

/// <summary>Every parent has the same number of children: nothing is drawn and nothing kept.</summary>
internal sealed class EqualCounts : ChildCounts
{
    private readonly long _count;

    /// <summary>That many children for each parent.</summary>
    /// <exception cref="OverflowException">More children than <see cref="PlanLimits.MaxRows"/>.</exception>
    public EqualCounts(long parents, long count)
        : base(parents, 0)
    {
        _count = count;
        if (count > 0 && parents > PlanLimits.MaxRows / count)
            throw new OverflowException();
        Total = parents * count;
    }

    public override long Total { get; }

    public override void Ranges(Frame? scratch, ReadOnlySpan<long> parents, Span<long> firsts, Span<long> counts)
    {
        for (int i = 0; i < parents.Length; i++)
        {
            firsts[i] = parents[i] * _count;
            counts[i] = _count;
        }
    }

    public override void Locate(Frame? scratch, ReadOnlySpan<long> children, Span<long> parents, Span<long> indexes)
    {
        for (int i = 0; i < children.Length; i++)
        {
            long parent = _count == 0 ? 0 : children[i] / _count;
            if (!parents.IsEmpty)
                parents[i] = parent;
            if (!indexes.IsEmpty)
                indexes[i] = children[i] - (parent * _count);
        }
    }

    protected override void Fill(Frame? scratch, long first, Span<long> counts) => counts.Fill(_count);
}
