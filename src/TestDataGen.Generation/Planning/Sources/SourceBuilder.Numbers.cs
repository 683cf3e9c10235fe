using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Numbers, dates and the other values that are not text.</summary>
internal sealed partial class SourceBuilder
{
    private ColumnSource Between(Field field, BetweenSource between, string description)
    {
        if (between.Low is Literal { Value: { } low } && between.High is Literal { Value: { } high })
            return Uniform(field, low, high);
        if (field.IsUnique)
            builder.Report(PlanDiagnostic.NotProvablyUnique(field, "its bounds differ from row to row", "Use constant bounds."));
        var context = new CompileContext(builder, plan, field);
        var draw = new RangeDraw(between.Low, between.High, field.Type, between.Low.IsNullable || between.High.IsNullable, -1, field.Span);
        return new BetweenColumn(ExpressionCompiler.Compile(draw, field.Type, context), description);
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
                builder.Report(PlanDiagnostic.NotProvablyUnique(field, $"a {type} has no countable values", "Use an integer or a decimal of at most 18 digits."));
            return Sampled(field, new QuantileSampler(new Quantiles.Uniform(Real(low), Real(high)), BoundsOf(field)), description);
        }

        (Int128 least, Int128 greatest) = StoredBounds(field);
        long from = (long)Int128.Max(least, StoredInt64.Of(low, type));
        long to = (long)Int128.Min(greatest, StoredInt64.Of(high, type));
        if (from > to)
            throw new ArgumentException($"no value lies between {Show(low)} and {Show(high)} and within the field's other bounds");
        long step = Resolution.Of(type);
        if (!IsCounted(field))
            return new UniformColumn(from, to, step, key, description);
        ulong size = UniformInt64.Range(from, to, step);
        // 2^64 and more than half of it are as good as 2^62.
        size = size == 0 || size > MostCounted ? MostCounted : size;
        CheckDomain(field, size, $"{description} there are this many");
        return new StepColumn(IndexOf(field, size), from, step, $"{description}, each at most once{(field.IsUnique ? "" : " in its key")}");
    }

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
