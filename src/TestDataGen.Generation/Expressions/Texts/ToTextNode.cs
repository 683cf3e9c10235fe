using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Any value as text.</summary>
internal sealed class ToTextNode(Node operand, DataType type, CompileContext context) : Node(type, context)
{
    public override bool OwnsText => true;

    public override void Evaluate(Frame frame, Column target)
    {
        Column column = operand.Value(frame);
        var text = (BytesColumn)target;
        for (int i = 0; i < frame.Count; i++)
        {
            if (column.IsNull(i))
            {
                target.SetNull(i);
                continue;
            }

            int size = column is BytesColumn bytes ? 2 * bytes[i].Length : CellText.MaxLength;
            text.Commit(i, CellText.Write(column, i, text.Reserve(size)));
        }
    }
}
