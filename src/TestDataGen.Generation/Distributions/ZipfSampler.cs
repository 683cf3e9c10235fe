namespace TestDataGen.Generation;

/// <summary>Zipf's law over low, low + 1, …: the first value the most frequent.</summary>
internal sealed class ZipfSampler(Zipf zipf, long low, long factor) : Sampler
{
    public override double Share => 1;

    public override double Real(ref RandomDraws draws) => low + zipf.Draw(ref draws) - 1;

    public override long Stored(ref RandomDraws draws) => (low + zipf.Draw(ref draws) - 1) * factor;
}
