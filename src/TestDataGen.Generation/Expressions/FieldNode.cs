using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A field of the row, or of the parent at the end of a way of references; null where a reference on the way is.</summary>
internal sealed class FieldNode(FieldAccess access, CompileContext context) : Node(access.Field.Type, context)
{
    private readonly int[] _path = [.. access.Path.Select(r => r.Field.Index)];
    private readonly int _field = access.Field.Index;

    public override Column Value(Frame frame)
    {
        Frame at = Walk(frame, out bool anyMissing);
        if (!anyMissing)
            return at.Column(_field);
        return base.Value(frame);
    }

    public override void Evaluate(Frame frame, Column target)
    {
        Frame at = Walk(frame, out bool anyMissing);
        Column values = at.Column(_field);
        for (int i = 0; i < frame.Count; i++)
            target.Copy(i, values, i);
        if (!anyMissing)
            return;
        foreach (int step in _path)
        {
            frame = frame.Parent(step);
            if (frame.Missing is not { } missing)
                continue;
            for (int i = 0; i < frame.Count; i++)
            {
                if (missing[i])
                    target.SetNull(i);
            }
        }
    }

    private Frame Walk(Frame frame, out bool anyMissing)
    {
        anyMissing = false;
        foreach (int step in _path)
        {
            frame = frame.Parent(step);
            anyMissing |= frame.Missing is not null;
        }

        return frame;
    }
}
