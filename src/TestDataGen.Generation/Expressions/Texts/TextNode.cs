using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A function that gives a text, computed on strings: the functions that are called less often than <c>lower</c>.</summary>
/// <param name="operands">The arguments.</param>
/// <param name="function">Takes the arguments' columns and a cell; called only where no argument is null.</param>
/// <param name="type">The type of the text.</param>
/// <param name="context">The field.</param>
internal sealed class TextNode(
    IReadOnlyList<Node> operands, Func<Column[], int, string> function, DataType type, CompileContext context) : Node(type, context)
{
    public override bool OwnsText => true;

    public override void Evaluate(Frame frame, Column target)
    {
        var text = (BytesColumn)target;
        Column[] columns = [.. operands.Select(o => o.Value(frame))];
        for (int i = 0; i < frame.Count; i++)
        {
            if (AnyNull(columns, i))
            {
                target.SetNull(i);
                continue;
            }

            string value = function(columns, i);
            Span<byte> into = text.Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));
            text.Commit(i, Encoding.UTF8.GetBytes(value, into));
        }
    }
}
