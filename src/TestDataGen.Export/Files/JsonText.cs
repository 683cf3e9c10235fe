using System.Text.Encodings.Web;
using System.Text.Json;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Rows as JSON objects (RFC 8259).</summary>
internal static class JsonText
{
    // Letters of any script stand as they are; < > & too, since this is a file and no web page.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>What stands before each value of a row: <c>{"id":</c>, <c>,"name":</c>, …</summary>
    public static byte[][] NamesOf(Table table) =>
        [.. table.Fields.Select((f, i) => System.Text.Encoding.UTF8.GetBytes($"{(i == 0 ? '{' : ',')}\"{JsonEncodedText.Encode(f.Name, Encoder)}\":"))];

    /// <summary>Writes a row.</summary>
    public static void WriteRow(byte[][] names, IReadOnlyList<Column> columns, int row, Utf8Buffer into)
    {
        for (int i = 0; i < names.Length; i++)
        {
            into.Append(names[i]);
            WriteValue(columns[i], row, into);
        }

        into.Append((byte)'}');
    }

    private static void WriteValue(Column column, int row, Utf8Buffer into)
    {
        if (column.IsNull(row))
        {
            into.Append("null"u8);
            return;
        }

        switch (column.Type.Kind)
        {
            case TypeKind.Json:
                WriteJson(((BytesColumn)column)[row], into);
                break;
            case TypeKind.Binary:
                ReadOnlySpan<byte> binary = ((BytesColumn)column)[row];
                into.Append((byte)'"');
                System.Buffers.Text.Base64.EncodeToUtf8(binary, into.Reserve(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(binary.Length)), out _, out int written);
                into.Advance(written);
                into.Append((byte)'"');
                break;
            case TypeKind.String or TypeKind.Text:
                WriteText(((BytesColumn)column)[row], into);
                break;
            case TypeKind.Date or TypeKind.Time or TypeKind.Uuid:
                into.Append((byte)'"');
                into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));
                into.Append((byte)'"');
                break;
            case TypeKind.DateTime or TypeKind.Timestamp:
                // JSON has no dates; ISO 8601 with a T is what its readers expect.
                into.Append((byte)'"');
                Span<byte> text = into.Reserve(CellText.MaxLength);
                int length = CellText.Write(column, row, text);
                text[10] = (byte)'T';
                into.Advance(length);
                into.Append((byte)'"');
                break;
            default:
                into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));
                break;
        }
    }

    // On one line: a line break is no part of a JSON string, so it is a blank like others.
    private static void WriteJson(ReadOnlySpan<byte> value, Utf8Buffer into)
    {
        Span<byte> text = into.Reserve(value.Length)[..value.Length];
        value.CopyTo(text);
        text.Replace((byte)'\n', (byte)' ');
        text.Replace((byte)'\r', (byte)' ');
        into.Advance(value.Length);
    }

    private static void WriteText(ReadOnlySpan<byte> value, Utf8Buffer into)
    {
        into.Append((byte)'"');
        if (Encoder.FindFirstCharacterToEncodeUtf8(value) < 0)
        {
            into.Append(value);
        }
        else
        {
            Encoder.EncodeUtf8(value, into.Reserve(value.Length * 6), out _, out int written);
            into.Advance(written);
        }

        into.Append((byte)'"');
    }
}
