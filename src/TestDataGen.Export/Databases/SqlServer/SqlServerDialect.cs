using System.Runtime.InteropServices;
using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>SQL Server 2016 and later, and Azure SQL.</summary>
public sealed class SqlServerDialect : SqlDialect
{
    /// <summary>The dialect, with its way to connect.</summary>
    public SqlServerDialect() => Provider = new SqlServerProvider(this);

    /// <inheritdoc/>
    public override DatabaseProvider Provider { get; }

    /// <inheritdoc/>
    public override string Name => "sqlserver";

    /// <summary>The most that SQL Server takes in one <c>VALUES</c>.</summary>
    public override int MaxRowsPerInsert => 1000;

    internal override DatabaseReader Reader { get; } = new SqlServerReader();

    /// <inheritdoc/>
    public override string ScriptStart => "SET QUOTED_IDENTIFIER ON;\nSET NOCOUNT ON;\nSET XACT_ABORT ON;\nSET DATEFORMAT ymd;\nBEGIN TRANSACTION;\nGO\n";

    /// <inheritdoc/>
    public override string ScriptEnd => "COMMIT TRANSACTION;\nGO\nSET NOEXEC OFF;\nGO\n";

    /// <summary>
    /// A statement is a batch of its own: all batches together may be larger than the server takes in one. An error takes the transaction back, and nothing
    /// after it is executed, also by a client that goes on.
    /// </summary>
    public override string StatementEnd => ";\nGO\nIF @@TRANCOUNT = 0 SET NOEXEC ON;\nGO\n";

