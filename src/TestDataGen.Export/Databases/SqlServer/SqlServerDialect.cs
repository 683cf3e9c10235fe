using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>SQL Server 2016 and later, and Azure SQL.</summary>
public sealed class SqlServerDialect : SqlDialect
{
    /// <inheritdoc/>
    public override string Name => "sqlserver";

    /// <summary>The most that SQL Server takes in one <c>VALUES</c>.</summary>
    public override int MaxRowsPerInsert => 1000;

    /// <inheritdoc/>
    public override string ScriptStart => "SET NOCOUNT ON;\nSET XACT_ABORT ON;\nSET DATEFORMAT ymd;\nBEGIN TRANSACTION;\n";

    /// <inheritdoc/>
    public override string ScriptEnd => "COMMIT TRANSACTION;\n";

    /// <inheritdoc/>
    public override string Quote(string identifier) => $"[{identifier.Replace("]", "]]", StringComparison.Ordinal)}]";

    /// <inheritdoc/>
    public override bool HasSchemas => true;

    /// <summary>By EXEC: the statement must be alone in its batch.</summary>
    public override string CreateSchema(string name) => $"IF SCHEMA_ID(N'{Escaped(name)}') IS NULL EXEC(N'CREATE SCHEMA {Escaped(Quote(name))}')";

    /// <inheritdoc/>
    public override string TypeOf(Field field)
    {
        bool isKey = field.Reference is not null || field.Table.Keys.Any(k => k.Fields.Contains(field));
        return field.Type.Kind switch
        {
            TypeKind.SmallInt => "smallint",
            TypeKind.Integer => "int",
            TypeKind.BigInt => "bigint",
            TypeKind.Decimal => $"decimal({field.Type.Precision}, {field.Type.Scale})",
            TypeKind.Float => "real",
            TypeKind.Double => "float",
            TypeKind.Boolean => "bit",
            // The binary collation: values that differ in case only are different, as they are everywhere else. A key may be 1,700 bytes.
            TypeKind.String or TypeKind.Text when field.Type.Length is > 0 and <= 4000 => $"nvarchar({field.Type.Length}) COLLATE Latin1_General_100_BIN2",
            TypeKind.String or TypeKind.Text when isKey => "nvarchar(450) COLLATE Latin1_General_100_BIN2",
            TypeKind.Date => "date",
            TypeKind.Time => "time",
            TypeKind.DateTime => "datetime2",
            TypeKind.Timestamp => "datetimeoffset",
            TypeKind.Uuid => "uniqueidentifier",
            TypeKind.Binary when field.Type.Length is > 0 and <= 8000 => $"varbinary({field.Type.Length})",
            TypeKind.Binary => isKey ? "varbinary(900)" : "varbinary(max)",
            _ => "nvarchar(max)",
        };
    }

    /// <inheritdoc/>
    public override string CreateTable(Table table, bool ifMissing = false, bool hasUnique = true)
    {
        string create = base.CreateTable(table, hasUnique: hasUnique);
        return ifMissing ? $"IF OBJECT_ID(N'{Escaped(NameOf(table))}', N'U') IS NULL\n{create}" : create;
    }

    private static string Escaped(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
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
}
