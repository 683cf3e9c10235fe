using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>substring</c>, <c>left</c> and <c>right</c>: some characters of a text, copied as bytes.</summary>
/// <param name="text">The text.</param>
/// <param name="start">The first character, from 1; null: the first of all.</param>
/// <param name="count">How many; null: all the rest.</param>
/// <param name="isRight">Whether they are the last ones.</param>
/// <param name="type">The type of the text.</param>
/// <param name="context">The field.</param>
internal sealed class SliceNode(Node text, Node? start, Node? count, bool isRight, DataType type, CompileContext context) : Node(type, context)
{
    public override bool OwnsText => true;

    public override void Evaluate(Frame frame, Column target)
    {
        var into = (BytesColumn)target;
        var source = (BytesColumn)text.Value(frame);
        var starts = (Int64Column?)start?.Value(frame);
        var counts = (Int64Column?)count?.Value(frame);
        for (int i = 0; i < frame.Count; i++)
        {
            if (source.IsNull(i) || starts?.IsNull(i) == true || counts?.IsNull(i) == true)
            {
                target.SetNull(i);
                continue;
            }

            ReadOnlySpan<byte> all = source[i];
            long wanted = counts is null ? int.MaxValue : Math.Clamp(counts.Values[i], 0, int.MaxValue);
            // As SQL has it: from a place before the text on, the characters before it count too.
            long first = isRight ? Math.Max(0, Utf8.CountCharacters(all) - wanted) : starts is null ? 0 : Math.Clamp(starts.Values[i] - 1, -int.MaxValue, int.MaxValue);
            if (first < 0)
                (first, wanted) = (0, Math.Max(0, wanted + first));
            ReadOnlySpan<byte> rest = all[Utf8.LengthOf(all, (int)first)..];
            into.Set(i, rest[..Utf8.LengthOf(rest, (int)wanted)]);
        }
    }
}
