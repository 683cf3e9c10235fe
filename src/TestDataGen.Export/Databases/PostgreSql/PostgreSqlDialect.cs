using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>PostgreSQL 12 and later, with <c>standard_conforming_strings</c> on, as it is by default.</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    /// <inheritdoc/>
    public override string Name => "postgres";

    /// <inheritdoc/>
    public override string ScriptStart => "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nBEGIN;\n";

    /// <inheritdoc/>
    public override string ScriptEnd => "COMMIT;\n";

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
        TypeKind.String when field.Type.Length > 0 => $"varchar({field.Type.Length})",
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
    public override void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into) => WriteQuoted(text, into);

    /// <inheritdoc/>
    public override void WriteBinary(ReadOnlySpan<byte> bytes, Utf8Buffer into)
    {
        into.Append("'\\x"u8);
        WriteHex(bytes, into);
        into.Append((byte)'\'');
    }

    /// <inheritdoc/>
    public override void WriteBoolean(bool value, Utf8Buffer into) => into.Append(value ? "true"u8 : "false"u8);
}
