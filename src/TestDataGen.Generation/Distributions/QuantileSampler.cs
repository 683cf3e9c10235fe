namespace TestDataGen.Generation;

/// <summary>
/// A distribution by its quantile function: one draw a value. Bounds cut the range of the draw, not the values, so that nothing piles up at them; the
/// places where to cut are found by bisection, once.
/// </summary>
internal sealed class QuantileSampler : Sampler
{
    private readonly Quantile _quantile;
    private readonly SampleBounds _bounds;
    private readonly double _from;
    private readonly double _width;

    /// <summary>The distribution between two bounds.</summary>
    public QuantileSampler(Quantile quantile, SampleBounds bounds)
    {
        (_quantile, _bounds) = (quantile, bounds);
        bool isCut = !bounds.IsClamped;
        _from = isCut && !double.IsNegativeInfinity(bounds.Min) ? Find(x => x >= bounds.Min - bounds.HalfStep) : 0;
        double to = isCut && !double.IsPositiveInfinity(bounds.Max) ? Find(x => x > bounds.Max + bounds.HalfStep) : 1;
        _width = Math.Max(0, to - _from);
    }

    public override double Share => _width;

    public override double Real(ref RandomDraws draws) => Math.Clamp(_quantile.Of(_from + (draws.NextDouble() * _width)), _bounds.Min, _bounds.Max);

    public override long Stored(ref RandomDraws draws)
    {
        double x = Math.Round(_quantile.Of(_from + (draws.NextDouble() * _width)) * _bounds.Factor, MidpointRounding.AwayFromZero);
        return x <= _bounds.Least ? _bounds.Least : x >= _bounds.Greatest ? _bounds.Greatest : (long)x;
    }

    // The least u at which the quantile reaches the bound.
    private double Find(Func<double, bool> isReached)
    {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (middle <= 0 || middle >= 1)
                break;
            if (isReached(_quantile.Of(middle)))
                high = middle;
            else
                low = middle;
        }

        return high >= 1 - 1e-15 ? 1 : high <= 1e-15 ? 0 : high;
    }
}
