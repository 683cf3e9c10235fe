using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Comma-separated values by RFC 4180: a header, lines that end in CR LF, quotes around what has a comma, a quote or a line break in it. A null is nothing between two
/// commas, an empty text two quotes; in a table of one column a null is two quotes as well, since readers skip empty lines. Binary is Base64.
/// </summary>
/// <remarks>By hand, since it takes half the time of CsvHelper's UTF-8 writer on the same cells (CsvFormatBenchmarks).</remarks>
public sealed class CsvFormat : TextFormat
{
    // Texts of so many bytes are looked through and copied at once.
    private const int ShortText = 32;

    // The longest cell without a look at its length: a short text that is all quotes. The comma is in front.
    private const int MaxShortCell = 1 + 2 + (2 * ShortText);

    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    private enum CellKind
    {
        Integer,
        Scaled,
        Date,
        DateTime,
        Guid,
        Text,
        Binary,
        Other,
    }

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
        CellKind[] kinds = [.. columns.Select(KindOf)];
        // Room for a row of short cells; the last of them may be stored in full width, and the line's end follows.
        int rowSize = (columns.Length * MaxShortCell) + ShortText + 2;
        for (int row = from; row < from + count; row++)
        {
            Span<byte> line = into.Reserve(rowSize);
            int at = 0;
            for (int i = 0; i < columns.Length; i++)
            {
                if (i > 0)
                    line[at++] = (byte)',';
                Column column = columns[i];
                if (column.IsNull(row))
                {
                    if (columns.Length == 1)
                    {
                        "\"\""u8.CopyTo(line);
                        at = 2;
                    }

                    continue;
                }

                switch (kinds[i])
                {
                    case CellKind.Integer:
                        at += CellText.WriteInteger(((Int64Column)column).Values[row], line[at..]);
                        break;
                    case CellKind.Scaled:
                        at += CellText.WriteScaled(((Int64Column)column).Values[row], column.Type.Scale, line[at..]);
                        break;
                    case CellKind.Date:
                        at += CellText.WriteDate((int)((Int64Column)column).Values[row], line[at..]);
                        break;
                    case CellKind.DateTime:
                        at += CellText.WriteDateTime(((Int64Column)column).Values[row], line[at..]);
                        break;
                    case CellKind.Guid:
                        Utf8Formatter.TryFormat(((GuidColumn)column).Values[row], line[at..], out int written);
                        at += written;
                        break;
                    case CellKind.Text when TryCopyShortText((BytesColumn)column, row, line, ref at):
                        break;
                    case CellKind.Text or CellKind.Binary:
                        into.Advance(at);
                        if (kinds[i] == CellKind.Text)
                            WriteText(((BytesColumn)column)[row], into);
                        else
                            WriteBinary(((BytesColumn)column)[row], into);
                        line = into.Reserve(rowSize);
                        at = 0;
                        break;
                    default:
                        at += CellText.Write(column, row, line[at..]);
                        break;
                }
            }

            line[at] = (byte)'\r';
            line[at + 1] = (byte)'\n';
            into.Advance(at + 2);
        }
    }

    private static CellKind KindOf(Column column) => column switch
    {
        BytesColumn => column.Type.Kind == TypeKind.Binary ? CellKind.Binary : CellKind.Text,
        GuidColumn => CellKind.Guid,
        Int64Column => column.Type.Kind switch
        {
            TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt => CellKind.Integer,
            TypeKind.Decimal => CellKind.Scaled,
            TypeKind.Date => CellKind.Date,
            TypeKind.DateTime => CellKind.DateTime,
            _ => CellKind.Other,
        },
        _ => CellKind.Other,
    };

    // Most texts are short and have nothing to escape: they are compared and stored as one vector, whatever lies behind them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyShortText(BytesColumn column, int row, Span<byte> into, ref int at)
    {
        ReadOnlySpan<byte> heap = column.HeapFrom(row, out int length);
        if ((uint)(length - 1) >= ShortText || heap.Length < ShortText || at > into.Length - ShortText)
            return false;
        Vector256<byte> text = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(heap));
        Vector256<byte> special = Vector256.Equals(text, Vector256.Create((byte)',')) | Vector256.Equals(text, Vector256.Create((byte)'"'))
            | Vector256.Equals(text, Vector256.Create((byte)'\r')) | Vector256.Equals(text, Vector256.Create((byte)'\n'));
        // Shifted left by what is not of this text, which falls out.
        if (special.ExtractMostSignificantBits() << (ShortText - length) != 0)
            return false;
        text.StoreUnsafe(ref MemoryMarshal.GetReference(into), (uint)at);
        at += length;
        return true;
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
