using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The first of its operands that is not null.</summary>
internal sealed class CoalesceNode(IReadOnlyList<Node> operands, DataType type, CompileContext context) : Node(type, context)
{
    public override void Evaluate(Frame frame, Column target)
    {
        var columns = new Column[operands.Count];
        for (int k = 0; k < columns.Length; k++)
            columns[k] = operands[k].Value(frame);
        for (int i = 0; i < frame.Count; i++)
        {
            int k = 0;
            while (k < columns.Length - 1 && columns[k].IsNull(i))
                k++;
            target.Copy(i, columns[k], i);
        }
    }
}
