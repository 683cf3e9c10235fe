using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A function of texts that gives a number or a boolean: <c>length</c>, <c>starts_with</c>, …</summary>
internal sealed class TextMeasureNode(
    IReadOnlyList<Node> operands, Func<Column[], int, long> function, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        Span<long> result = ((Int64Column)target).Values;
        Column[] columns = [.. operands.Select(o => o.Value(frame))];
        for (int i = 0; i < frame.Count; i++)
        {
            if (AnyNull(columns, i))
                target.SetNull(i);
            else
                result[i] = function(columns, i);
        }
    }
}
