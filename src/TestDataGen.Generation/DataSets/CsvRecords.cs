using System.Globalization;
using CsvHelper;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The records of a csv with a header (RFC 4180).</summary>
internal sealed class CsvRecords : RecordFile
{
    private readonly byte[] _bytes;
    private readonly CsvReaderOptions _options;

    /// <summary>Reads the header.</summary>
    /// <exception cref="DataSetException">It is none.</exception>
    public CsvRecords(string name, byte[] bytes, char delimiter)
        : base(name)
    {
        _bytes = bytes;
        _options = new CsvReaderOptions { Separator = delimiter, MalformedData = CsvMalformedDataHandling.Throw, TrackLineNumbers = true };
        try
        {
            using CsvReader reader = CsvReader.Create(_bytes, _options);
            Columns.AddRange(reader.Headers);
        }
        catch (CsvFormatException)
        {
            throw Malformed("its first line is no header, with the columns' names.", "Close every quote; a quote within quotes is written twice.");
        }

        if (Columns.Count == 0)
            throw Malformed("the file is empty.", "Its first line names the columns.");
        if (Columns.Exists(string.IsNullOrWhiteSpace))
            throw Malformed($"column {Columns.FindIndex(string.IsNullOrWhiteSpace) + 1} of the header has no name.", "The first line names all columns.");
    }

    /// <inheritdoc/>
    public override void Read(IRecordVisitor visitor)
    {
        using CsvReader reader = CsvReader.Create(_bytes, _options);
        try
        {
            while (reader.Read())
            {
                if (reader.FieldCount != Columns.Count)
                {
                    throw Malformed(
                        string.Create(CultureInfo.InvariantCulture, $"line {reader.LineNumber} has {reader.FieldCount} fields, the header {Columns.Count}."),
                        "Give every line as many fields as the header; put a field that holds the delimiter in quotes.");
                }

                for (int column = 0; column < Columns.Count; column++)
                {
                    ReadOnlySpan<byte> text = reader.GetSpan(column);
                    if (!text.IsEmpty)
                        visitor.Cell(column, CellKind.Word, text);
                }

                visitor.EndRecord();
            }
        }
        catch (CsvFormatException e)
        {
            throw Malformed(string.Create(CultureInfo.InvariantCulture, $"the quotes of line {e.LineNumber} do not match."), "Close every quote; a quote within quotes is written twice.");
        }
    }
}
