using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>previous(field)</c>: the field in the row before, null in a parent's first child.</summary>
internal sealed class PreviousNode(Field field, CompileContext context) : Node(field.Type, context)
{
    private readonly int _field = field.Index;

    public override void Evaluate(Frame frame, Column target)
    {
        if (frame.Chain is { } chain && chain.Group.PlaceOf(_field) is >= 0 and int place)
        {
            ReadOnlySpan<int> places = frame.ChainPlaces;
            for (int i = 0; i < frame.Count; i++)
                chain.CopyPrevious(place, places[i], target, i);
            return;
        }

        Frame others = frame.RowsBefore(out int[] from);
        Column? own = null;
        Column? other = null;
        for (int i = 0; i < frame.Count; i++)
        {
            if (from[i] == Frame.InFrame)
                target.Copy(i, own ??= frame.Column(_field), i - 1);
            else if (from[i] == Frame.Nowhere)
                target.SetNull(i);
            else
                target.Copy(i, other ??= others.Column(_field), from[i]);
        }
    }
}
