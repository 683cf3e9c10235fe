using Npgsql;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Rows by COPY: in the server's binary form, or as text where a column is of a type whose binary form is its own business (inet, ranges, arrays). Either is
/// made from the columns' own bytes on the filling threads; Npgsql's importer takes a .NET value for each cell, which is a string for each text.
/// </summary>
internal sealed class PostgreSqlCopy : RowWriter
{
    /// <summary>What stands for all enum types.</summary>
    public const string EnumType = "enum";

    private readonly Database _database;
    private readonly NpgsqlConnection _connection;
    private readonly CopyBinary? _binary;
    private readonly CopyText? _text;
    private NpgsqlRawCopyStream? _binaryStream;
    private NpgsqlCopyTextWriter? _textStream;

    public PostgreSqlCopy(Database database, NpgsqlConnection connection, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns)
    {
        (_database, _connection) = (database, connection);
        _binary = CopyBinary.TryCreate(fields, [.. columns.Select(c => c.Type)]);
        if (_binary is null)
            _text = new CopyText(database.Dialect, fields);
        Statement = $"COPY {name} ({string.Join(", ", fields.Select(f => database.Dialect.Quote(f.Name)))}) FROM STDIN{(_binary is null ? "" : " (FORMAT binary)")}";
    }

    public override string Statement { get; }

    public override bool IsAnsweredLate => true;

    public override void Encode(RowBatch batch, int from, int count, EncodedRows into)
    {
        if (_binary is not null)
            _binary.Write(batch, from, count, into.Bytes);
        else
            _text!.Write(batch, from, count, into.Bytes);
    }

    public override void Write(RowBatch batch, int from, int count, EncodedRows encoded)
    {
        Open();
        Send(encoded.Bytes.WrittenMemory);
    }

    public override void End()
    {
        if (_binaryStream is not null)
            Send(CopyBinary.Trailer);
        // What the server refuses it says here; the copy is over either way. It may wait for others first, and Npgsql's streams have no way out of that.
        using CancellationTokenRegistration interrupting = _database.Stopped.Register(() => Interrupt(_connection));
        (NpgsqlRawCopyStream? binary, NpgsqlCopyTextWriter? text) = (_binaryStream, _textStream);
        (_binaryStream, _textStream) = (null, null);
        if (binary is not null)
            _database.Await(binary.DisposeAsync().AsTask());
        if (text is not null)
            _database.Await(text.DisposeAsync().AsTask());
    }

    public override void Cancel()
    {
        (NpgsqlRawCopyStream? binary, NpgsqlCopyTextWriter? text) = (_binaryStream, _textStream);
        (_binaryStream, _textStream) = (null, null);
        if (_database.IsGivenUp || _connection.State != System.Data.ConnectionState.Open)
            return;
        if (binary is not null)
            _database.Await(binary.CancelAsync());
        if (text is not null)
            _database.Await(text.CancelAsync());
    }

    private static void Interrupt(NpgsqlConnection connection)
    {
        try
        {
            using var other = (NpgsqlConnection)((ICloneable)connection).Clone();
            other.Open();
            using NpgsqlCommand command = other.CreateCommand();
            command.CommandText = "SELECT pg_cancel_backend($1)";
            command.Parameters.AddWithValue(connection.ProcessID);
            command.ExecuteNonQuery();
        }
        catch (NpgsqlException)
        {
            // No other connection is to be had: the wait goes on.
        }
    }

    private void Open()
    {
        if (_binaryStream is not null || _textStream is not null)
            return;
        if (_binary is not null)
        {
            _binaryStream = _database.Await(_connection.BeginRawBinaryCopyAsync(Statement, _database.Stopped));
            Send(CopyBinary.Header);
        }
        else
        {
            _textStream = _database.Await(_connection.BeginTextImportAsync(Statement, _database.Stopped));
        }
    }

    private void Send(ReadOnlyMemory<byte> bytes) =>
        _database.Await((_binaryStream ?? _textStream!.BaseStream).WriteAsync(bytes, _database.Stopped).AsTask());
}
