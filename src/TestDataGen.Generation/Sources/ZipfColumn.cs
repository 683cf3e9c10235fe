namespace TestDataGen.Generation;

/// <summary>Zipf's law over low, low + 1, …: the first value the most frequent.</summary>
internal sealed class ZipfColumn(Zipf zipf, long low, long factor, ulong key, string description) : ColumnSource
{
    public override string Description => description;

    public override void Fill(Frame frame, Column column)
    {
        ReadOnlySpan<long> draws = frame.Draws;
        for (int i = 0; i < draws.Length; i++)
        {
            long value = low + zipf.Draw(key, draws[i]) - 1;
            if (column is Int64Column numbers)
                numbers.Values[i] = value * factor;
            else
                ((DoubleColumn)column).Values[i] = value;
        }
    }
}
