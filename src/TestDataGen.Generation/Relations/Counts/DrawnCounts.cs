using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Numbers of children that are drawn, each from its parent's own counter.</summary>
internal sealed class DrawnCounts : ChildCounts
{
    private readonly ulong _key;
    private readonly (long Low, ulong Range)[] _ranges;
    private readonly AliasTable? _weights;
    private readonly Quantile? _quantile;
    private readonly Zipf? _zipf;
    private readonly long _most;

    /// <summary>Draws all counts once and keeps their sums by block.</summary>
    /// <param name="parents">Number of parent rows.</param>
    /// <param name="draw">How they are drawn.</param>
    /// <param name="most">No parent has more children than this.</param>
    /// <param name="key">The stream's key.</param>
    /// <param name="cancellationToken">Stops the count of very many parents.</param>
    /// <exception cref="OverflowException">More children than can be counted.</exception>
    public DrawnCounts(long parents, CountDraw draw, long most, ulong key, CancellationToken cancellationToken)
        : base(parents, 6)
    {
        (_key, _most) = (key, most);
        IReadOnlyList<UniformCount> ranges = draw switch
        {
            UniformCount uniform => [uniform],
            WeightedCount weighted => weighted.Ranges,
            _ => [],
        };
        _ranges = [.. ranges.Select(r => (r.Low, (ulong)(r.High - r.Low) + 1))];
        if (draw is WeightedCount { Weights: var weights })
            _weights = new AliasTable(weights);
        if (draw is DistributedCount { Distribution: var distribution })
        {
            if (distribution.Name == "zipf")
                _zipf = new Zipf((long)distribution.Arguments[1], distribution.Arguments[0]);
            else
                _quantile = new Quantiles.Poisson(distribution.Arguments[0]);
        }

        SumUp(cancellationToken);
    }

    protected override void Fill(Frame? scratch, long first, Span<long> counts)
    {
        if (_ranges.Length == 1)
        {
            (long low, ulong range) = _ranges[0];
            for (int i = 0; i < counts.Length; i++)
                counts[i] = low + (long)Squares.Below(Squares.AtRow(_key, first + i), range);
        }
        else
        {
            for (int i = 0; i < counts.Length; i++)
                counts[i] = Math.Min(_most, Draw(first + i));
        }
    }

    private long Draw(long parent)
    {
        if (_zipf is not null)
            return _zipf.Draw(_key, parent);
        var draws = new RandomDraws(_key, (ulong)parent << Squares.DrawBits);
        if (_quantile is not null)
            return (long)_quantile.Of(draws.NextDouble());
        (long low, ulong range) = _ranges[_weights!.Draw(draws.Next())];
        return low + (long)draws.Below(range);
    }
}
