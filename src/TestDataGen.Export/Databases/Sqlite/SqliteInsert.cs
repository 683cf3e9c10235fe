using SQLitePCL;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// The prepared insert of one table. Values are bound from the columns' own bytes through the native interface: no object and no string for any cell.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly SqliteSink _sink;
    private readonly sqlite3_stmt _statement;

    public SqliteInsert(SqliteSink sink, Table table)
    {
        var dialect = new SqliteDialect();
        _sink = sink;
        _statement = sink.Prepare(
            $"INSERT INTO {dialect.Quote(table.Name)} ({string.Join(", ", table.Fields.Select(f => dialect.Quote(f.Name)))}) VALUES ({string.Join(", ", table.Fields.Select(_ => "?"))})");
    }

    public void Write(RowBatch batch, int from, int count)
    {
        Column[] columns = [.. batch.Columns];
        Span<byte> text = stackalloc byte[CellText.MaxLength];
        for (int row = from; row < from + count; row++)
        {
            for (int i = 0; i < columns.Length; i++)
                Bind(i + 1, columns[i], row, text);
            int result = raw.sqlite3_step(_statement);
            if (result != raw.SQLITE_DONE)
                _sink.Check(result);
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => raw.sqlite3_finalize(_statement);

    private void Bind(int parameter, Column column, int row, Span<byte> text)
    {
        if (column.IsNull(row))
        {
            raw.sqlite3_bind_null(_statement, parameter);
            return;
        }

        switch (column)
        {
            case Int64Column numbers when column.Type.Kind is TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Boolean:
                raw.sqlite3_bind_int64(_statement, parameter, numbers.Values[row]);
                break;
            case Int64Column numbers when column.Type.Kind == TypeKind.Decimal && column.Type.Precision <= 15:
                // Up to 15 digits a double is the decimal; SQLite's NUMERIC would turn the text into the same.
                raw.sqlite3_bind_double(_statement, parameter, numbers.Values[row] / Powers[column.Type.Scale]);
                break;
            case DoubleColumn reals:
                raw.sqlite3_bind_double(_statement, parameter, reals.Values[row]);
                break;
            case BytesColumn bytes when column.Type.Kind == TypeKind.Binary:
                raw.sqlite3_bind_blob(_statement, parameter, bytes[row]);
                break;
            case BytesColumn bytes:
                raw.sqlite3_bind_text(_statement, parameter, bytes[row]);
                break;
            default:
                raw.sqlite3_bind_text(_statement, parameter, text[..CellText.Write(column, row, text)]);
                break;
        }
    }

    private static readonly double[] Powers = [.. Enumerable.Range(0, 19).Select(n => Math.Pow(10, n))];
}
