using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A constant: written once for all the cells there is room for, and kept.</summary>
internal sealed class LiteralNode(object? value, DataType type, CompileContext context) : Node(type, context)
{
    public object? Constant => value;

    public override Column Value(Frame frame)
    {
        if (frame.Constant(Id) is { } kept)
            return kept;
        Column column = frame.Intermediate(Id, Type);
        Fill(column, column.Capacity);
        return column;
    }

    public override void Evaluate(Frame frame, Column target) => Fill(target, frame.Count);

    private void Fill(Column target, int count)
    {
        if (value is null)
        {
            for (int i = 0; i < count; i++)
                target.SetNull(i);
            return;
        }

        switch (target)
        {
            case Int64Column column:
                column.Values[..count].Fill(StoredInt64.Of(value, target.Type));
                break;
            case DoubleColumn column:
                column.Values[..count].Fill((double)value);
                break;
            case DecimalColumn column:
                column.Values[..count].Fill((decimal)value);
                break;
            case GuidColumn column:
                column.Values[..count].Fill((Guid)value);
                break;
            case BytesColumn column:
                byte[] bytes = value as byte[] ?? Encoding.UTF8.GetBytes((string)value);
                column.UseSharedHeap(bytes);
                for (int i = 0; i < count; i++)
                    column.SetShared(i, 0, bytes.Length);
                break;
        }
    }
}
