using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>and</c> and <c>or</c> by SQL's three-valued logic: false and null is false, true or null is true.</summary>
internal sealed class LogicNode(bool isAnd, Node left, Node right, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column a = left.Value(frame);
        Column b = right.Value(frame);
        ReadOnlySpan<long> x = ((Int64Column)a).Values;
        ReadOnlySpan<long> y = ((Int64Column)b).Values;
        Span<long> result = ((Int64Column)target).Values;
        // The value that decides alone: false for and, true for or.
        long decides = isAnd ? 0 : 1;
        for (int i = 0; i < frame.Count; i++)
        {
            bool isNullA = a.IsNull(i);
            bool isNullB = b.IsNull(i);
            if ((!isNullA && x[i] == decides) || (!isNullB && y[i] == decides))
                result[i] = decides;
            else if (isNullA || isNullB)
                target.SetNull(i);
            else
                result[i] = 1 - decides;
        }
    }
}
