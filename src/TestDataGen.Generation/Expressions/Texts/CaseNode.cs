using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>lower</c> and <c>upper</c>, by the invariant culture.</summary>
internal sealed class CaseNode(Node operand, bool isUpper, DataType type, CompileContext context) : Node(type, context)
{
    public override bool OwnsText => true;

    public override void Evaluate(Frame frame, Column target)
    {
        var text = (BytesColumn)target;
        if (operand.OwnsText)
        {
            // The operand's texts lie one after the other: where all is ASCII, one pass changes them in place.
            operand.Evaluate(frame, target);
            Span<byte> all = text.OwnBytes;
            if (Ascii.IsValid(all))
            {
                if (isUpper)
                    Ascii.ToUpperInPlace(all, out _);
                else
                    Ascii.ToLowerInPlace(all, out _);
                return;
            }

            text.Clear();
        }

        var source = (BytesColumn)operand.Value(frame);
        for (int i = 0; i < frame.Count; i++)
        {
            if (source.IsNull(i))
            {
                target.SetNull(i);
                continue;
            }

            ReadOnlySpan<byte> from = source[i];
            Span<byte> into = text.Reserve(from.Length);
            int length;
            System.Buffers.OperationStatus status = isUpper ? Ascii.ToUpper(from, into, out length) : Ascii.ToLower(from, into, out length);
            if (status == System.Buffers.OperationStatus.Done)
            {
                text.Commit(i, length);
                continue;
            }

            string whole = Encoding.UTF8.GetString(from);
            text.Set(i, Encoding.UTF8.GetBytes(isUpper ? whole.ToUpperInvariant() : whole.ToLowerInvariant()));
        }
    }
}
