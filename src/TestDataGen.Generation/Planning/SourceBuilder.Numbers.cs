using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Numbers, dates and the other values that are not text.</summary>
internal sealed partial class SourceBuilder
{
    private ColumnSource Between(Field field, BetweenSource between)
    {
        if (between.Low is Literal { Value: { } low } && between.High is Literal { Value: { } high })
            return Uniform(field, low, high);
        if (field.IsUnique)
            builder.Report(DiagnosticCatalog.NotProvablyUnique, field, $"{field} is unique, but its bounds differ from row to row.", "Use constant bounds.");
        var context = new CompileContext(builder, plan, field);
        var draw = new RangeDraw(between.Low, between.High, field.Type, between.Low.IsNullable || between.High.IsNullable, -1, field.Span);
        return new BetweenColumn(ExpressionCompiler.Compile(draw, field.Type, context), "between two expressions");
    }

    /// <summary>Uniform between two constants, within the field's bounds; each value at most once where the field is unique.</summary>
    private ColumnSource Uniform(Field field, object low, object high)
    {
        DataType type = field.Type;
        ulong key = builder.Key(field, "value");
        string description = string.Create(CultureInfo.InvariantCulture, $"between {Show(low)} and {Show(high)}");
        if (Column.StorageOf(type) != Storage.Int64)
        {
            if (field.IsUnique)
                builder.Report(DiagnosticCatalog.NotProvablyUnique, field, $"{field} is unique, but a {type} has no countable values.", "Use an integer or a decimal of at most 18 digits.");
            return new QuantileColumn(new Quantiles.Uniform(Real(low), Real(high)), MinOf(field), MaxOf(field), 1, key, description);
        }

        (Int128 least, Int128 greatest) = StoredBounds(field);
        long from = (long)Int128.Max(least, StoredInt64.Of(low, type));
        long to = (long)Int128.Min(greatest, StoredInt64.Of(high, type));
        if (from > to)
            throw new ArgumentException($"no value lies between {Show(low)} and {Show(high)} and within the field's other bounds");
        long step = Resolution.Of(type);
        if (!field.IsUnique)
            return new UniformColumn(from, to, step, key, description);
        ulong size = UniformInt64.Range(from, to, step);
        // 2^64 and more than half of it are as good as 2^62.
        size = size == 0 || size > 1UL << 62 ? 1UL << 62 : size;
        CheckDomain(field, size, $"{description} there are this many");
        return new PermutedColumn(new Permutation(size, key), from, step, $"{description}, each at most once");
    }

    private ColumnSource Distribution(Field field, DistributionSource distribution)
    {
        IReadOnlyList<double> a = distribution.Arguments;
        ulong key = builder.Key(field, "value");
        string description = string.Create(CultureInfo.InvariantCulture, $"{distribution.Name}({string.Join(", ", a.Select(x => x.ToString(CultureInfo.InvariantCulture)))})");
        if (field.IsUnique)
            builder.Report(DiagnosticCatalog.NotProvablyUnique, field, $"{field} is unique, but {distribution.Name} gives values more than once.", "Use between(…) or sequence(…).");
        long factor = field.Type.Kind == TypeKind.Decimal && Column.StorageOf(field.Type) == Storage.Int64 ? StoredInt64.OfDecimal(1, field.Type.Scale) : 1;
        if (distribution.Name == "zipf")
        {
            long low = field.Min is null ? 1 : (long)MinOf(field);
            double top = a.Count > 1 ? low + a[1] - 1 : Math.Min(field.Max is null ? low + 999_999 : MaxOf(field), TypeMax(field));
            return new ZipfColumn(new Zipf((long)Math.Max(1, Math.Min(top, MaxOf(field)) - low + 1), a[0]), low, factor, key, description);
        }

        Quantile quantile = distribution.Name switch
        {
            "uniform" => new Quantiles.Uniform(a[0], a[1]),
            "normal" => new Quantiles.Normal(a[0], a[1]),
            "lognormal" => new Quantiles.LogNormal(a[0], a[1]),
            "exponential" => new Quantiles.Exponential(a[0]),
            "poisson" => new Quantiles.Poisson(a[0]),
            "pareto" => new Quantiles.Pareto(a[0], a.Count > 1 ? a[1] : 1),
            "triangular" => new Quantiles.Triangular(a[0], a[1], a[2]),
            _ => throw new ArgumentException($"the distribution {distribution.Name} has no source"),
        };
        return new QuantileColumn(quantile, MinOf(field), MaxOf(field), factor, key, description);
    }

    private static double MinOf(Field field) => Math.Max(field.Min?.Value is { } min ? Real(min) : double.NegativeInfinity, -TypeMax(field) - (field.Type.IsInteger ? 1 : 0));

    private static double MaxOf(Field field) => Math.Min(field.Max?.Value is { } max ? Real(max) : double.PositiveInfinity, TypeMax(field));

    private static double TypeMax(Field field) => field.Type.Kind switch
    {
        TypeKind.SmallInt => short.MaxValue,
        TypeKind.Integer => int.MaxValue,
        // The next double below 2^63.
        TypeKind.BigInt => 9223372036854774784.0,
        TypeKind.Decimal => Math.Min(9223372036854774784.0 / Math.Pow(10, Math.Min(18, field.Type.Scale)), Math.Pow(10, field.Type.Precision - field.Type.Scale) - Math.Pow(10, -field.Type.Scale)),
        TypeKind.Float => float.MaxValue,
        _ => double.MaxValue,
    };

    private static double Real(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static string Show(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
