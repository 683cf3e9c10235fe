using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A field of the parent row's key, computed again.</summary>
internal sealed class ReferenceColumn(Field field, ParentLink link) : ColumnSource
{
    private readonly int _reference = field.Reference!.Index;
    private readonly int _target = field.Target!.Index;

    public override string Description => $"references {field.Target}, {link.Description}";

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Column column)
    {
        Frame parents = frame.Parent(_reference, out int[]? places);
        Column keys = parents.Column(_target);
        int count = frame.Count;
        if (keys is Int64Column { HasNulls: false } numbers && column is Int64Column own)
        {
            ReadOnlySpan<long> from = numbers.Values;
            Span<long> to = own.Values;
            if (places is null)
            {
                from[..count].CopyTo(to);
                return;
            }

            for (int i = 0; i < count; i++)
            {
                if (places[i] < 0)
                    column.SetNull(i);
                else
                    to[i] = from[places[i]];
            }

            return;
        }

        for (int i = 0; i < count; i++)
        {
            int place = places is null ? i : places[i];
            if (place < 0)
                column.SetNull(i);
            else
                column.Copy(i, keys, place);
        }
    }
}
