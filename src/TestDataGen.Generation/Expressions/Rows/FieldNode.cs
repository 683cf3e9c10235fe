using System.Buffers;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A field of the row, or of the parent at the end of a way of references; null where a reference on the way is.</summary>
internal sealed class FieldNode(FieldAccess access, CompileContext context) : Node(access.Field.Type, context)
{
    private readonly int[] _path = [.. access.Path.Select(r => r.Index)];
    private readonly int _field = access.Field.Index;

    public override Column Value(Frame frame)
    {
        Frame at = frame;
        foreach (int step in _path)
        {
            at = at.Parent(step, out int[]? places);
            if (places is not null)
                return base.Value(frame);
        }

        return at.Column(_field);
    }

    public override void Evaluate(Frame frame, Column target)
    {
        int count = frame.Count;
        int[] at = ArrayPool<int>.Shared.Rent(count);
        try
        {
            Frame end = frame.Walk(_path, at);
            Column values = end.Column(_field);
            for (int i = 0; i < count; i++)
            {
                if (at[i] < 0)
                    target.SetNull(i);
                else
                    target.Copy(i, values, at[i]);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(at);
        }
    }
}
