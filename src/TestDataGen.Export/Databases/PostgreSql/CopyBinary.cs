using System.Buffers.Binary;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Rows in the binary form of PostgreSQL's COPY: for each cell its length and its bytes, numbers with the greatest byte first.</summary>
internal sealed class CopyBinary
{
    // Days from 0001-01-01 to 2000-01-01, from which PostgreSQL counts days and microseconds.
    private const int FirstDay = 730_119;
    private const long FirstMicrosecond = FirstDay * 86_400_000_000L;

    private readonly int[] _columns;
    private readonly Action<Column, int, Utf8Buffer>[] _writers;

    private CopyBinary(IReadOnlyList<Field> fields, Action<Column, int, Utf8Buffer>[] writers) => (_columns, _writers) = ([.. fields.Select(f => f.Index)], writers);

    /// <summary>What stands before the rows: signature, no flags, nothing more.</summary>
    public static ReadOnlyMemory<byte> Header { get; } = System.Text.Encoding.Latin1.GetBytes("PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0");

    /// <summary>What stands behind them.</summary>
    public static ReadOnlyMemory<byte> Trailer { get; } = new byte[] { 0xFF, 0xFF };

    /// <summary>The form for columns of these types; null where one of them has none that is known here.</summary>
    public static CopyBinary? TryCreate(IReadOnlyList<Field> fields, IReadOnlyList<string> types)
    {
        Action<Column, int, Utf8Buffer>?[] writers = [.. fields.Zip(types, WriterFor)];
        return writers.Any(w => w is null) ? null : new CopyBinary(fields, writers!);
    }

    /// <summary>Writes rows.</summary>
    public void Write(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        for (int row = from; row < from + count; row++)
        {
            BinaryPrimitives.WriteInt16BigEndian(into.Reserve(2), (short)_columns.Length);
            into.Advance(2);
            for (int i = 0; i < _columns.Length; i++)
            {
                Column column = batch.Columns[_columns[i]];
                if (column.IsNull(row))
                    WriteLength(-1, into);
                else
                    _writers[i](column, row, into);
            }
        }
    }

    // By what the field holds and what the column is; where the value might not fit, its text lets the server decide. A column without a type is only told about.
    private static Action<Column, int, Utf8Buffer>? WriterFor(Field field, string type) => (field.Type.Kind, type) switch
    {
        (TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt, "int8") => (column, row, into) => WriteInt64(Int64(column, row), into),
        (TypeKind.SmallInt or TypeKind.Integer, "int4") => (column, row, into) => WriteInt32((int)Int64(column, row), into),
        (TypeKind.SmallInt, "int2") => (column, row, into) => WriteInt16((short)Int64(column, row), into),
        (TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Decimal, "numeric") => Column.StorageOf(field.Type) == Storage.Decimal
            ? (column, row, into) => WriteDecimal(((DecimalColumn)column).Values[row], into)
            : (column, row, into) => WriteScaled(Int64(column, row), column.Type.Scale, into),
        (TypeKind.Float or TypeKind.Double, "float8") => (column, row, into) => WriteDouble(((DoubleColumn)column).Values[row], into),
        (TypeKind.Float, "float4") => (column, row, into) => WriteSingle((float)((DoubleColumn)column).Values[row], into),
        (TypeKind.Boolean, "bool") => (column, row, into) => WriteByte((byte)(Int64(column, row) != 0 ? 1 : 0), into),
        (TypeKind.String or TypeKind.Text, "varchar" or "text" or "bpchar" or "citext" or PostgreSqlCopy.EnumType) or (TypeKind.Json, "json" or "text" or "varchar") or (TypeKind.Binary, "bytea") =>
            (column, row, into) => WriteBytes(((BytesColumn)column)[row], into),
        (TypeKind.String or TypeKind.Text or TypeKind.Json, "jsonb") => (column, row, into) => WriteJsonb(((BytesColumn)column)[row], into),
        (TypeKind.Date, "date") => (column, row, into) => WriteInt32((int)Int64(column, row) - FirstDay, into),
        (TypeKind.Time, "time") => (column, row, into) => WriteInt64(Int64(column, row) / 10, into),
        (TypeKind.DateTime or TypeKind.Timestamp, "timestamp" or "timestamptz") => (column, row, into) => WriteInt64((Int64(column, row) / 10) - FirstMicrosecond, into),
        (TypeKind.Uuid, "uuid") => (column, row, into) => WriteUuid(((GuidColumn)column).Values[row], into),
        (_, "") => (_, _, _) => { },
        _ => null,
    };

