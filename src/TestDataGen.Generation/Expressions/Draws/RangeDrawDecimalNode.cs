using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>a..b</c> over decimals: uniform at the finer of both ends' scales, both ends included.</summary>
internal sealed class RangeDrawDecimalNode(Node low, Node high, ulong key, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column a = low.Value(frame);
        Column b = high.Value(frame);
        ReadOnlySpan<decimal> from = ((DecimalColumn)a).Values[..frame.Count];
        ReadOnlySpan<decimal> to = ((DecimalColumn)b).Values[..frame.Count];
        Span<decimal> result = ((DecimalColumn)target).Values[..frame.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (a.IsNull(i) || b.IsNull(i))
            {
                target.SetNull(i);
                continue;
            }

            if (from[i] > to[i])
                throw Error(frame, i, $"the range's lower end {from[i]} is over its upper end {to[i]}.");
            decimal unit = new(1, 0, 0, false, (byte)Math.Min(18, Math.Max((int)from[i].Scale, to[i].Scale)));
            decimal steps = (to[i] - from[i]) / unit;
            if (steps >= ulong.MaxValue)
                throw Error(frame, i, "the range has more than 2^64 values.");
            result[i] = from[i] + (Squares.Below(Squares.AtRow(key, frame.Draws[i]), (ulong)steps + 1) * unit);
        }
    }
}
