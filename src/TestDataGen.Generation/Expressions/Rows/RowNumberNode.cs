using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The row's number in its table, from 1.</summary>
internal sealed class RowNumberNode(DataType type, CompileContext context) : Node(type, context)
{
    private readonly long _first = context.Table.Start + 1;

    public override void Evaluate(Frame frame, Column target)
    {
        Span<long> result = ((Int64Column)target).Values;
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            result[i] = rows[i] + _first;
    }
}
