using Microsoft.Data.Sqlite;
using SQLitePCL;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Rows by a prepared statement on the connection of another.</summary>
internal sealed class SqliteWriter(sqlite3 database, string name, IReadOnlyList<Field> fields) : RowWriter
{
    private readonly SqliteInsert _insert = new(database, name, fields, result => SqliteException.ThrowExceptionForRC(result, database));

    public override string Statement => SqliteInsert.StatementFor(name, fields);

    public override void Write(RowBatch batch, int from, int count, EncodedRows encoded) => _insert.Write(batch, from, count);

    public override void Dispose() => _insert.Dispose();
}
