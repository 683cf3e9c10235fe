using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>MySQL 8 and MariaDB 10.5 and later.</summary>
public sealed class MySqlDialect : SqlDialect
{
    /// <inheritdoc/>
    public override string Name => "mysql";

    /// <inheritdoc/>
    public override string ScriptStart =>
        // Backslashes are escaped, so the mode that makes them plain characters must be off.
        "SET NAMES utf8mb4;\nSET SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');\nSET SESSION time_zone = '+00:00';\nSTART TRANSACTION;\n";

    /// <inheritdoc/>
    public override string ScriptEnd => "COMMIT;\n";

    /// <inheritdoc/>
    public override string Quote(string identifier) => $"`{identifier.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <inheritdoc/>
    public override string TypeOf(Field field)
    {
        bool isKey = field.Reference is not null || field.Table.Keys.Any(k => k.Fields.Contains(field));
        return field.Type.Kind switch
        {
            TypeKind.SmallInt => "SMALLINT",
            TypeKind.Integer => "INT",
            TypeKind.BigInt => "BIGINT",
            TypeKind.Decimal => $"DECIMAL({field.Type.Precision}, {field.Type.Scale})",
            TypeKind.Float => "FLOAT",
            TypeKind.Double => "DOUBLE",
            TypeKind.Boolean => "BOOLEAN",
            // The binary collation: values that differ in case only are different, as they are everywhere else. A key may not be of TEXT.
            TypeKind.String or TypeKind.Text when field.Type.Length is > 0 and <= 16_000 => $"VARCHAR({field.Type.Length}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            TypeKind.String or TypeKind.Text when isKey => "VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            TypeKind.Date => "DATE",
            TypeKind.Time => "TIME",
            TypeKind.DateTime => "DATETIME",
            TypeKind.Timestamp => "DATETIME",
            TypeKind.Uuid => "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin",
            TypeKind.Json => "JSON",
            TypeKind.Binary when field.Type.Length is > 0 and <= 16_000 => $"VARBINARY({field.Type.Length})",
            TypeKind.Binary => isKey ? "VARBINARY(255)" : "LONGBLOB",
            _ => "LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        };
    }

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        into.Append((byte)'\'');
        while (text.IndexOfAny("'\\\0"u8) is var at and >= 0)
        {
            into.Append(text[..at]);
            into.Append((byte)'\\');
            into.Append(text[at] == 0 ? (byte)'0' : text[at]);
            text = text[(at + 1)..];
        }

        into.Append(text);
        into.Append((byte)'\'');
    }

    /// <inheritdoc/>
    public override void WriteBinary(ReadOnlySpan<byte> bytes, Utf8Buffer into)
    {
        into.Append("X'"u8);
        WriteHex(bytes, into);
        into.Append((byte)'\'');
    }

    /// <inheritdoc/>
    public override void WriteTime(Column column, int row, Utf8Buffer into)
    {
        into.Append((byte)'\'');
        int length = CellText.Write(column, row, into.Reserve(CellText.MaxLength));
        // Kept in UTC in a DATETIME, whose literals know no Z.
        into.Advance(column.Type.Kind == TypeKind.Timestamp ? length - 1 : length);
        into.Append((byte)'\'');
    }
}
