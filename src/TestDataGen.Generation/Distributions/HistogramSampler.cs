namespace TestDataGen.Generation;

/// <summary>Ranges of stored numbers by their weights, each drawn evenly, both ends included: one draw for the range and one for the place in it.</summary>
internal sealed class HistogramSampler : Sampler
{
    private readonly (long Low, long High)[] _ranges;
    private readonly long _step;
    private readonly AliasTable _weights;

    /// <summary>Ranges within a field's bounds; of one that is cut, as much of the weight is left as of its values.</summary>
    /// <param name="ranges">Low and high ends, and the weights.</param>
    /// <param name="step">The step between two values.</param>
    /// <param name="min">Least stored number.</param>
    /// <param name="max">Greatest stored number.</param>
    /// <param name="isClamped">Whether a range outside the bounds is moved to them.</param>
    public HistogramSampler(IEnumerable<(long Low, long High, double Weight)> ranges, long step, long min, long max, bool isClamped)
    {
        _step = step;
        var kept = new List<(long Low, long High, double Weight)>();
        double whole = 0;
        foreach ((long low, long high, double weight) in ranges)
        {
            whole += weight;
            (long from, long to) = (Math.Max(low, min), Math.Min(high, max));
            double inside = from > to ? 0 : weight * (Values(from, to) / Values(low, high));
            if (inside > 0)
                kept.Add((from, to, inside));
            if (isClamped && low < min)
                kept.Add((min, min, weight * (Values(low, Math.Min(high, min - step)) / Values(low, high))));
            if (isClamped && high > max)
                kept.Add((max, max, weight * (Values(Math.Max(low, max + step), high) / Values(low, high))));
        }

        Share = kept.Sum(r => r.Weight) / whole;
        _ranges = [.. kept.Select(r => (r.Low, r.High))];
        // Without a range nothing is drawn: the plan says so.
        _weights = new AliasTable(kept.Count == 0 ? [1] : [.. kept.Select(r => r.Weight)]);
    }

    public override double Share { get; }

    public override double Real(ref RandomDraws draws) => Stored(ref draws);

    public override long Stored(ref RandomDraws draws)
    {
        (long low, long high) = _ranges[_weights.Draw(draws.Next())];
        return low == high ? low : UniformInt64.Draw(draws.Next(), low, high, _step);
    }

    private double Values(long low, long high) => (double)(((Int128)high - low) / _step) + 1;
}
