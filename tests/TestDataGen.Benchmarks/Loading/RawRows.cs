using SQLitePCL;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Benchmarks.Loading;

/// <summary>All rows of a table ready in memory, each text as UTF-8, and the fastest way for them into SQLite that its provider offers.</summary>
internal sealed class RawRows
{
    private readonly Table _table;
    private readonly List<object?[]> _rows;

    private RawRows(Table table, List<object?[]> rows) => (_table, _rows) = (table, rows);

    public static RawRows Of(Plan plan)
    {
        TablePlan table = plan.Tables[0];
        var rows = new List<object?[]>();
        var text = new byte[CellText.MaxLength];
        foreach (RowBatch batch in plan.Read(table, 1, default))
        {
            for (int row = 0; row < batch.Count; row++)
                rows.Add([.. batch.Columns.Select(c => Cell(c, row, text))]);
        }

        return new RawRows(table.Table, rows);
    }

    /// <summary>Makes the database: the table, the rows in one transaction, without a journal as ours.</summary>
    public void Insert(string path)
    {
        Batteries_V2.Init();
        var dialect = new SqliteDialect();
        Check(raw.sqlite3_open(path, out sqlite3 database));
        Check(raw.sqlite3_exec(database, "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE"));
        Check(raw.sqlite3_exec(database, dialect.CreateTable(_table)));
        Check(raw.sqlite3_exec(database, "BEGIN"));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {dialect.NameOf(_table)} VALUES ({string.Join(", ", _table.Fields.Select(_ => "?"))})", out sqlite3_stmt insert));
        foreach (object?[] row in _rows)
        {
            for (int i = 0; i < row.Length; i++)
                Bind(insert, i + 1, row[i]);
            if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
            raw.sqlite3_reset(insert);
        }

        Check(raw.sqlite3_exec(database, "COMMIT"));
        insert.Dispose();
        database.Dispose();
    }

    private static object? Cell(Column column, int row, byte[] text)
    {
        if (column.IsNull(row))
            return null;
        return column switch
        {
            Int64Column numbers when column.Type.IsInteger || column.Type.Kind == TypeKind.Boolean => numbers.Values[row],
            Int64Column when column.Type.Kind == TypeKind.Decimal => (double)(decimal)CellValue.Get(column, row)!,
            BytesColumn bytes => bytes[row].ToArray(),
            _ => text[..CellText.Write(column, row, text)],
        };
    }

    private static void Bind(sqlite3_stmt insert, int parameter, object? value)
    {
        switch (value)
        {
            case long number:
                raw.sqlite3_bind_int64(insert, parameter, number);
                break;
            case double number:
                raw.sqlite3_bind_double(insert, parameter, number);
                break;
            case byte[] utf8:
                raw.sqlite3_bind_text(insert, parameter, utf8);
                break;
            default:
                raw.sqlite3_bind_null(insert, parameter);
                break;
        }
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite error {code}.");
    }
}
