namespace TestDataGen.Generation;

/// <summary>Unique stored numbers low, low + step, … in an order of chance.</summary>
internal sealed class PermutedColumn(Permutation permutation, long low, long step, string description) : ColumnSource
{
    public override string Description => description;

    public override void Fill(Frame frame, Column column)
    {
        Span<long> values = ((Int64Column)column).Values;
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            values[i] = low + ((long)permutation.At((ulong)rows[i]) * step);
    }
}
