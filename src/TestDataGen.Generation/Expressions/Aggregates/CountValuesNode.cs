using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>count(children.field)</c>: how many of a row's children have a value there.</summary>
internal sealed class CountValuesNode(TablePlan children, int field, DataType type, CompileContext context)
    : AggregateNode<long>(children, field, type, context)
{
    protected override void Add(ref long state, Column values, int from, int to)
    {
        state += to - from;
        if (!values.HasNulls)
            return;
        for (int i = from; i < to; i++)
            state -= values.IsNull(i) ? 1 : 0;
    }

    protected override void Finish(in long state, Column target, int index) => ((Int64Column)target).Values[index] = state;
}
