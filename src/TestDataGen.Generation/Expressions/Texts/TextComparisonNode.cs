using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A comparison of texts or binaries by their bytes; of UTF-8 that is the order of code points, as in the binary collation of databases.</summary>
internal sealed class TextComparisonNode(BinaryOperator comparison, Node left, Node right, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        var a = (BytesColumn)left.Value(frame);
        var b = (BytesColumn)right.Value(frame);
        Span<long> result = ((Int64Column)target).Values;
        for (int i = 0; i < frame.Count; i++)
        {
            if (a.IsNull(i) || b.IsNull(i))
            {
                target.SetNull(i);
                continue;
            }

            bool holds = comparison switch
            {
                BinaryOperator.Equal => a[i].SequenceEqual(b[i]),
                BinaryOperator.NotEqual => !a[i].SequenceEqual(b[i]),
                BinaryOperator.Less => a[i].SequenceCompareTo(b[i]) < 0,
                BinaryOperator.LessOrEqual => a[i].SequenceCompareTo(b[i]) <= 0,
                BinaryOperator.Greater => a[i].SequenceCompareTo(b[i]) > 0,
                _ => a[i].SequenceCompareTo(b[i]) >= 0,
            };
            result[i] = holds ? 1 : 0;
        }
    }
}
