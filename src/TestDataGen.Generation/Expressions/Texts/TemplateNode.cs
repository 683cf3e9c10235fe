using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A string template: its parts written one after the other; a null part is empty.</summary>
internal sealed class TemplateNode(IReadOnlyList<Node> parts, DataType type, CompileContext context) : Node(type, context)
{
    public override bool OwnsText => true;

    public override void Evaluate(Frame frame, Column target)
    {
        var text = (BytesColumn)target;
        var columns = new Column[parts.Count];
        for (int k = 0; k < columns.Length; k++)
            columns[k] = parts[k].Value(frame);
        for (int i = 0; i < frame.Count; i++)
        {
            int length = 0;
            foreach (Column column in columns)
            {
                if (column is BytesColumn bytes)
                    length += 2 * bytes[i].Length; // a binary's digits
                else
                    length += CellText.MaxLength;
            }

            Span<byte> into = text.Reserve(length);
            int at = 0;
            foreach (Column column in columns)
            {
                if (column.IsNull(i))
                    continue;
                if (column is BytesColumn { Type.Kind: not TypeKind.Binary } bytes)
                {
                    ReadOnlySpan<byte> part = bytes[i];
                    part.CopyTo(into[at..]);
                    at += part.Length;
                }
                else
                {
                    at += CellText.Write(column, i, into[at..]);
                }
            }

            text.Commit(i, at);
        }
    }
}
