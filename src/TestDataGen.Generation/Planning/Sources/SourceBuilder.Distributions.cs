using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Values drawn from distributions.</summary>
internal sealed partial class SourceBuilder
{
    // Below this share of a distribution, what is left of 53 binary digits of a draw is too coarse.
    private const double LeastShare = 1e-12;

    private SampledColumn Distribution(Field field, ValueSource source)
    {
        string description = Describe(source) + (field.IsClamped ? ", moved to the bounds" : "");
        if (field.IsUnique)
            builder.Report(PlanDiagnostic.NotProvablyUnique(field, $"{description} gives values more than once", "Use between(…) or sequence(…)."));
        return Sampled(field, SamplerOf(field, source), description);
    }

    private SampledColumn Sampled(Field field, Sampler sampler, string description) => sampler.Share >= LeastShare
        ? new SampledColumn(sampler, builder.Key(field, "value"), description)
        : throw new ArgumentException($"hardly any value of {description} lies within the bounds");

    private static Sampler SamplerOf(Field field, ValueSource source) => source switch
    {
        MixtureSource mixture => new MixtureSampler([.. mixture.Parts.Select(p => SamplerOf(field, p))], mixture.Weights),
        HistogramSource histogram => Histogram(field, histogram),
        DistributionSource { Name: "zipf" } zipf => ZipfOf(field, zipf.Arguments),
        DistributionSource distribution => new QuantileSampler(QuantileOf(distribution.Name, distribution.Arguments), BoundsOf(field)),
        _ => throw new ArgumentException($"{source.GetType().Name} is no distribution"),
    };

    private static Quantile QuantileOf(string name, IReadOnlyList<double> a) => name switch
    {
        "normal" => new Quantiles.Normal(a[0], a[1]),
        "lognormal" => new Quantiles.LogNormal(a[0], a[1]),
        "exponential" => new Quantiles.Exponential(a[0]),
        "poisson" => new Quantiles.Poisson(a[0]),
        "pareto" => new Quantiles.Pareto(a[0], a.Count > 1 ? a[1] : 1),
        "triangular" => new Quantiles.Triangular(a[0], a[1], a[2]),
        _ => throw new ArgumentException($"the distribution {name} has no source"),
    };

    private static Sampler Histogram(Field field, HistogramSource histogram)
    {
        IEnumerable<(Bucket Bucket, double Weight)> buckets = histogram.Buckets.Zip(histogram.Weights).Where(b => b.Second > 0);
        if (Column.StorageOf(field.Type) != Storage.Int64)
            return new QuantileSampler(new Quantiles.Ranges(buckets.Select(b => (Real(b.Bucket.Low.Value!), Real(b.Bucket.High.Value!), b.Weight))), BoundsOf(field));
        (Int128 least, Int128 greatest) = StoredBounds(field);
        return new HistogramSampler(
            buckets.Select(b => (StoredInt64.Of(b.Bucket.Low.Value!, field.Type), StoredInt64.Of(b.Bucket.High.Value!, field.Type), b.Weight)),
            Resolution.Of(field.Type), (long)least, (long)greatest, field.IsClamped);
    }

    private static ZipfSampler ZipfOf(Field field, IReadOnlyList<double> a)
    {
        SampleBounds bounds = BoundsOf(field);
        double low = field.Min is null ? 1 : Math.Ceiling(bounds.Min);
        double top = a.Count > 1 ? low + a[1] - 1 : field.Max is null ? low + 999_999 : bounds.Max;
        double count = Math.Min(1e18, Math.Floor(Math.Min(top, bounds.Max)) - low + 1);
        if (count < 1)
            throw new ArgumentException("no rank of zipf lies within the bounds");
        return new ZipfSampler(new Zipf((long)count, a[0]), (long)low, Math.Max(1, bounds.Factor));
    }

    private static SampleBounds BoundsOf(Field field)
    {
        DataType type = field.Type;
        bool isStored = Column.StorageOf(type) == Storage.Int64;
        (Int128 least, Int128 greatest) = StoredBounds(field);
        long factor = !isStored ? 0 : type.Kind == TypeKind.Decimal ? StoredInt64.OfDecimal(1, type.Scale) : 1;
        double most = type.Kind switch
        {
            TypeKind.Float => float.MaxValue,
            TypeKind.Double => double.MaxValue,
            _ when type.IsNumeric => (double)ColumnRange.Greatest(type),
            _ => double.PositiveInfinity,
        };
        double min = type.IsNumeric && field.Min?.Value is { } low ? Real(low) : double.NegativeInfinity;
        double max = type.IsNumeric && field.Max?.Value is { } high ? Real(high) : double.PositiveInfinity;
        return new SampleBounds(Math.Max(min, -most), Math.Min(max, most), (long)least, (long)greatest, factor, field.IsClamped);
    }

    private static string Describe(ValueSource source) => source switch
    {
        DistributionSource distribution => $"{distribution.Name}({string.Join(", ", distribution.Arguments.Select(x => x.ToString(CultureInfo.InvariantCulture)))})",
        HistogramSource histogram => $"histogram of {histogram.Buckets.Count} buckets",
        MixtureSource mixture => $"mixture of {string.Join(" and ", mixture.Parts.Select(Describe))}",
        _ => "",
    };
}
