using System.Globalization;
using System.Text.Json;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The objects of an array, or of a file that has one a line; the columns are their properties.</summary>
internal sealed class JsonRecords(string name, byte[] bytes, bool isByLine) : RecordFile(name)
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Read(IRecordVisitor visitor)
    {
        int start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        if (isByLine)
            ReadLines(start, visitor);
        else
            ReadArray(start, visitor);
    }

    private void ReadLines(int start, IRecordVisitor visitor)
    {
        for (int line = 1; start < bytes.Length; line++)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            int end = length < 0 ? bytes.Length : start + length;
            if (!bytes.AsSpan(start, end - start).Trim(" \t\r"u8).IsEmpty)
            {
                var reader = new Utf8JsonReader(bytes.AsSpan(start, end - start));
                try
                {
                    reader.Read();
                    ReadObject(ref reader, start, visitor);
                    if (reader.Read())
                        throw Malformed($"line {line} has more than one object.", "Write one JSON object a line.");
                }
                catch (JsonException)
                {
                    throw Malformed(string.Create(CultureInfo.InvariantCulture, $"line {line} is no JSON object."), "Write one JSON object a line; for an array of objects write json(…).");
                }
            }

            start = end + 1;
        }
    }

    private void ReadArray(int start, IRecordVisitor visitor)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(start));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                throw Malformed("the file is no array of objects.", "Write [ {…}, {…} ]; for one object a line write ndjson(…).");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                ReadObject(ref reader, start, visitor);
            reader.Read();
        }
        catch (JsonException e)
        {
            throw Malformed(string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1} is no JSON."), "Write an array of objects: [ {…}, {…} ].");
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, int start, IRecordVisitor visitor)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Malformed($"here stands {Show(reader.TokenType)} where an object should.", "Every record is an object: {\"name\": value, …}.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            int column = ColumnOf(reader.GetString()!);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.Null:
                    break;
                case JsonTokenType.String:
                    byte[] text = new byte[reader.ValueSpan.Length];
                    int length = reader.CopyString(text);
                    if (length > 0)
                        visitor.Cell(column, CellKind.Text, text.AsSpan(0, length));
                    break;
                case JsonTokenType.Number:
                    visitor.Cell(column, CellKind.Number, reader.ValueSpan);
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    visitor.Cell(column, CellKind.Boolean, reader.ValueSpan);
                    break;
                default:
                    int from = start + (int)reader.TokenStartIndex;
                    reader.Skip();
                    visitor.Cell(column, CellKind.Json, bytes.AsSpan(from, start + (int)reader.BytesConsumed - from));
                    break;
            }
        }

        visitor.EndRecord();
    }

    private int ColumnOf(string name)
    {
        if (_columns.TryGetValue(name, out int column))
            return column;
        column = Columns.Count;
        Columns.Add(name);
        _columns.Add(name, column);
        return column;
    }

    private static string Show(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
