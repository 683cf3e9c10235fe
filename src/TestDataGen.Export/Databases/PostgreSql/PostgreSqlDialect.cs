using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>PostgreSQL 12 and later, with <c>standard_conforming_strings</c> on, as it is by default.</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    /// <summary>The dialect, with its way to connect.</summary>
    public PostgreSqlDialect() => Provider = new PostgreSqlProvider(this);

    /// <inheritdoc/>
    public override DatabaseProvider Provider { get; }

    /// <inheritdoc/>
    public override string Name => "postgres";

    internal override DatabaseReader Reader { get; } = new PostgreSqlReader();

    /// <inheritdoc/>
    public override string ScriptStart => "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nBEGIN;\n";

    /// <inheritdoc/>
    public override string ScriptEnd => "COMMIT;\n";

    /// <inheritdoc/>
    protected override int SecondDigits => 6;

    /// <inheritdoc/>
    public override string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public override bool HasSchemas => true;

    /// <inheritdoc/>
    public override string CreateSchema(string name) => $"CREATE SCHEMA IF NOT EXISTS {Quote(name)}";

    /// <inheritdoc/>
    public override string TypeOf(Field field) => field.Type.Kind switch
    {
        TypeKind.SmallInt => "smallint",
        TypeKind.Integer => "integer",
        TypeKind.BigInt => "bigint",
        TypeKind.Decimal => $"numeric({field.Type.Precision}, {field.Type.Scale})",
        TypeKind.Float => "real",
        TypeKind.Double => "double precision",
        TypeKind.Boolean => "boolean",
        TypeKind.String when field.Type.Length is > 0 and <= 10_485_760 => $"varchar({field.Type.Length})",
        TypeKind.Date => "date",
        TypeKind.Time => "time",
        TypeKind.DateTime => "timestamp",
        TypeKind.Timestamp => "timestamptz",
        TypeKind.Uuid => "uuid",
        TypeKind.Json => "jsonb",
        TypeKind.Binary => "bytea",
        _ => "text",
    };

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        if (text.Contains((byte)0))
            throw new ExportException("PostgreSQL keeps no text with the character U+0000 in it.", "Leave that character out, or write for another database.");
        WriteQuoted(text, into);
    }

    /// <inheritdoc/>
    public override void WriteBinary(ReadOnlySpan<byte> bytes, Utf8Buffer into)
    {
        into.Append("'\\x"u8);
        WriteHex(bytes, into);
        into.Append((byte)'\'');
    }

    /// <inheritdoc/>
    public override void WriteBoolean(bool value, Utf8Buffer into) => into.Append(value ? "true"u8 : "false"u8);

    // What is longer PostgreSQL cuts off without an error, and two names may become one.
    /// <inheritdoc/>
    protected override string? WhyNoName(string name) =>
        Encoding.UTF8.GetByteCount(name) > 63 ? $"it has {Encoding.UTF8.GetByteCount(name)} bytes, and 63 is the most." : null;

    internal override SqlExpressions Expressions() => new PostgreSqlExpressions(this);

    internal override (string Start, string End) InsertRows(string name, IReadOnlyList<Field> fields, bool hasIdentity, ConflictAction conflict)
    {
        (string start, string end) = base.InsertRows(name, fields, hasIdentity, conflict);
        return (hasIdentity ? start[..^"VALUES".Length] + "OVERRIDING SYSTEM VALUE VALUES" : start, end);
    }

    // Never back: somebody may have taken the numbers between.
    internal override IEnumerable<string> ContinueNumbers(Table table) => table.Fields.Where(f => f.Type.IsInteger && f.Reference is null && f.IsUnique).Select(f =>
        $"SELECT setval(s.name, m.last) FROM (SELECT pg_get_serial_sequence({Literal(NameOf(table))}, {Literal(f.Name)})::regclass AS name) s, (SELECT max({Quote(f.Name)}) AS last FROM {NameOf(table)}) m WHERE m.last > coalesce(pg_sequence_last_value(s.name), 0)");
}
