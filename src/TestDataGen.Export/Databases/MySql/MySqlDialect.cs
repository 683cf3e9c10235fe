using System.Buffers;
using System.Globalization;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>MySQL 8 and MariaDB 10.5 and later.</summary>
public sealed class MySqlDialect : SqlDialect
{
    private const int MaxKeyBytes = 3072;

    // The client makes one character of CR LF, and on Windows Ctrl+Z ends a file.
    private static readonly SearchValues<byte> Special = SearchValues.Create("'\\\0\n\r\u001a"u8);

    /// <summary>The dialect, with its way to connect.</summary>
    public MySqlDialect() => Provider = new MySqlProvider(this);

    /// <inheritdoc/>
    public override DatabaseProvider Provider { get; }

    /// <inheritdoc/>
    public override string Name => "mysql";

    internal override DatabaseReader Reader { get; } = new MySqlReader();

    /// <inheritdoc/>
    public override string ScriptStart =>
        // Backslashes are escaped, so the mode that makes them plain characters must be off; a value that does not fit is an error; a 0 in a numbered column is a 0. Each CREATE TABLE ends a
        // transaction whatever one says, so the next one must begin by itself.
        "SET NAMES utf8mb4;\nSET SESSION sql_mode = CONCAT_WS(',', REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''), 'STRICT_ALL_TABLES', 'NO_AUTO_VALUE_ON_ZERO');\nSET SESSION time_zone = '+00:00';\nSET autocommit = 0;\n";

    /// <inheritdoc/>
    public override string ScriptEnd => "COMMIT;\nSET autocommit = 1;\n";

    /// <inheritdoc/>
    protected override int SecondDigits => 6;

    /// <inheritdoc/>
    public override string Quote(string identifier) => $"`{identifier.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <inheritdoc/>
    public override string TypeOf(Field field)
    {
        // Only the very type of the key can refer to it.
        Field key = KeyOf(field);
        DataType type = key.Type;
        // A key may be 3,072 bytes in all and none of TEXT; a row, its long texts aside, 65,535.
        int keyBytes = MaxKeyBytes / Math.Max(1, key.Table.Keys.Where(k => k.Fields.Contains(key)).Select(k => k.Fields.Count(f => Column.StorageOf(f.Type) == Storage.Bytes)).DefaultIfEmpty(1).Max());
        int longest = IsKey(key) ? keyBytes : IsWide(key.Table) ? 1020 : 64_000;
        return type.Kind switch
        {
            TypeKind.SmallInt => "SMALLINT",
            TypeKind.Integer => "INT",
            TypeKind.BigInt => "BIGINT",
            TypeKind.Decimal => $"DECIMAL({type.Precision}, {type.Scale})",
            TypeKind.Float => "FLOAT",
            TypeKind.Double => "DOUBLE",
            TypeKind.Boolean => "BOOLEAN",
            TypeKind.String or TypeKind.Text when type.Length > 0 && 4 * (long)type.Length <= longest => Text($"VARCHAR({type.Length})"),
            TypeKind.String or TypeKind.Text => Text(IsKey(key) ? $"VARCHAR({keyBytes / 4})" : "LONGTEXT"),
            TypeKind.Date => "DATE",
            TypeKind.Time => "TIME(6)",
            TypeKind.DateTime or TypeKind.Timestamp => "DATETIME(6)",
            TypeKind.Uuid => "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin",
            TypeKind.Json => "JSON",
            TypeKind.Binary when type.Length > 0 && type.Length <= longest => $"VARBINARY({type.Length})",
            _ => IsKey(key) ? $"VARBINARY({keyBytes})" : "LONGBLOB",
        };

        // The binary collation: values that differ in case only are different, as they are everywhere else.
        static string Text(string type) => $"{type} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    }

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        into.Append((byte)'\'');
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            into.Append(text[..at]);
            into.Append((byte)'\\');
            into.Append(text[at] switch
            {
                0 => (byte)'0',
                (byte)'\n' => (byte)'n',
                (byte)'\r' => (byte)'r',
                26 => (byte)'Z',
                byte other => other,
            });
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
    public override void WriteBareTime(Column column, int row, Utf8Buffer into)
    {
        int length = WriteTime(column, row, into.Reserve(CellText.MaxLength));
        // Kept in UTC in a DATETIME, whose literals know no Z.
        into.Advance(column.Type.Kind == TypeKind.Timestamp ? length - 1 : length);
    }

    /// <inheritdoc/>
    public override void WriteReal(Column column, int row, Utf8Buffer into)
    {
        // In all digits of the double that it is: the shortest ones of the greatest FLOAT are a bit more than fits.
        if (column.Type.Kind == TypeKind.Float)
        {
            ((DoubleColumn)column).Values[row].TryFormat(into.Reserve(CellText.MaxLength), out int length, default, CultureInfo.InvariantCulture);
            into.Advance(length);
        }
        else
        {
            base.WriteReal(column, row, into);
        }
    }

    /// <inheritdoc/>
    protected override string? WhyNoName(string name)
    {
        int length = name.EnumerateRunes().Count();
        return length > 64 ? $"it has {length} characters, and 64 is the most."
            : name.EndsWith(' ') ? "it ends in a blank."
            : name.Any(char.IsSurrogate) ? "it has a character above U+FFFF in it."
            : null;
    }

    // MySQL takes a default of these types as an expression only.
    /// <inheritdoc/>
    protected override string DefaultOf(Field field, string literal) =>
        TypeOf(field) is var type && (type == "JSON" || type.StartsWith("LONG", StringComparison.Ordinal)) ? $"({literal})" : literal;

    // IGNORE would also take values that do not fit; setting a field to itself changes nothing.
    internal override (string Start, string End) InsertRows(string name, IReadOnlyList<Field> fields, bool hasIdentity, ConflictAction conflict)
    {
        string first = Quote(fields[0].Name);
        string end = conflict switch
        {
            ConflictAction.Error => "",
            ConflictAction.Update when FieldsToUpdate(fields) is { Count: > 0 } others =>
                $"\nON DUPLICATE KEY UPDATE {string.Join(", ", others.Select(f => $"{Quote(f.Name)} = VALUES({Quote(f.Name)})"))}",
            _ => $"\nON DUPLICATE KEY UPDATE {first} = {name}.{first}",
        };
        return ($"INSERT INTO {name} ({Names(fields)}) VALUES", end);
    }

    private static bool IsWide(Table table) => table.Fields.Sum(f => f.Type.Kind switch
    {
        TypeKind.String or TypeKind.Text => 4L * Math.Min(f.Type.Length, 16_000),
        TypeKind.Binary => Math.Min(f.Type.Length, 64_000),
        _ => 36,
    }) > 65_000;

    internal override SqlExpressions Expressions() => new MySqlExpressions(this);
}
