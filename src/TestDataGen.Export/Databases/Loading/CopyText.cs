using System.Buffers;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Rows as lines of text with tabs between the cells, <c>\N</c> for null and backslashes before what would be taken for something else: the text form of
/// PostgreSQL's COPY and of MySQL's LOAD DATA.
/// </summary>
internal sealed class CopyText(SqlDialect dialect, IReadOnlyList<Field> fields)
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\\\n\r\t\0"u8);
    private readonly int[] _columns = [.. fields.Select(f => f.Index)];

    /// <summary>How bytes begin that are written in hexadecimal digits.</summary>
    public string BinaryPrefix { get; init; } = "\\\\x";

    /// <summary>Whether booleans are 0 and 1.</summary>
    public bool HasNumericBooleans { get; init; }

    /// <summary>Writes rows.</summary>
    public void Write(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        for (int row = from; row < from + count; row++)
        {
            for (int i = 0; i < _columns.Length; i++)
            {
                if (i > 0)
                    into.Append((byte)'\t');
                WriteValue(batch.Columns[_columns[i]], row, into);
            }

            into.Append((byte)'\n');
        }
    }

    private void WriteValue(Column column, int row, Utf8Buffer into)
    {
        if (column.IsNull(row))
        {
            into.Append("\\N"u8);
            return;
        }

        switch (column.Type.Kind)
        {
            case TypeKind.String or TypeKind.Text or TypeKind.Json:
                WriteText(((BytesColumn)column)[row], into);
                break;
            case TypeKind.Binary:
                into.Append(BinaryPrefix);
                into.Advance(CellText.Write(column, row, into.Reserve(2 * ((BytesColumn)column)[row].Length)));
                break;
            case TypeKind.Boolean when HasNumericBooleans:
                into.Append(((Int64Column)column).Values[row] != 0 ? (byte)'1' : (byte)'0');
                break;
            case TypeKind.Date or TypeKind.Time or TypeKind.DateTime or TypeKind.Timestamp:
                dialect.WriteBareTime(column, row, into);
                break;
            case TypeKind.Float or TypeKind.Double:
                dialect.WriteReal(column, row, into);
                break;
            default:
                into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));
                break;
        }
    }

    private static void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            into.Append(text[..at]);
            into.Append((byte)'\\');
            into.Append(text[at] switch
            {
                (byte)'\n' => (byte)'n',
                (byte)'\r' => (byte)'r',
                (byte)'\t' => (byte)'t',
                0 => (byte)'0',
                _ => (byte)'\\',
            });
            text = text[(at + 1)..];
        }

        into.Append(text);
    }
}
