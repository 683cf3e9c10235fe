using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>nullif(a, b)</c>: null where both are equal, a elsewhere.</summary>
internal sealed class NullIfNode(Node value, Node equal, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column values = value.Value(frame);
        Column isEqual = equal.Value(frame);
        for (int i = 0; i < frame.Count; i++)
        {
            if (!isEqual.IsNull(i) && ((Int64Column)isEqual).Values[i] != 0)
                target.SetNull(i);
            else
                target.Copy(i, values, i);
        }
    }
}
