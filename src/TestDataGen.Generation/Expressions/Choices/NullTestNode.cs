using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>is null</c> and <c>is not null</c>.</summary>
internal sealed class NullTestNode(Node operand, bool isNegated, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column column = operand.Value(frame);
        Span<long> result = ((Int64Column)target).Values;
        for (int i = 0; i < frame.Count; i++)
            result[i] = column.IsNull(i) != isNegated ? 1 : 0;
    }
}
