using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The key of the parent row, computed again.</summary>
internal sealed class ReferenceColumn(Reference reference, ParentSource parent) : ColumnSource
{
    private readonly int _field = reference.Field.Index;
    private readonly int _target = reference.Target.Index;

    public override string Description => $"references {reference.Target}, {parent.Description}";

    public override void Fill(Frame frame, Column column)
    {
        Frame parents = frame.Parent(_field);
        Column keys = parents.Column(_target);
        if (parents.Missing is null && keys is Int64Column numbers && !keys.HasNulls)
        {
            numbers.Values[..frame.Count].CopyTo(((Int64Column)column).Values);
            return;
        }

        for (int i = 0; i < frame.Count; i++)
        {
            if (parents.Missing is { } missing && missing[i])
                column.SetNull(i);
            else
                column.Copy(i, keys, i);
        }
    }
}
