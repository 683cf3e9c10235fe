using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Rows of batches as bulk-copy interfaces and other .NET tools read them. The typed getters box nothing; days are <see cref="DateTime"/>s and times of day
/// <see cref="TimeSpan"/>s, as ADO.NET has them, and <see cref="GetFieldValue{T}"/> gives them as <see cref="DateOnly"/> and <see cref="TimeOnly"/>, too.
/// </summary>
/// <param name="fields">The fields that are read, in order.</param>
/// <param name="slices">The rows: a batch, where they begin, how many. Each is read before the next is asked for.</param>
public sealed class RowBatchReader(IReadOnlyList<Field> fields, IEnumerable<(RowBatch Batch, int From, int Count)> slices) : DbDataReader
{
    private readonly IEnumerator<(RowBatch Batch, int From, int Count)> _slices = slices.GetEnumerator();
    private readonly Column[] _columns = new Column[fields.Count];
    private int _row;
    private int _end;
    private bool _isClosed;

    /// <summary>All rows of a batch, all fields.</summary>
    public RowBatchReader(RowBatch batch)
        : this(batch.Table.Fields, [(batch, 0, batch.Count)])
    {
    }

    /// <inheritdoc/>
    public override int FieldCount => fields.Count;

    /// <inheritdoc/>
    public override int Depth => 0;

    /// <inheritdoc/>
    public override bool HasRows => true;

    /// <inheritdoc/>
    public override bool IsClosed => _isClosed;

    /// <inheritdoc/>
    public override int RecordsAffected => -1;

    /// <inheritdoc/>
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc/>
    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <inheritdoc/>
    public override bool Read()
    {
        if (++_row < _end)
            return true;
        while (_slices.MoveNext())
        {
            (RowBatch batch, int from, int count) = _slices.Current;
            for (int i = 0; i < _columns.Length; i++)
                _columns[i] = batch.Columns[fields[i].Index];
            (_row, _end) = (from, from + count);
            if (count > 0)
                return true;
        }

        (_row, _end) = (0, 0);
        return false;
    }

    /// <inheritdoc/>
    public override bool NextResult() => false;

    /// <inheritdoc/>
    public override void Close()
    {
        _isClosed = true;
        _slices.Dispose();
    }

    /// <inheritdoc/>
    public override string GetName(int ordinal) => fields[ordinal].Name;

