using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Rows by INSERT statements of many rows: for every driver there is, and for rows that may be there already.</summary>
internal sealed class InsertWriter : RowWriter
{
    private const int EnoughBytes = 512 * 1024;

    private readonly Database _database;
    private readonly InsertText _text;
    private readonly bool _counts;

    public InsertWriter(Database database, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns, ConflictAction conflict, int enoughBytes = EnoughBytes)
    {
        _database = database;
        (string start, string end) = database.Dialect.InsertRows(name, fields, columns.Any(c => c.IsIdentity), conflict);
        _text = new InsertText(database.Dialect, start, end, fields, enoughBytes);
        _counts = conflict == ConflictAction.Ignore;
        Statement = $"{start} …{end}";
    }

    public override string Statement { get; }

    public override void Encode(RowBatch batch, int from, int count, EncodedRows into) => _text.Write(batch, from, count, into.Bytes, into.Ends);

    public override void Write(RowBatch batch, int from, int count, EncodedRows encoded)
    {
        int start = 0;
        int inserted = 0;
        foreach (int end in encoded.Ends)
        {
            inserted += Math.Max(0, _database.Execute(Encoding.UTF8.GetString(encoded.Bytes.Written[start..end])));
            start = end;
        }

        if (_counts)
            Ignored += Math.Max(0, count - inserted);
    }
}