    private static long Int64(Column column, int row) => ((Int64Column)column).Values[row];

    private static void WriteLength(int length, Utf8Buffer into)
    {
        BinaryPrimitives.WriteInt32BigEndian(into.Reserve(4), length);
        into.Advance(4);
    }

    private static void WriteByte(byte value, Utf8Buffer into)
    {
        WriteLength(1, into);
        into.Append(value);
    }

    private static void WriteInt16(short value, Utf8Buffer into)
    {
        Span<byte> bytes = into.Reserve(6);
        BinaryPrimitives.WriteInt32BigEndian(bytes, 2);
        BinaryPrimitives.WriteInt16BigEndian(bytes[4..], value);
        into.Advance(6);
    }

    private static void WriteInt32(int value, Utf8Buffer into)
    {
        Span<byte> bytes = into.Reserve(8);
        BinaryPrimitives.WriteInt32BigEndian(bytes, 4);
        BinaryPrimitives.WriteInt32BigEndian(bytes[4..], value);
        into.Advance(8);
    }

    private static void WriteInt64(long value, Utf8Buffer into)
    {
        Span<byte> bytes = into.Reserve(12);
        BinaryPrimitives.WriteInt32BigEndian(bytes, 8);
        BinaryPrimitives.WriteInt64BigEndian(bytes[4..], value);
        into.Advance(12);
    }

    private static void WriteSingle(float value, Utf8Buffer into) => WriteInt32(BitConverter.SingleToInt32Bits(value), into);

    private static void WriteDouble(double value, Utf8Buffer into) => WriteInt64(BitConverter.DoubleToInt64Bits(value), into);

    private static void WriteBytes(ReadOnlySpan<byte> bytes, Utf8Buffer into)
    {
        WriteLength(bytes.Length, into);
        into.Append(bytes);
    }

    private static void WriteJsonb(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        WriteLength(text.Length + 1, into);
        // The version of the form.
        into.Append(1);
        into.Append(text);
    }

    private static void WriteUuid(Guid value, Utf8Buffer into)
    {
        WriteLength(16, into);
        value.TryWriteBytes(into.Reserve(16), bigEndian: true, out _);
        into.Advance(16);
    }

    private static void WriteScaled(long value, int scale, Utf8Buffer into) => WriteNumeric(value < 0 ? 0 - (ulong)value : (ulong)value, value < 0, scale, into);

    private static void WriteDecimal(decimal value, Utf8Buffer into)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        WriteNumeric(magnitude, value < 0, value.Scale, into);
    }

    // Digits of four decimal places each, those behind the point filled up to four.
    private static void WriteNumeric(UInt128 magnitude, bool isNegative, int scale, Utf8Buffer into)
    {
        int behind = (scale + 3) / 4;
        for (int filled = scale; filled < 4 * behind; filled++)
            magnitude *= 10;
        Span<short> digits = stackalloc short[12];
        int count = 0;
        while (magnitude > ulong.MaxValue)
        {
            (magnitude, UInt128 digit) = UInt128.DivRem(magnitude, 10_000);
            digits[count++] = (short)digit;
        }

        for (ulong rest = (ulong)magnitude; rest > 0; rest /= 10_000)
            digits[count++] = (short)(rest % 10_000);
        Span<byte> bytes = into.Reserve(12 + (2 * count));
        BinaryPrimitives.WriteInt32BigEndian(bytes, 8 + (2 * count));
        BinaryPrimitives.WriteInt16BigEndian(bytes[4..], (short)count);
        BinaryPrimitives.WriteInt16BigEndian(bytes[6..], (short)(count - behind - 1));
        BinaryPrimitives.WriteInt16BigEndian(bytes[8..], (short)(isNegative ? 0x4000 : 0));
        BinaryPrimitives.WriteInt16BigEndian(bytes[10..], (short)scale);
        for (int i = 0; i < count; i++)
            BinaryPrimitives.WriteInt16BigEndian(bytes[(12 + (2 * i))..], digits[count - 1 - i]);
        into.Advance(12 + (2 * count));
    }
}
