using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>a..b</c> over integers, durations, dates and decimals of 64 bits: uniform, both ends included.</summary>
internal sealed class RangeDrawNode(Node low, Node high, ulong key, long step, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Column a = low.Value(frame);
        Column b = high.Value(frame);
        ReadOnlySpan<long> from = ((Int64Column)a).Values[..frame.Count];
        ReadOnlySpan<long> to = ((Int64Column)b).Values[..frame.Count];
        Span<long> result = ((Int64Column)target).Values[..frame.Count];
        ReadOnlySpan<long> draws = frame.Draws;
        for (int i = 0; i < draws.Length; i++)
        {
            if (a.IsNull(i) || b.IsNull(i))
                target.SetNull(i);
            else if (from[i] > to[i])
                throw Error(frame, i, $"the range's lower end {Text(from[i])} is over its upper end {Text(to[i])}.");
            else
                result[i] = UniformInt64.Draw(Squares.AtRow(key, draws[i]), from[i], to[i], step);
        }
    }

    private string Text(long value)
    {
        Span<byte> text = stackalloc byte[CellText.MaxLength];
        return System.Text.Encoding.UTF8.GetString(text[..CellText.WriteInt64(low.Type, value, text)]);
    }
}
