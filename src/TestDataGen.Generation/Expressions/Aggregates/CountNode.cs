using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>count(children)</c>: how many children a row has, without looking at them.</summary>
internal sealed class CountNode(TablePlan children, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        ChildCounts counts = children.Children!;
        (long[] firsts, _) = frame.ChildRanges;
        counts.Ranges(frame.ScratchOf(counts), frame.Rows, firsts, ((Int64Column)target).Values);
    }
}
