namespace TestDataGen.Generation;

/// <summary>One of several distributions by weight, then a value of it: of each, as much of the weight is left as of the distribution lies within the field's bounds.</summary>
internal sealed class MixtureSampler : Sampler
{
    private readonly Sampler[] _parts;
    private readonly AliasTable _weights;

    /// <summary>Distributions and their weights, not all 0.</summary>
    public MixtureSampler(IReadOnlyList<Sampler> parts, IReadOnlyList<double> weights)
    {
        double[] left = [.. parts.Select((part, i) => weights[i] * part.Share)];
        Share = left.Sum() / weights.Sum();
        _parts = [.. parts];
        // Without a part nothing is drawn: the plan says so.
        _weights = new AliasTable(Share > 0 ? left : [.. left.Select(_ => 1.0)]);
    }

    public override double Share { get; }

    public override double Real(ref RandomDraws draws) => _parts[_weights.Draw(draws.Next())].Real(ref draws);

    public override long Stored(ref RandomDraws draws) => _parts[_weights.Draw(draws.Next())].Stored(ref draws);
}
