using System.Buffers;
using System.Buffers.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Comma-separated values by RFC 4180: a header, lines that end in CR LF, quotes around what has a comma, a quote or a line break in it. A null is nothing between two
/// commas, an empty text two quotes. Binary is Base64.
/// </summary>
public sealed class CsvFormat : TextFormat
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    /// <inheritdoc/>
    public override string Extension => ".csv";

    /// <inheritdoc/>
    public override void WriteHeader(Table table, bool isFirstPart, Utf8Buffer into)
    {
        if (!isFirstPart)
            return;
        for (int i = 0; i < table.Fields.Count; i++)
        {
            if (i > 0)
                into.Append((byte)',');
            WriteText(System.Text.Encoding.UTF8.GetBytes(table.Fields[i].Name), into);
        }

        into.Append("\r\n"u8);
    }

    /// <inheritdoc/>
    public override void WriteRows(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        Column[] columns = [.. batch.Columns];
        for (int row = from; row < from + count; row++)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                if (i > 0)
                    into.Append((byte)',');
                Column column = columns[i];
                if (column.IsNull(row))
                    continue;
                if (column is BytesColumn bytes)
                {
                    if (column.Type.Kind == TypeKind.Binary)
                        WriteBinary(bytes[row], into);
                    else
                        WriteText(bytes[row], into);
                }
                else
                {
                    into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));
                }
            }

            into.Append("\r\n"u8);
        }
    }

    private static void WriteBinary(ReadOnlySpan<byte> value, Utf8Buffer into)
    {
        Base64.EncodeToUtf8(value, into.Reserve(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out int written);
        into.Advance(written);
    }

    private static void WriteText(ReadOnlySpan<byte> value, Utf8Buffer into)
    {
        if (!value.ContainsAny(Special) && !value.IsEmpty)
        {
            into.Append(value);
            return;
        }

        into.Append((byte)'"');
        while (value.IndexOf((byte)'"') is var quote and >= 0)
        {
            into.Append(value[..(quote + 1)]);
            into.Append((byte)'"');
            value = value[(quote + 1)..];
        }

        into.Append(value);
        into.Append((byte)'"');
    }
}
