using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Rows as INSERT statements of bounded length.</summary>
/// <param name="dialect">How the values are written.</param>
/// <param name="start">What stands before the first row.</param>
/// <param name="end">What stands behind the last.</param>
/// <param name="fields">The fields that are filled.</param>
/// <param name="enoughBytes">A statement that has so many bytes takes no other row.</param>
internal sealed class InsertText(SqlDialect dialect, string start, string end, IReadOnlyList<Field> fields, int enoughBytes)
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
    private readonly byte[] _end = Encoding.UTF8.GetBytes(end);
    private readonly int[] _columns = [.. fields.Select(f => f.Index)];

    /// <summary>Writes rows, and where each statement ends.</summary>
    public void Write(RowBatch batch, int from, int count, Utf8Buffer into, List<int>? ends = null)
    {
        int begin = 0;
        int rows = 0;
        for (int row = from; row < from + count; row++)
        {
            if (rows == 0)
                begin = into.Length;
            into.Append(rows == 0 ? _start : ","u8);
            into.Append("\n("u8);
            for (int i = 0; i < _columns.Length; i++)
            {
                if (i > 0)
                    into.Append(", "u8);
                dialect.WriteValue(batch.Columns[_columns[i]], row, into);
            }

            into.Append((byte)')');
            rows++;
            if (row == from + count - 1 || rows == dialect.MaxRowsPerInsert || into.Length - begin >= enoughBytes)
            {
                into.Append(_end);
                ends?.Add(into.Length);
                rows = 0;
            }
        }
    }
}
