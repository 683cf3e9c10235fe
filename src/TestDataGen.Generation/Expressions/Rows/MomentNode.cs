using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The row's moment in a time series.</summary>
internal sealed class MomentNode(long first, long step, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Span<long> result = ((Int64Column)target).Values;
        frame.CopyChildNumbers(result);
        for (int i = 0; i < frame.Count; i++)
            result[i] = first + (result[i] * step);
    }
}
