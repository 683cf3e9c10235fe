using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>sum</c> and <c>avg</c> of whole numbers, and of decimals that are stored as such: exact.</summary>
/// <param name="children">The children's table.</param>
/// <param name="field">Their field.</param>
/// <param name="scale">The digits behind the point of the stored numbers.</param>
/// <param name="isAverage">Whether the sum is divided by the number of values.</param>
/// <param name="type">bigint or decimal.</param>
/// <param name="context">The field of the parent.</param>
internal sealed class SumInt64Node(TablePlan children, int field, int scale, bool isAverage, DataType type, CompileContext context)
    : AggregateNode<(Int128 Sum, long Count)>(children, field, type, context)
{
    protected override void Add(ref (Int128 Sum, long Count) state, Column values, int from, int to)
    {
        ReadOnlySpan<long> numbers = ((Int64Column)values).Values;
        for (int i = from; i < to; i++)
        {
            if (values.IsNull(i))
                continue;
            state.Sum += numbers[i];
            state.Count++;
        }
    }

    protected override void Finish(in (Int128 Sum, long Count) state, Column target, int index)
    {
        if (state.Count == 0)
        {
            target.SetNull(index);
            return;
        }

        if (target is Int64Column whole)
        {
            whole.Values[index] = checked((long)state.Sum);
            return;
        }

        decimal sum = state.Sum >= long.MinValue && state.Sum <= long.MaxValue
            ? StoredInt64.ToDecimal((long)state.Sum, scale) : (decimal)state.Sum / StoredInt64.PowerOfTen(scale);
        ((DecimalColumn)target).Values[index] = isAverage ? sum / state.Count : sum;
    }
}
