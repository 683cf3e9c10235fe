using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>How one database writes names, types, values and tables. One more database is one more class, named in <see cref="SqlDialects"/>.</summary>
public abstract class SqlDialect
{
    /// <summary>The name by which users choose it.</summary>
    public abstract string Name { get; }

    /// <summary>How it is connected to and loaded.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>Asks its servers what tables they have.</summary>
    internal abstract DatabaseReader Reader { get; }

    /// <summary>Most rows in one INSERT.</summary>
    public virtual int MaxRowsPerInsert => 500;

    /// <summary>What stands at the beginning of a script.</summary>
    public abstract string ScriptStart { get; }

    /// <summary>What stands at its end.</summary>
    public abstract string ScriptEnd { get; }

    /// <summary>What ends a statement in a script.</summary>
    public virtual string StatementEnd => ";\n";

    /// <summary>How many digits of a second's fraction it keeps. The others are cut off: rounded up, the last moment of a day would be none of it.</summary>
    protected virtual int SecondDigits => 7;

    /// <summary>An identifier, quoted so that any characters in it are data.</summary>
    public abstract string Quote(string identifier);

    /// <summary>Whether tables stand in schemas within a database; where not, <c>sales.orders</c> is the table <c>sales_orders</c>.</summary>
    public virtual bool HasSchemas => false;

    /// <summary>The statement that creates a database schema where it is missing, without <see cref="StatementEnd"/>; asked only where there are schemas.</summary>
    public virtual string CreateSchema(string name) => throw new NotSupportedException();

    /// <summary>A table's name with its database schema, quoted.</summary>
    public string NameOf(Table table) => HasSchemas && table.DatabaseSchema is { } schema ? $"{Quote(schema)}.{Quote(table.BareName)}" : Quote(PlainNameOf(table));

    /// <summary>A table's name within its schema or database, as it is.</summary>
    internal string PlainNameOf(Table table) => table.DatabaseSchema is { } schema && !HasSchemas ? $"{schema}_{table.BareName}" : table.BareName;

