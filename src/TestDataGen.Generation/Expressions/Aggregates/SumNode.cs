using System.Numerics;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>sum</c> and <c>avg</c> of doubles, in the order of the rows, and of decimals that take more than 64 bits.</summary>
internal sealed class SumNode<T>(TablePlan children, int field, bool isAverage, DataType type, CompileContext context)
    : AggregateNode<(T Sum, long Count)>(children, field, type, context)
    where T : struct, INumber<T>
{
    protected override void Add(ref (T Sum, long Count) state, Column values, int from, int to)
    {
        ReadOnlySpan<T> numbers = ((ValueColumn<T>)values).Values;
        for (int i = from; i < to; i++)
        {
            if (values.IsNull(i))
                continue;
            state.Sum += numbers[i];
            state.Count++;
        }
    }

    protected override void Finish(in (T Sum, long Count) state, Column target, int index)
    {
        if (state.Count == 0)
            target.SetNull(index);
        else if (!T.IsFinite(state.Sum))
            throw new OverflowException();
        else
            ((ValueColumn<T>)target).Values[index] = isAverage ? state.Sum / T.CreateChecked(state.Count) : state.Sum;
    }
}
