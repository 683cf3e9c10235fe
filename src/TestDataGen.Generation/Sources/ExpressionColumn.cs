using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>= expression</c>, held against the field's bounds.</summary>
internal sealed class ExpressionColumn(Node expression, Field field, string description = "expression") : ColumnSource
{
    private readonly long _min = field.Min?.Value is { } min && Column.StorageOf(field.Type) == Storage.Int64 ? StoredInt64.Of(min, field.Type) : long.MinValue;
    private readonly long _max = field.Max?.Value is { } max && Column.StorageOf(field.Type) == Storage.Int64 ? StoredInt64.Of(max, field.Type) : long.MaxValue;

    public override string Description => description;

    public override double AverageBytes => field.Type.IsText ? 24 : 8;

    public override void Fill(Frame frame, Column column)
    {
        expression.Evaluate(frame, column);
        if (_min == long.MinValue && _max == long.MaxValue)
            return;
        ReadOnlySpan<long> values = ((Int64Column)column).Values[..frame.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if ((values[i] < _min || values[i] > _max) && !column.IsNull(i))
            {
                throw new GenerationException(
                    $"{field}, row {frame.Rows[i] + 1}: the expression gives a value that is {(values[i] < _min ? $"under min {field.Min!.Value}" : $"over max {field.Max!.Value}")}. Keep it in range with least(…) or greatest(…), or change the bound.");
            }
        }
    }
}
