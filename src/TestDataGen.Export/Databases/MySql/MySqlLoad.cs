using System.Globalization;
using System.Runtime.InteropServices;
using MySqlConnector;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Rows by LOAD DATA LOCAL INFILE, a batch a statement, from text that the filling threads make (MySqlBulkCopy makes the same statement, from .NET values).
/// </summary>
internal sealed class MySqlLoad : RowWriter
{
    private readonly Database _database;
    private readonly MySqlConnection _connection;
    private readonly string _name;
    private readonly string[] _columns;
    private readonly string[] _expressions;
    private readonly CopyText _text;

    public MySqlLoad(Database database, MySqlConnection connection, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns)
    {
        (_database, _connection, _name) = (database, connection, name);
        _text = new CopyText(database.Dialect, fields) { BinaryPrefix = "", HasNumericBooleans = true };
        var names = new List<string>();
        var expressions = new List<string>();
        foreach ((Field field, ExistingColumn column) in fields.Zip(columns))
        {
            string quoted = database.Dialect.Quote(field.Name);
            string variable = string.Create(CultureInfo.InvariantCulture, $"@tdg{names.Count}");
            // Bytes are no text of the file's character set; a bit is no digit.
            string? expression = field.Type.Kind == TypeKind.Binary ? $"UNHEX({variable})" : column.Type == "bit" ? $"CAST({variable} AS UNSIGNED)" : null;
            names.Add(expression is null ? quoted : variable);
            if (expression is not null)
                expressions.Add($"{quoted} = {expression}");
        }

        (_columns, _expressions) = ([.. names], [.. expressions]);
        Statement = $"LOAD DATA LOCAL INFILE … INTO TABLE {name} CHARACTER SET utf8mb4 ({string.Join(", ", _columns)}){(_expressions.Length > 0 ? $" SET {string.Join(", ", _expressions)}" : "")}";
    }

    public override string Statement { get; }

    public override void Encode(RowBatch batch, int from, int count, EncodedRows into) => _text.Write(batch, from, count, into.Bytes);

    public override void Write(RowBatch batch, int from, int count, EncodedRows encoded)
    {
        // A warning comes when the other rows are in: they must go again.
        bool isAlone = _database.Transaction is null;
        if (isAlone)
            _database.Begin();
        try
        {
            Load(encoded);
            if (isAlone)
                _database.Commit();
        }
        finally
        {
            if (isAlone)
                _database.Rollback();
        }
    }

    private void Load(EncodedRows encoded)
    {
        MemoryMarshal.TryGetArray(encoded.Bytes.WrittenMemory, out ArraySegment<byte> bytes);
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        var loader = new MySqlBulkLoader(_connection)
        {
            TableName = _name,
            SourceStream = stream,
            Local = true,
            CharacterSet = "utf8mb4",
            FieldTerminator = "\t",
            LineTerminator = "\n",
            EscapeCharacter = '\\',
            Timeout = _database.Options.Timeout,
        };
        loader.Columns.AddRange(_columns);
        loader.Expressions.AddRange(_expressions);
        _database.Await(loader.LoadAsync(_database.Stopped));
        foreach (object?[] warning in _database.Read("SHOW WARNINGS LIMIT 100"))
        {
            if ((string)warning[0]! != "Note")
                throw new MySqlRefusal((string)warning[2]!, Convert.ToInt32(warning[1], CultureInfo.InvariantCulture));
        }
    }
}