    /// <summary>Refuses a table that would have another one's name.</summary>
    /// <exception cref="ExportException">It would.</exception>
    public void CheckName(Table table, IEnumerable<Table> others)
    {
        if (others.FirstOrDefault(t => t != table && string.Equals(NameOf(t), NameOf(table), StringComparison.OrdinalIgnoreCase)) is { } other)
            throw new ExportException($"The tables {other.Name} and {table.Name} would both be {NameOf(table)}, since a {Name} database has no schemas.", "Give one of them another name.");
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
    public void WriteTime(Column column, int row, Utf8Buffer into)
    {
        into.Append((byte)'\'');
        WriteBareTime(column, row, into);
        into.Append((byte)'\'');
    }

    /// <summary>The same without its quotes.</summary>
    public virtual void WriteBareTime(Column column, int row, Utf8Buffer into) => into.Advance(WriteTime(column, row, into.Reserve(CellText.MaxLength)));

    /// <summary>A date or time as <see cref="CellText"/> writes it, with no more than <see cref="SecondDigits"/>; gives its length.</summary>
    protected int WriteTime(Column column, int row, Span<byte> into)
    {
        int length = CellText.Write(column, row, into);
        int end = into[..length].IndexOf((byte)'.') + 1 + SecondDigits;
        bool hasZone = column.Type.Kind == TypeKind.Timestamp;
        if (end <= SecondDigits || end >= (hasZone ? length - 1 : length))
            return length;
        if (hasZone)
            into[end++] = (byte)'Z';
        return end;
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

    /// <summary>What stands before and behind the rows of an INSERT, each of them between brackets, with commas between.</summary>
    /// <param name="name">The table's name, quoted.</param>
    /// <param name="fields">The fields that are filled.</param>
    /// <param name="hasIdentity">Whether one of them is a column whose numbers are the server's own.</param>
    /// <param name="conflict">What happens to rows whose keys are there.</param>
    /// <exception cref="ExportException">Rows can't be updated since the table has no primary key.</exception>
    internal virtual (string Start, string End) InsertRows(string name, IReadOnlyList<Field> fields, bool hasIdentity, ConflictAction conflict)
    {
        string end = conflict switch
        {
            ConflictAction.Error => "",
            ConflictAction.Update when FieldsToUpdate(fields) is { Count: > 0 } others =>
                $"\nON CONFLICT ({Names(KeyToUpdate(fields))}) DO UPDATE SET {string.Join(", ", others.Select(f => $"{Quote(f.Name)} = excluded.{Quote(f.Name)}"))}",
            _ => "\nON CONFLICT DO NOTHING",
        };
        return ($"INSERT INTO {name} ({Names(fields)}) VALUES", end);
    }

    /// <summary>
    /// In a script, the statements around the rows of a table that is there, by which it takes numbers that would be the server's own; null where
    /// <see cref="InsertRows"/> says so.
    /// </summary>
    internal virtual (string On, string Off)? IdentitySwitch(Table table) => null;

    /// <summary>In a script, the statements by which the numbers of a table that is there go on behind those of the rows, if they are the server's own.</summary>
    internal virtual IEnumerable<string> ContinueNumbers(Table table) => [];

    /// <summary>The key by which a row is found that is to be updated.</summary>
    private protected static IReadOnlyList<Field> KeyToUpdate(IReadOnlyList<Field> fields) => fields[0].Table.PrimaryKey?.Fields
        ?? throw new ExportException($"{fields[0].Table.Name} has no primary key by which rows could be found and updated.", "Choose another -OnConflict, or give it one.");

    /// <summary>The fields that take new values then.</summary>
    private protected static IReadOnlyList<Field> FieldsToUpdate(IReadOnlyList<Field> fields) => [.. fields.Except(KeyToUpdate(fields))];

    /// <summary>The statement that creates a table with its keys and checks, without <see cref="StatementEnd"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ifMissing">Whether a table that exists is left as it is.</param>
    /// <param name="hasUnique">Whether it declares its unique fields; where not, <see cref="CreateUniqueIndex"/> follows the rows.</param>
    /// <param name="later">
    /// Foreign keys whose parents get their rows later, in a circle of tables: they are added by <see cref="AddForeignKey"/>, or checked at the end of the transaction where
    /// none can be added.
    /// </param>
    /// <exception cref="ExportException">A name is none in this database.</exception>
    public virtual string CreateTable(Table table, bool ifMissing = false, bool hasUnique = true, IReadOnlyCollection<Reference>? later = null)
    {
        foreach (string name in table.Fields.Select(f => f.Name).Prepend(table.Name))
        {
            if (WhyNoName(name) is { } reason)
                throw new ExportException($"`{name}` can't be a name of {Name}: {reason}", "Give it another name in the schema.");
        }

        var sql = new StringBuilder();
        sql.Append(ifMissing ? "CREATE TABLE IF NOT EXISTS " : "CREATE TABLE ").Append(NameOf(table)).Append(" (");
        var checks = new SqlChecks(this);
        string separator = "\n  ";
        foreach (Field field in table.Fields)
        {
            sql.Append(separator).Append(Quote(field.Name)).Append(' ').Append(TypeOf(field)).Append(field.IsNullable ? " NULL" : " NOT NULL");
            if (field.Default is { Value: not null } value)
                sql.Append(" DEFAULT ").Append(DefaultOf(field, Literal(value, field.Type)));
            if (field.IsPrimaryKey)
                sql.Append(" PRIMARY KEY");
            else if (field.IsUnique && hasUnique && DeclaresUnique(table.Keys.First(k => k.Fields.Count == 1 && k.Fields[0] == field)))
                sql.Append(" UNIQUE");
            if (checks.OfField(field) is { } bounds)
                sql.Append(" CHECK (").Append(bounds).Append(')');
            separator = ",\n  ";
        }

        foreach (UniqueKey key in table.Keys.Where(k => k.Fields.Count > 1 && (k.IsPrimary || (hasUnique && DeclaresUnique(k)))))
            sql.Append(separator).Append(key.IsPrimary ? "PRIMARY KEY (" : "UNIQUE (").Append(Names(key.Fields)).Append(')');
        foreach (Reference reference in table.References.Where(CanReferTo))
        {
            bool isLater = later?.Contains(reference) == true;
            if (!isLater || !AddsForeignKeys)
                sql.Append(separator).Append(ForeignKey(reference)).Append(isLater ? " DEFERRABLE INITIALLY DEFERRED" : "");
        }

        (IReadOnlyList<string> conditions, IReadOnlyList<string> leftOut) = checks.OfTable(table);
        foreach (string condition in conditions)
            sql.Append(separator).Append("CHECK (").Append(condition).Append(')');
        foreach (string comment in leftOut)
            sql.Append("\n  -- ").Append(comment);
        return sql.Append("\n)").ToString();
    }

    private protected string Names(IEnumerable<Field> fields) => string.Join(", ", fields.Select(f => Quote(f.Name)));

    /// <summary>The statement that creates an index on a foreign key, without <see cref="StatementEnd"/>.</summary>
    public string CreateIndex(Reference reference) => CreateIndex("CREATE INDEX", "ix", reference.Table, reference.Fields);

    /// <summary>The statement that makes sure that a key is unique, without <see cref="StatementEnd"/>.</summary>
    public virtual string CreateUniqueIndex(Table table, UniqueKey key) => CreateIndex("CREATE UNIQUE INDEX", "ux", table, key.Fields);

    /// <summary>Whether a unique key is declared so within its table. Where not, <see cref="CreateUniqueIndex"/> must follow.</summary>
    public virtual bool DeclaresUnique(UniqueKey key) => true;

    /// <summary>Whether a foreign key can be added to a table that exists, as one in a circle of tables must be.</summary>
    public virtual bool AddsForeignKeys => true;

    /// <summary>The statement that adds a foreign key to a table, without <see cref="StatementEnd"/>; null where the database takes none.</summary>
    public string? AddForeignKey(Reference reference) =>
        CanReferTo(reference) ? $"ALTER TABLE {NameOf(reference.Table)} ADD CONSTRAINT {Quote(IndexName("fk", reference.Table, reference.Fields))} {ForeignKey(reference)}" : null;

    // A reference to what the database does not know to be unique it refuses; one without fields is none of the database's.
    internal bool CanReferTo(Reference reference) => !reference.IsBinding
        && reference.Parent.Keys.Any(k => k.Fields.Count == reference.Targets.Count && k.Fields.All(reference.Targets.Contains) && (k.IsPrimary || DeclaresUnique(k)));

    private string ForeignKey(Reference reference) =>
        $"FOREIGN KEY ({Names(reference.Fields)}) REFERENCES {NameOf(reference.Parent)} ({Names(reference.Targets)})";

    /// <summary>The foreign keys of a table that want an index of their own: those with which no key begins.</summary>
    public static IEnumerable<Reference> ReferencesToIndex(Table table) =>
        table.References.Where(r => !r.IsBinding && !table.Keys.Any(k => k.Fields.Take(r.Fields.Count).SequenceEqual(r.Fields)));

    private string CreateIndex(string what, string prefix, Table table, IReadOnlyList<Field> fields) =>
        $"{what} {Quote(IndexName(prefix, table, fields))} ON {NameOf(table)} ({Names(fields)})";

    /// <summary>Why a name can't be one, as a sentence; null where it can.</summary>
    protected virtual string? WhyNoName(string name) => null;

    /// <summary>What stands behind DEFAULT.</summary>
    protected virtual string DefaultOf(Field field, string literal) => literal;

    /// <summary>The key that a field refers to, over all tables between; the field itself where it refers to none.</summary>
    protected static Field KeyOf(Field field)
    {
        // Keys that refer to each other have no end.
        for (int steps = 0; steps < 64 && field.Target is { } target; steps++)
            field = target;
        return field;
    }

    /// <summary>Whether a field is in a primary or unique key.</summary>
    protected static bool IsKey(Field field) => field.Table.Keys.Any(k => k.Fields.Contains(field));

    // Named after table and fields; by their places where that is too long, or is the name of something else: line.item_id and line_item.id.
    private string IndexName(string prefix, Table table, IReadOnlyList<Field> fields)
    {
        IReadOnlyList<Table> tables = table.Schema.Tables;
        string name = NameFor(table, fields);
        bool isTaken = tables.Any(t => IsSame(PlainNameOf(t)) || Sets(t).Any(set => !set.SequenceEqual(fields) && IsSame(NameFor(t, set))));
        return isTaken || WhyNoName(name) is not null
            ? $"{prefix}_{tables.TakeWhile(t => t != table).Count() + 1}_{string.Join('_', fields.Select(f => f.Index + 1))}"
            : name;

        string NameFor(Table t, IReadOnlyList<Field> set) => $"{prefix}_{PlainNameOf(t)}_{string.Join('_', set.Select(f => f.Name))}";
        static IEnumerable<IReadOnlyList<Field>> Sets(Table t) => t.Keys.Select(k => k.Fields).Concat(t.References.Select(r => r.Fields));
        bool IsSame(string other) => other.Length == name.Length && string.Equals(other, name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A query for the first rows of another one.</summary>
    internal virtual string First(int rows, string select) => FormattableString.Invariant($"{select} LIMIT {rows}");

    /// <summary>How this database writes conditions.</summary>
    internal abstract SqlExpressions Expressions();

    /// <summary>A constant that is not null, as a literal.</summary>
    internal string Literal(Literal literal, DataType type)
    {
        Column column = Column.Create(type, 1);
        CellValue.Set(column, 0, literal.Value);
        var buffer = new Utf8Buffer();
        WriteValue(column, 0, buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>A name or another text as a literal.</summary>
    internal string Literal(string text)
    {
        var buffer = new Utf8Buffer();
        WriteText(Encoding.UTF8.GetBytes(text), buffer);
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