    /// <inheritdoc/>
    public override int GetOrdinal(string name)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (string.Equals(fields[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        throw new IndexOutOfRangeException($"There is no field {name}.");
    }

    /// <inheritdoc/>
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => fields[ordinal].Type.Kind switch
    {
        TypeKind.Date => typeof(DateTime),
        TypeKind.Time => typeof(TimeSpan),
        _ => CellValue.TypeOf(fields[ordinal].Type),
    };

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => fields[ordinal].Type.ToString();

    /// <inheritdoc/>
    public override DataTable GetSchemaTable()
    {
        var table = new DataTable("SchemaTable") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (string name in (string[])[SchemaTableColumn.ColumnName, SchemaTableColumn.BaseColumnName, SchemaTableColumn.BaseTableName])
            table.Columns.Add(name, typeof(string));
        foreach (string name in (string[])[SchemaTableColumn.ColumnOrdinal, SchemaTableColumn.ColumnSize])
            table.Columns.Add(name, typeof(int));
        foreach (string name in (string[])[SchemaTableColumn.AllowDBNull, SchemaTableColumn.IsUnique, SchemaTableColumn.IsKey, SchemaTableColumn.IsLong])
            table.Columns.Add(name, typeof(bool));
        table.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        for (int i = 0; i < FieldCount; i++)
        {
            Field field = fields[i];
            table.Rows.Add(field.Name, field.Name, field.Table.Name, i, field.Type.Length == 0 ? -1 : field.Type.Length, field.IsNullable, field.IsUnique, field.IsPrimaryKey, false, GetFieldType(i));
        }

        return table;
    }

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => _columns[ordinal].IsNull(_row);

    /// <inheritdoc/>
    public override object GetValue(int ordinal)
    {
        if (IsDBNull(ordinal))
            return DBNull.Value;
        return fields[ordinal].Type.Kind switch
        {
            TypeKind.Date => GetDateTime(ordinal),
            TypeKind.Time => new TimeSpan(Int64(ordinal)),
            _ => CellValue.Get(_columns[ordinal], _row)!,
        };
    }

    /// <inheritdoc/>
    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    /// <inheritdoc/>
    public override T GetFieldValue<T>(int ordinal)
    {
        // Compared for a type that is known when the method is compiled: nothing is boxed.
        if (typeof(T) == typeof(long))
            return (T)(object)GetInt64(ordinal);
        if (typeof(T) == typeof(int))
            return (T)(object)GetInt32(ordinal);
        if (typeof(T) == typeof(short))
            return (T)(object)GetInt16(ordinal);
        if (typeof(T) == typeof(bool))
            return (T)(object)GetBoolean(ordinal);
        if (typeof(T) == typeof(decimal))
            return (T)(object)GetDecimal(ordinal);
        if (typeof(T) == typeof(double))
            return (T)(object)GetDouble(ordinal);
        if (typeof(T) == typeof(float))
            return (T)(object)GetFloat(ordinal);
        if (typeof(T) == typeof(Guid))
            return (T)(object)GetGuid(ordinal);
        if (typeof(T) == typeof(DateTime))
            return (T)(object)GetDateTime(ordinal);
        if (typeof(T) == typeof(DateOnly))
            return (T)(object)DateOnly.FromDayNumber(checked((int)Of(ordinal, TypeKind.Date)));
        if (typeof(T) == typeof(TimeOnly))
            return (T)(object)new TimeOnly(Of(ordinal, TypeKind.Time));
        if (typeof(T) == typeof(TimeSpan))
            return (T)(object)new TimeSpan(Of(ordinal, TypeKind.Time));
        if (typeof(T) == typeof(DateTimeOffset))
            return (T)(object)new DateTimeOffset(Of(ordinal, TypeKind.Timestamp), TimeSpan.Zero);
        return (T)GetValue(ordinal);
    }

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => Of(ordinal, TypeKind.Boolean) != 0;

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => checked((short)Integer(ordinal));

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => checked((int)Integer(ordinal));

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => Integer(ordinal);

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => checked((byte)Integer(ordinal));

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal)
    {
        if (_columns[ordinal] is DecimalColumn wide)
            return wide.Values[_row];
        (long value, int scale) = (Of(ordinal, TypeKind.Decimal), _columns[ordinal].Type.Scale);
        ulong magnitude = value < 0 ? 0 - (ulong)value : (ulong)value;
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, value < 0, (byte)scale);
    }

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => ((DoubleColumn)_columns[ordinal]).Values[_row];

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => (float)((DoubleColumn)_columns[ordinal]).Values[_row];

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => ((GuidColumn)_columns[ordinal]).Values[_row];

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => fields[ordinal].Type.Kind switch
    {
        TypeKind.Date => new DateTime(Int64(ordinal) * TimeSpan.TicksPerDay),
        TypeKind.Timestamp => new DateTime(Int64(ordinal), DateTimeKind.Utc),
        _ => new DateTime(Of(ordinal, TypeKind.DateTime)),
    };

    /// <inheritdoc/>
    public override string GetString(int ordinal) => fields[ordinal].Type.Kind == TypeKind.Binary
        ? throw new InvalidCastException($"{fields[ordinal].Name} holds bytes.")
        : ((BytesColumn)_columns[ordinal]).GetString(_row);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        ReadOnlySpan<byte> bytes = ((BytesColumn)_columns[ordinal])[_row];
        if (buffer is null)
            return bytes.Length;
        ReadOnlySpan<byte> rest = bytes[(int)Math.Min(dataOffset, bytes.Length)..];
        rest = rest[..Math.Min(rest.Length, length)];
        rest.CopyTo(buffer.AsSpan(bufferOffset));
        return rest.Length;
    }

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        string text = GetString(ordinal);
        if (buffer is null)
            return text.Length;
        int count = (int)Math.Min(length, Math.Max(0, text.Length - dataOffset));
        text.CopyTo((int)dataOffset, buffer, bufferOffset, count);
        return count;
    }

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    private long Int64(int ordinal) => ((Int64Column)_columns[ordinal]).Values[_row];

    private long Integer(int ordinal) => fields[ordinal].Type.IsInteger ? Int64(ordinal) : throw Unfit(ordinal, "an integer");

    private long Of(int ordinal, TypeKind kind) => fields[ordinal].Type.Kind == kind ? Int64(ordinal) : throw Unfit(ordinal, $"a {kind.ToString().ToLowerInvariant()}");

    private InvalidCastException Unfit(int ordinal, string wanted) => new($"{fields[ordinal].Name} is a {fields[ordinal].Type} and not {wanted}.");
}
