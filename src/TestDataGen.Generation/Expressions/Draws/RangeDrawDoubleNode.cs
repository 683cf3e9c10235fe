using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>a..b</c> over floating-point numbers: uniform.</summary>
internal sealed class RangeDrawDoubleNode(Node low, Node high, ulong key, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column a = low.Value(frame);
        Column b = high.Value(frame);
        ReadOnlySpan<double> from = ((DoubleColumn)a).Values[..frame.Count];
        ReadOnlySpan<double> to = ((DoubleColumn)b).Values[..frame.Count];
        Span<double> result = ((DoubleColumn)target).Values[..frame.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (a.IsNull(i) || b.IsNull(i))
                target.SetNull(i);
            else if (from[i] > to[i])
                throw Error(frame, i, $"the range's lower end {from[i]} is over its upper end {to[i]}.");
            else
                result[i] = from[i] + (Squares.OpenUnit(Squares.AtRow(key, frame.Draws[i])) * (to[i] - from[i]));
        }
    }
}
