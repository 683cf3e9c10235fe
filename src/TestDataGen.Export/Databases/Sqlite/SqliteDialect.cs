using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>SQLite: types by affinity, dates as ISO 8601 text, booleans as 0 and 1.</summary>
public sealed class SqliteDialect : SqlDialect
{
    /// <summary>The dialect, with its way to connect.</summary>
    public SqliteDialect() => Provider = new SqliteProvider(this);

    /// <inheritdoc/>
    public override DatabaseProvider Provider { get; }

    /// <inheritdoc/>
    public override string Name => "sqlite";

    internal override DatabaseReader Reader { get; } = new SqliteReader();

    /// <inheritdoc/>
    public override string ScriptStart => "BEGIN;\n";

    /// <inheritdoc/>
    public override string ScriptEnd => "COMMIT;\n";

    /// <summary>A foreign key may name a table that does not exist yet, and none can be added later.</summary>
    public override bool AddsForeignKeys => false;

    /// <inheritdoc/>
    public override string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public override string TypeOf(Field field) => field.Type.Kind switch
    {
        // Only this very word makes the key the row's own number.
        TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt => "INTEGER",
        TypeKind.Decimal => $"NUMERIC({field.Type.Precision}, {field.Type.Scale})",
        TypeKind.Float or TypeKind.Double => "REAL",
        TypeKind.Boolean => "BOOLEAN",
        TypeKind.Binary => "BLOB",
        // Texts to SQLite, which are no numbers; the words are for those who read them.
        TypeKind.Date => "DATE",
        TypeKind.Time => "TIME",
        TypeKind.DateTime => "DATETIME",
        TypeKind.Timestamp => "TIMESTAMPTZ",
        _ => "TEXT",
    };

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        // A statement ends at a zero, and the shell makes one character of CR LF.
        if (!text.ContainsAny((byte)0, (byte)'\r'))
        {
            WriteQuoted(text, into);
            return;
        }

        into.Append("CAST("u8);
        WriteBinary(text, into);
        into.Append(" AS TEXT)"u8);
    }

    /// <inheritdoc/>
    public override void WriteBinary(ReadOnlySpan<byte> bytes, Utf8Buffer into)
    {
        into.Append("X'"u8);
        WriteHex(bytes, into);
        into.Append((byte)'\'');
    }

    /// <inheritdoc/>
    protected override string? WhyNoName(string name) =>
        name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) ? "names that begin with sqlite_ are SQLite's own." : null;

    internal override SqlExpressions Expressions() => new SqliteExpressions(this);
}
