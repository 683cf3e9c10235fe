using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>= expression</c>, held against the field's bounds.</summary>
internal sealed class ExpressionColumn(Node expression, Field field, string description = "expression") : ColumnSource
{
    private readonly object? _min = Bound(field.Min, field.Type);
    private readonly object? _max = Bound(field.Max, field.Type);

    public override string Description => description;

    public override bool IsDrawn => field.Source.Expressions.Any(ExpressionTree.Draws);

    public override double AverageBytes => field.Type.IsText ? 24 : 8;

    public override void Fill(Frame frame, Column column)
    {
        expression.Evaluate(frame, column);
        if (_min is null && _max is null)
            return;
        switch (column)
        {
            case Int64Column numbers:
                Check<long>(frame, column, numbers.Values, long.MinValue, long.MaxValue);
                break;
            case DoubleColumn reals:
                Check<double>(frame, column, reals.Values, double.NegativeInfinity, double.PositiveInfinity);
                break;
            case DecimalColumn decimals:
                Check<decimal>(frame, column, decimals.Values, decimal.MinValue, decimal.MaxValue);
                break;
        }
    }

    private void Check<T>(Frame frame, Column column, ReadOnlySpan<T> values, T least, T greatest)
        where T : struct, IComparable<T>
    {
        least = _min is T min ? min : least;
        greatest = _max is T max ? max : greatest;
        for (int i = 0; i < frame.Count; i++)
        {
            bool isUnder = values[i].CompareTo(least) < 0;
            if ((isUnder || values[i].CompareTo(greatest) > 0) && !column.IsNull(i))
            {
                throw new GenerationException(
                    $"{field}, row {frame.Rows[i] + 1}: the expression gives a value that is {(isUnder ? $"under min {field.Min!.Value}" : $"over max {field.Max!.Value}")}. Keep it in range with least(…) or greatest(…), or change the bound.");
            }
        }
    }

    // A bound as the column keeps its values.
    private static object? Bound(Literal? literal, DataType type) => literal?.Value is not { } value ? null : Column.StorageOf(type) switch
    {
        Storage.Int64 => StoredInt64.Of(value, type),
        Storage.Double => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
    };
}
