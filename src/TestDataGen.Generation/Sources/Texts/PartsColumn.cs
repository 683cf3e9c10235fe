using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>JSON made of the parts of a composite type, which are the fields of a row of its own; or an array of such parts, or of plain values.</summary>
internal sealed class PartsColumn : ColumnSource
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private readonly PartsSource _source;
    private readonly TablePlan _parts;
    private readonly ulong _key;
    private readonly byte[][] _names;

    public PartsColumn(PartsSource source, TablePlan parts, ulong key)
    {
        (_source, _parts, _key) = (source, parts, key);
        _names = [.. parts.Table.Fields.Select((f, i) => source.IsPlain ? [] : Encoding.UTF8.GetBytes($"{(i == 0 ? '{' : ',')}\"{JsonEncodedText.Encode(f.Name, Encoder)}\":"))];
        string of = source.IsPlain ? "values" : $"objects of {parts.Table.Fields.Count} parts";
        Description = !source.IsArray ? $"JSON of {parts.Table.Fields.Count} parts" : source.Min == source.Max ? $"JSON array of {source.Max} {of}" : $"JSON array of {source.Min}..{source.Max} {of}";
    }

    public override string Description { get; }

    public override bool IsDrawn => _source.IsArray;

    public override double AverageBytes => (_source.Min + _source.Max) / 2.0 * (_names.Sum(n => n.Length) + _parts.Sources.Sum(s => s?.AverageBytes ?? 0) + 2);

    public override void Fill(Frame frame, Column column)
    {
        if (_source.IsArray)
            FillArrays(frame, (BytesColumn)column);
        else
            FillObjects(frame, (BytesColumn)column);
    }

    private void FillObjects(Frame frame, BytesColumn texts)
    {
        Frame parts = frame.Parent(_source.Way.Index, out int[]? places);
        Column[] columns = ColumnsOf(parts);
        for (int i = 0; i < frame.Count; i++)
        {
            int place = places is null ? i : places[i];
            if (place < 0)
            {
                texts.SetNull(i);
                continue;
            }

            Span<byte> into = texts.Reserve(RoomOf(columns, place));
            texts.Commit(i, Write(columns, place, into));
        }
    }

    // As many rows at a time as have a batch of elements together.
    private void FillArrays(Frame frame, BytesColumn texts)
    {
        (long[] elements, int[] ends) = frame.ChildRoom;
        ReadOnlySpan<long> rows = frame.Rows;
        ReadOnlySpan<long> draws = frame.Draws;
        for (int from = 0; from < rows.Length;)
        {
            int to = from;
            int used = 0;
            while (to < rows.Length && used + _source.Max <= RowBatch.MaxRows)
            {
                int count = _source.Min + (int)Squares.Below(Squares.AtRow(_key, draws[to]), (ulong)(_source.Max - _source.Min + 1));
                for (int k = 0; k < count; k++)
                    elements[used++] = (rows[to] * _source.Max) + k;
                ends[to - from] = used;
                to++;
            }

            Column[] columns = ColumnsOf(frame.Elements(_parts, elements.AsSpan(0, used)));
            int element = 0;
            for (int i = from; i < to; i++)
            {
                int end = ends[i - from];
                int room = 2;
                for (int e = element; e < end; e++)
                    room += RoomOf(columns, e) + 1;
                Span<byte> into = texts.Reserve(room);
                int at = 0;
                into[at++] = (byte)'[';
                for (int first = element; element < end; element++)
                {
                    if (element > first)
                        into[at++] = (byte)',';
                    at += Write(columns, element, into[at..]);
                }

                into[at++] = (byte)']';
                texts.Commit(i, at);
            }

            from = to;
        }
    }

    private Column[] ColumnsOf(Frame parts)
    {
        var columns = new Column[_names.Length];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = parts.Column(i);
        return columns;
    }

    private int RoomOf(Column[] columns, int row)
    {
        int room = 1;
        for (int i = 0; i < columns.Length; i++)
        {
            // A character becomes six at the most, a byte two digits.
            room += _names[i].Length + (columns[i] is BytesColumn bytes ? (bytes.Type.Kind == TypeKind.Json ? 1 : 6) * bytes[row].Length : CellText.MaxLength) + 6;
        }

        return room;
    }

    private int Write(Column[] columns, int row, Span<byte> into)
    {
        int at = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            _names[i].CopyTo(into[at..]);
            at += _names[i].Length;
            at += WriteValue(columns[i], row, into[at..]);
        }

        if (!_source.IsPlain)
            into[at++] = (byte)'}';
        return at;
    }

    private static int WriteValue(Column column, int row, Span<byte> into)
    {
        if (column.IsNull(row) || (column is DoubleColumn reals && !double.IsFinite(reals.Values[row])))
        {
            "null"u8.CopyTo(into);
            return 4;
        }

        switch (column.Type.Kind)
        {
            case TypeKind.Json:
                ReadOnlySpan<byte> json = ((BytesColumn)column)[row];
                json.CopyTo(into);
                return json.Length;
            case TypeKind.String or TypeKind.Text:
                into[0] = (byte)'"';
                Encoder.EncodeUtf8(((BytesColumn)column)[row], into[1..], out _, out int length);
                into[length + 1] = (byte)'"';
                return length + 2;
            case TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Decimal or TypeKind.Float or TypeKind.Double or TypeKind.Boolean:
                return CellText.Write(column, row, into);
            default:
                into[0] = (byte)'"';
                int written = CellText.Write(column, row, into[1..]);
                if (column.Type.Kind is TypeKind.DateTime or TypeKind.Timestamp)
                    into[11] = (byte)'T';
                into[written + 1] = (byte)'"';
                return written + 2;
        }
    }
}
