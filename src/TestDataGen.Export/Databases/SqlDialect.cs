using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>How one database writes names, types, values and tables. One more database is one more class, named in <see cref="SqlDialects"/>.</summary>
public abstract class SqlDialect
{
    /// <summary>The name by which users choose it.</summary>
    public abstract string Name { get; }

    /// <summary>Most rows in one INSERT.</summary>
    public virtual int MaxRowsPerInsert => 500;

    /// <summary>What stands at the beginning of a script.</summary>
    public abstract string ScriptStart { get; }

    /// <summary>What stands at its end.</summary>
    public abstract string ScriptEnd { get; }

    /// <summary>What ends a statement in a script.</summary>
    public virtual string StatementEnd => ";\n";

    /// <summary>An identifier, quoted so that any characters in it are data.</summary>
    public abstract string Quote(string identifier);

    /// <summary>Whether tables stand in schemas within a database; where not, <c>sales.orders</c> is the table <c>sales_orders</c>.</summary>
    public virtual bool HasSchemas => false;

    /// <summary>The statement that creates a database schema where it is missing, without <see cref="StatementEnd"/>; asked only where there are schemas.</summary>
    public virtual string CreateSchema(string name) => throw new NotSupportedException();

    /// <summary>A table's name with its database schema, quoted.</summary>
    public string NameOf(Table table) => HasSchemas && table.DatabaseSchema is { } schema ? $"{Quote(schema)}.{Quote(table.BareName)}" : Quote(PlainNameOf(table));

    private string PlainNameOf(Table table) => table.DatabaseSchema is { } schema && !HasSchemas ? $"{schema}_{table.BareName}" : table.BareName;

    /// <summary>Refuses a table that would have another one's name.</summary>
    /// <exception cref="ExportException">It would.</exception>
    public void CheckName(Table table, IEnumerable<Table> others)
    {
        if (others.FirstOrDefault(t => t != table && string.Equals(NameOf(t), NameOf(table), StringComparison.OrdinalIgnoreCase)) is { } other)
            throw new ExportException($"The tables {other.Name} and {table.Name} would both be {NameOf(table)}, since a {Name} database has no schemas. Give one of them another name.");
    }

    /// <summary>The column type for a field.</summary>
    public abstract string TypeOf(Field field);

