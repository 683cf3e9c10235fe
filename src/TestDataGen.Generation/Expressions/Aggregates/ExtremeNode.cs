using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>min</c> and <c>max</c> over children, of values that have one size.</summary>
internal sealed class ExtremeNode<T>(TablePlan children, int field, bool isGreatest, DataType type, CompileContext context)
    : AggregateNode<(T Value, bool Any)>(children, field, type, context)
    where T : struct, IComparable<T>
{
    protected override void Add(ref (T Value, bool Any) state, Column values, int from, int to)
    {
        ReadOnlySpan<T> all = ((ValueColumn<T>)values).Values;
        for (int i = from; i < to; i++)
        {
            if (!values.IsNull(i) && (!state.Any || (isGreatest ? all[i].CompareTo(state.Value) > 0 : all[i].CompareTo(state.Value) < 0)))
                state = (all[i], true);
        }
    }

    protected override void Finish(in (T Value, bool Any) state, Column target, int index)
    {
        if (state.Any)
            ((ValueColumn<T>)target).Values[index] = state.Value;
        else
            target.SetNull(index);
    }
}
