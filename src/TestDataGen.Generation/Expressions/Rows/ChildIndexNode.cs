using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The row's number among its siblings, from 0.</summary>
internal sealed class ChildIndexNode(DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target) =>
        frame.CopyChildNumbers(((Int64Column)target).Values);
}
