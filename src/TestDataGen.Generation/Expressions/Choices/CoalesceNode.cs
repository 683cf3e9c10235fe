using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A value, or another where it is null; <c>coalesce</c> of more is one within the other.</summary>
internal sealed class CoalesceNode(Node value, Node other, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column values = value.Value(frame);
        Column others = other.Value(frame);
        for (int i = 0; i < frame.Count; i++)
            target.Copy(i, values.IsNull(i) ? others : values, i);
    }
}
