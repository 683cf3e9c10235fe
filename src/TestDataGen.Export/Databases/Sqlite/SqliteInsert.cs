using System.Buffers;
using SQLitePCL;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// The prepared insert of one table. Values are bound where they lie in the columns: no object, no string and no copy for any cell.
/// </summary>
internal sealed unsafe class SqliteInsert : IDisposable
{
    private readonly Action<int> _check;
    private readonly int[] _columns;
    private readonly sqlite3_stmt _statement;
    private readonly Binding[] _bindings;
    private readonly double[] _units;

    // Where dates and the like are written as text; a place a field, since all of a row must last until its step. Pinned.
    private readonly byte[] _texts;

    /// <param name="database">The database.</param>
    /// <param name="name">The table's name, quoted.</param>
    /// <param name="fields">The fields that are filled.</param>
    /// <param name="check">Throws where a result is an error.</param>
    public SqliteInsert(sqlite3 database, string name, IReadOnlyList<Field> fields, Action<int> check)
    {
        _check = check;
        check(raw.sqlite3_prepare_v2(database, StatementFor(name, fields), out _statement));
        _columns = [.. fields.Select(f => f.Index)];
        _bindings = [.. fields.Select(f => BindingOf(f.Type))];
        _units = [.. fields.Select(f => Math.Pow(10, f.Type.Scale))];
        _texts = GC.AllocateArray<byte>(fields.Count * CellText.MaxLength, pinned: true);
    }

    public static string StatementFor(string name, IReadOnlyList<Field> fields)
    {
        var dialect = new SqliteDialect();
        return $"INSERT INTO {name} ({string.Join(", ", fields.Select(f => dialect.Quote(f.Name)))}) VALUES ({string.Join(", ", fields.Select(_ => "?"))})";
    }

    // How a column's values are handed to SQLite.
    private enum Binding
    {
        Integer,
        Scaled,
        Real,
        Text,
        Blob,
        Formatted,
    }

    public void Write(RowBatch batch, int from, int count)
    {
        Column[] columns = [.. _columns.Select(c => batch.Columns[c])];
        var pins = new MemoryHandle[columns.Length];
        try
        {
            for (int i = 0; i < columns.Length; i++)
            {
                if (columns[i] is BytesColumn bytes)
                    pins[i] = bytes.Heap.Pin();
            }

            nint statement = _statement.DangerousGetHandle();
            for (int row = from; row < from + count; row++)
            {
                for (int i = 0; i < columns.Length; i++)
                    Bind(statement, i, columns[i], row, (byte*)pins[i].Pointer);
                int result = SqliteNative.Step(statement);
                if (result != raw.SQLITE_DONE)
                    Refuse(result);
                SqliteNative.Reset(statement);
            }
        }
        finally
        {
            // The statement keeps the addresses, but nobody reads them before others are bound.
            foreach (MemoryHandle pin in pins)
                pin.Dispose();
        }
    }

    // The message is the database's last one: it must be read before the reset.
    private void Refuse(int result)
    {
        try
        {
            _check(result);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => raw.sqlite3_finalize(_statement);

    private static Binding BindingOf(DataType type) => Column.StorageOf(type) switch
    {
        // Up to 15 digits a double is the decimal; SQLite's NUMERIC would turn the text into the same.
        Storage.Int64 when type.Kind == TypeKind.Decimal => type.Precision <= 15 ? Binding.Scaled : Binding.Formatted,
        Storage.Int64 when type.Kind is TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Boolean => Binding.Integer,
        Storage.Double => Binding.Real,
        Storage.Bytes => type.Kind == TypeKind.Binary ? Binding.Blob : Binding.Text,
        _ => Binding.Formatted,
    };

    private void Bind(nint statement, int field, Column column, int row, byte* heap)
    {
        int parameter = field + 1;
        if (column.IsNull(row))
        {
            SqliteNative.BindNull(statement, parameter);
            return;
        }

        switch (_bindings[field])
        {
            case Binding.Integer:
                SqliteNative.BindInt64(statement, parameter, ((Int64Column)column).Values[row]);
                break;
            case Binding.Scaled:
                SqliteNative.BindDouble(statement, parameter, ((Int64Column)column).Values[row] / _units[field]);
                break;
            case Binding.Real:
                SqliteNative.BindDouble(statement, parameter, ((DoubleColumn)column).Values[row]);
                break;
            case Binding.Text:
                (int start, int length) = ((BytesColumn)column).PlaceOf(row);
                SqliteNative.BindText(statement, parameter, heap + start, length, 0);
                break;
            case Binding.Blob:
                (start, length) = ((BytesColumn)column).PlaceOf(row);
                SqliteNative.BindBlob(statement, parameter, heap + start, length, 0);
                break;
            default:
                Span<byte> text = _texts.AsSpan(field * CellText.MaxLength, CellText.MaxLength);
                length = CellText.Write(column, row, text);
                fixed (byte* pinned = text)
                    SqliteNative.BindText(statement, parameter, pinned, length, 0);
                break;
        }
    }
}
