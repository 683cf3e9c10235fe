using System.Buffers;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column of a table whose first rows are given; another source makes those that follow.</summary>
/// <param name="given">The values of the given rows.</param>
/// <param name="count">How many rows are given.</param>
/// <param name="others">Makes the rest; null: there is none.</param>
/// <param name="id">A number of a node, for the frame of the rest.</param>
internal sealed class GivenColumn(Column given, int count, ColumnSource? others, int id) : ColumnSource
{
    public override string Description => others is null ? $"{count} given" : $"{count} given, then {others.Description}";

    public override bool IsDrawn => others?.IsDrawn == true;

    public override int MaxChars => others?.MaxChars ?? int.MaxValue;

    public override double AverageBytes => others?.AverageBytes ?? 12;

    /// <summary>The column of some literals.</summary>
    public static Column Of(DataType type, IReadOnlyList<Literal> values)
    {
        Column column = Column.Create(type, values.Count);
        column.Clear();
        for (int i = 0; i < values.Count; i++)
            CellValue.Set(column, i, values[i].Value);
        return column;
    }

    public override void Fill(Frame frame, Column column)
    {
        ReadOnlySpan<long> rows = frame.Rows;
        int[] rest = ArrayPool<int>.Shared.Rent(rows.Length);
        int left = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= count)
                rest[left++] = i;
        }

        if (left == rows.Length)
        {
            others!.Fill(frame, column);
        }
        else
        {
            if (left > 0)
            {
                Column made = frame.Intermediate(id, column.Type);
                others!.Fill(frame.Subset(id, rest, left), made);
                for (int i = 0; i < left; i++)
                    column.Copy(rest[i], made, i);
            }

            for (int i = 0; i < rows.Length; i++)
            {
                if (rows[i] < count)
                    column.Copy(i, given, (int)rows[i]);
            }
        }

        ArrayPool<int>.Shared.Return(rest);
    }
}