    /// <inheritdoc/>
    public override string Quote(string identifier) => $"[{identifier.Replace("]", "]]", StringComparison.Ordinal)}]";

    /// <inheritdoc/>
    public override bool HasSchemas => true;

    /// <summary>By EXEC: the statement must be alone in its batch.</summary>
    public override string CreateSchema(string name) => $"IF SCHEMA_ID(N'{Escaped(name)}') IS NULL EXEC(N'CREATE SCHEMA {Escaped(Quote(name))}')";

    /// <inheritdoc/>
    public override string TypeOf(Field field)
    {
        // Only the very type of the key can refer to it.
        Field key = KeyOf(field);
        DataType type = key.Type;
        return type.Kind switch
        {
            TypeKind.SmallInt => "smallint",
            TypeKind.Integer => "int",
            TypeKind.BigInt => "bigint",
            TypeKind.Decimal => $"decimal({type.Precision}, {type.Scale})",
            TypeKind.Float => "real",
            TypeKind.Double => "float",
            TypeKind.Boolean => "bit",
            // The binary collation: values that differ in case only are different, as they are everywhere else. A key may be 1,700 bytes, a primary one 900.
            TypeKind.String or TypeKind.Text when type.Length is > 0 and <= 4000 => $"nvarchar({type.Length}) COLLATE Latin1_General_100_BIN2",
            TypeKind.String or TypeKind.Text when IsKey(key) => "nvarchar(450) COLLATE Latin1_General_100_BIN2",
            TypeKind.Date => "date",
            TypeKind.Time => "time",
            TypeKind.DateTime => "datetime2",
            TypeKind.Timestamp => "datetimeoffset",
            TypeKind.Uuid => "uniqueidentifier",
            TypeKind.Binary when type.Length is > 0 and <= 8000 => $"varbinary({type.Length})",
            TypeKind.Binary => IsKey(key) ? "varbinary(900)" : "varbinary(max)",
            _ => "nvarchar(max)",
        };
    }

    /// <inheritdoc/>
    public override string CreateTable(Table table, bool ifMissing = false, bool hasUnique = true, IReadOnlyCollection<Reference>? later = null)
    {
        string create = base.CreateTable(table, hasUnique: hasUnique, later: later);
        return ifMissing ? $"IF OBJECT_ID(N'{Escaped(NameOf(table))}', N'U') IS NULL\n{create}" : create;
    }

    private static string Escaped(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    // SQL Server's own UNIQUE takes one null and no second.
    /// <inheritdoc/>
    public override bool DeclaresUnique(UniqueKey key) => !key.Fields.Any(f => f.IsNullable);

    /// <inheritdoc/>
    public override string CreateUniqueIndex(Table table, UniqueKey key) => DeclaresUnique(key)
        ? base.CreateUniqueIndex(table, key)
        : $"{base.CreateUniqueIndex(table, key)} WHERE {string.Join(" AND ", key.Fields.Where(f => f.IsNullable).Select(f => $"{Quote(f.Name)} IS NOT NULL"))}";

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        // The clients end a batch at a line GO and look for $(variables), also within literals.
        if (text.ContainsAny((byte)0, (byte)'\r', (byte)'\n') || text.IndexOf("$("u8) >= 0)
        {
            WriteUtf16(text, into);
            return;
        }

        into.Append((byte)'N');
        WriteQuoted(text, into);
    }

    /// <inheritdoc/>
    public override void WriteBinary(ReadOnlySpan<byte> bytes, Utf8Buffer into)
    {
        into.Append("0x"u8);
        WriteHex(bytes, into);
    }

    /// <inheritdoc/>
    public override void WriteReal(Column column, int row, Utf8Buffer into)
    {
        int start = into.Length;
        base.WriteReal(column, row, into);
        // With an exponent the literal is a float and no decimal of limited digits.
        if (into.Written[start..].IndexOf((byte)'E') < 0)
            into.Append("E0"u8);
    }

    /// <inheritdoc/>
    public override void WriteBareTime(Column column, int row, Utf8Buffer into)
    {
        Span<byte> text = into.Reserve(CellText.MaxLength);
        int length = WriteTime(column, row, text);
        // With a T between day and time it is the same in all languages of a server, and may have a Z.
        if (column.Type.Kind is TypeKind.DateTime or TypeKind.Timestamp)
            text[10] = (byte)'T';
        into.Advance(length);
    }

    /// <inheritdoc/>
    protected override string? WhyNoName(string name) => name.Length > 128 ? $"it has {name.Length} characters, and 128 is the most." : null;

    internal override (string Start, string End) InsertRows(string name, IReadOnlyList<Field> fields, bool hasIdentity, ConflictAction conflict)
    {
        (string start, string end) = conflict == ConflictAction.Error ? ($"INSERT INTO {name} ({Names(fields)}) VALUES", "") : Merge(name, fields, conflict);
        return hasIdentity ? ($"SET IDENTITY_INSERT {name} ON;\n{start}", $"{end};\nSET IDENTITY_INSERT {name} OFF") : (start, end.Length > 0 && !end.EndsWith(';') ? end + ";" : end);
    }

    internal override (string On, string Off)? IdentitySwitch(Table table) =>
        ($"{IfIdentity(table)} SET IDENTITY_INSERT {NameOf(table)} ON", $"{IfIdentity(table)} SET IDENTITY_INSERT {NameOf(table)} OFF");

    internal override IEnumerable<string> ContinueNumbers(Table table) => [$"{IfIdentity(table)} DBCC CHECKIDENT (N'{Escaped(NameOf(table))}', RESEED) WITH NO_INFOMSGS"];

    private string IfIdentity(Table table) => $"IF OBJECTPROPERTY(OBJECT_ID(N'{Escaped(NameOf(table))}'), 'TableHasIdentity') = 1";

    // There is no INSERT that goes on where a key is there.
    private (string Start, string End) Merge(string name, IReadOnlyList<Field> fields, ConflictAction conflict)
    {
        IReadOnlyList<Field> key = KeyToUpdate(fields);
        IReadOnlyList<Field> others = FieldsToUpdate(fields);
        var end = new StringBuilder($"\n) AS s ({Names(fields)}) ON {string.Join(" AND ", key.Select(f => $"t.{Quote(f.Name)} = s.{Quote(f.Name)}"))}");
        if (conflict == ConflictAction.Update && others.Count > 0)
            end.Append("\nWHEN MATCHED THEN UPDATE SET ").AppendJoin(", ", others.Select(f => $"{Quote(f.Name)} = s.{Quote(f.Name)}"));
        end.Append("\nWHEN NOT MATCHED THEN INSERT (").Append(Names(fields)).Append(") VALUES (").AppendJoin(", ", fields.Select(f => $"s.{Quote(f.Name)}")).Append(')');
        return ($"MERGE INTO {name} WITH (HOLDLOCK) AS t USING (VALUES", end.ToString());
    }

    private static void WriteUtf16(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        into.Append("CAST(0x"u8);
        Span<char> units = stackalloc char[2];
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf8(text, out Rune rune, out int length);
            int count = rune.EncodeToUtf16(units);
            WriteHex(MemoryMarshal.AsBytes(units[..count]), into);
            text = text[length..];
        }

        into.Append(" AS nvarchar(max))"u8);
    }

    internal override string First(int rows, string select) => FormattableString.Invariant($"SELECT TOP ({rows}) {select["SELECT ".Length..]}");

    internal override SqlExpressions Expressions() => new SqlServerExpressions(this);
}