    /// <summary>A text literal.</summary>
    public abstract void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into);

    /// <summary>A binary literal.</summary>
    public abstract void WriteBinary(ReadOnlySpan<byte> bytes, Utf8Buffer into);

    /// <summary>A boolean literal.</summary>
    public virtual void WriteBoolean(bool value, Utf8Buffer into) => into.Append(value ? (byte)'1' : (byte)'0');

    /// <summary>A date, time, datetime or timestamp literal.</summary>
    public virtual void WriteTime(Column column, int row, Utf8Buffer into)
    {
        into.Append((byte)'\'');
        into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));
        into.Append((byte)'\'');
    }

    /// <summary>A floating-point literal.</summary>
    public virtual void WriteReal(Column column, int row, Utf8Buffer into) =>
        into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));

    /// <summary>A cell as a literal.</summary>
    public void WriteValue(Column column, int row, Utf8Buffer into)
    {
        if (column.IsNull(row))
        {
            into.Append("NULL"u8);
            return;
        }

        switch (column.Type.Kind)
        {
            case TypeKind.String or TypeKind.Text or TypeKind.Json:
                WriteText(((BytesColumn)column)[row], into);
                break;
            case TypeKind.Binary:
                WriteBinary(((BytesColumn)column)[row], into);
                break;
            case TypeKind.Boolean:
                WriteBoolean(((Int64Column)column).Values[row] != 0, into);
                break;
            case TypeKind.Date or TypeKind.Time or TypeKind.DateTime or TypeKind.Timestamp:
                WriteTime(column, row, into);
                break;
            case TypeKind.Float or TypeKind.Double:
                WriteReal(column, row, into);
                break;
            case TypeKind.Uuid:
                into.Append((byte)'\'');
                into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));
                into.Append((byte)'\'');
                break;
            default:
                into.Advance(CellText.Write(column, row, into.Reserve(CellText.MaxLength)));
                break;
        }
    }

    /// <summary>The statement that creates a table with its keys, without <see cref="StatementEnd"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ifMissing">Whether a table that exists is left as it is.</param>
    /// <param name="hasUnique">Whether it declares its unique fields; where not, <see cref="CreateUniqueIndex"/> follows the rows.</param>
    public virtual string CreateTable(Table table, bool ifMissing = false, bool hasUnique = true)
    {
        var sql = new StringBuilder();
        sql.Append(ifMissing ? "CREATE TABLE IF NOT EXISTS " : "CREATE TABLE ").Append(NameOf(table)).Append(" (");
        string separator = "\n  ";
        foreach (Field field in table.Fields)
        {
            sql.Append(separator).Append(Quote(field.Name)).Append(' ').Append(TypeOf(field)).Append(field.IsNullable ? " NULL" : " NOT NULL");
            if (field.Default is { Value: not null } value)
                sql.Append(" DEFAULT ").Append(Literal(value, field.Type));
            if (field.IsPrimaryKey)
                sql.Append(" PRIMARY KEY");
            else if (field.IsUnique && hasUnique)
                sql.Append(" UNIQUE");
            separator = ",\n  ";
        }

        foreach (UniqueKey key in table.Keys.Where(k => k.Fields.Count > 1 && (k.IsPrimary || hasUnique)))
            sql.Append(separator).Append(key.IsPrimary ? "PRIMARY KEY (" : "UNIQUE (").Append(Names(key.Fields)).Append(')');
        foreach (Reference reference in table.References.Where(r => !r.IsBinding))
            sql.Append(separator).Append("FOREIGN KEY (").Append(Names(reference.Fields)).Append(") REFERENCES ").Append(NameOf(reference.Parent)).Append(" (").Append(Names(reference.Targets)).Append(')');
        return sql.Append("\n)").ToString();
    }

    private string Names(IEnumerable<Field> fields) => string.Join(", ", fields.Select(f => Quote(f.Name)));

    /// <summary>The statement that creates an index on a foreign key, without <see cref="StatementEnd"/>.</summary>
    public string CreateIndex(Reference reference) => CreateIndex("CREATE INDEX", "ix", reference.Table, reference.Fields);

    /// <summary>The statement that makes sure that a key is unique, without <see cref="StatementEnd"/>.</summary>
    public string CreateUniqueIndex(Table table, UniqueKey key) => CreateIndex("CREATE UNIQUE INDEX", "ux", table, key.Fields);

    /// <summary>The foreign keys of a table that want an index of their own: those with which no key begins.</summary>
    public static IEnumerable<Reference> ReferencesToIndex(Table table) =>
        table.References.Where(r => !r.IsBinding && !table.Keys.Any(k => k.Fields.Take(r.Fields.Count).SequenceEqual(r.Fields)));

    private string CreateIndex(string what, string prefix, Table table, IReadOnlyList<Field> fields) =>
        $"{what} {Quote($"{prefix}_{PlainNameOf(table)}_{string.Join('_', fields.Select(f => f.Name))}")} ON {NameOf(table)} ({Names(fields)})";

    private string Literal(Literal literal, DataType type)
    {
        Column column = Column.Create(type, 1);
        CellValue.Set(column, 0, literal.Value);
        var buffer = new Utf8Buffer();
        WriteValue(column, 0, buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Text between quotes, each quote in it doubled.</summary>
    protected static void WriteQuoted(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        into.Append((byte)'\'');
        while (text.IndexOf((byte)'\'') is var quote and >= 0)
        {
            into.Append(text[..(quote + 1)]);
            into.Append((byte)'\'');
            text = text[(quote + 1)..];
        }

        into.Append(text);
        into.Append((byte)'\'');
    }

    /// <summary>Bytes as hexadecimal digits.</summary>
    protected static void WriteHex(ReadOnlySpan<byte> bytes, Utf8Buffer into)
    {
        Span<byte> text = into.Reserve(2 * bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = "0123456789ABCDEF"u8[bytes[i] >> 4];
            text[(2 * i) + 1] = "0123456789ABCDEF"u8[bytes[i] & 15];
        }

        into.Advance(2 * bytes.Length);
    }
}
