using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>ascii</c>: letters without their marks. Nearly all names are ASCII already, and are copied as bytes.</summary>
internal sealed class AsciiNode(Node operand, DataType type, CompileContext context) : Node(type, context)
{
    public override bool OwnsText => true;

    public override void Evaluate(Frame frame, Column target)
    {
        var text = (BytesColumn)target;
        var source = (BytesColumn)operand.Value(frame);
        for (int i = 0; i < frame.Count; i++)
        {
            if (source.IsNull(i))
                target.SetNull(i);
            else if (Ascii.IsValid(source[i]))
                text.Set(i, source[i]);
            else
                text.Set(i, Encoding.ASCII.GetBytes(FunctionCompiler.ToAscii(source.GetString(i))));
        }
    }
}
