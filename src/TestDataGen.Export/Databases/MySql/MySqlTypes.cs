using System.Globalization;

namespace TestDataGen.Export;

/// <summary>The types of MySQL and MariaDB in a <c>.tdg</c> file.</summary>
internal static class MySqlTypes
{
    private const int MostOfSet = 8;

    public static FieldType Of(string text)
    {
        ServerType type = ServerType.Parse(text, SqlSyntax.MySql);
        string[] words = type.Name.Split(' ');
        bool isUnsigned = words.Contains("unsigned") || words.Contains("zerofill");
        int? length = type.Number(0);
        switch (words[0])
        {
            case "tinyint" when length == 1 && !isUnsigned:
            case "bool" or "boolean":
                return new FieldType("boolean");
            case "tinyint":
                return new FieldType("smallint", isUnsigned ? "max(255)" : "max(127)") { Remark = text };
            case "smallint":
                return isUnsigned ? new FieldType("integer") { Remark = text } : new FieldType("smallint");
            case "mediumint":
                return new FieldType("integer") { Remark = text };
            case "int" or "integer":
                return isUnsigned ? new FieldType("bigint") { Remark = text } : new FieldType("integer");
            case "bigint":
                return new FieldType("bigint") { Remark = isUnsigned ? text : null };
            case "serial":
                return new FieldType("bigint") { Remark = text };
            case "decimal" or "numeric" or "dec" or "fixed":
                return new FieldType(ServerType.Decimal(length ?? 10, type.Number(1)));
            case "float":
                return new FieldType("float");
            case "double" or "real":
                return new FieldType("double");
            case "bit" when (length ?? 1) == 1:
                return new FieldType("boolean") { Remark = text };
            case "bit":
                return new FieldType("bigint", string.Create(CultureInfo.InvariantCulture, $"between(0, {(1L << Math.Min(62, length!.Value)) - 1})")) { Remark = text };
            case "date":
                return new FieldType("date");
            case "datetime":
                return new FieldType("datetime");
            case "timestamp":
                return new FieldType("timestamp");
            case "time":
                return new FieldType("time");
            case "year":
                return new FieldType("smallint", "between(1980, 2030)") { Remark = text };
            case "char" or "varchar" or "nchar" or "nvarchar" or "character":
                return new FieldType($"string({length ?? 1})");
            case "tinytext":
                return new FieldType("string(255)") { Remark = text };
            case "text" or "mediumtext" or "longtext":
                return new FieldType("text");
            case "binary" or "varbinary":
                return new FieldType($"binary({length ?? 1})");
            case "tinyblob" or "blob" or "mediumblob" or "longblob":
                return new FieldType("binary") { Remark = text };
            case "enum":
                return Choice(type.Arguments, type.Arguments);
            case "set":
                return Choice(type.Arguments, [.. Sets(type.Arguments)]);
            case "json":
                return new FieldType("json");
            case "uuid":
                return new FieldType("uuid");
            case "inet4":
                return new FieldType("text", "format(ipv4)") { Remark = text };
            case "inet6":
                return new FieldType("text", "format(ipv6)") { Remark = text };
            case "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon" or "geometrycollection" or "geomcollection":
                return FieldType.None($"values of the type {text} are made by functions of the server and can't be written");
            default:
                return FieldType.None($"no text is known for the type {text}");
        }
    }

    private static FieldType Choice(IReadOnlyList<string> values, IReadOnlyList<string> choices) =>
        new($"string({Math.Max(1, choices.Max(v => v.Length))})", $"one_of({string.Join(", ", choices.Select(TdgLiterals.Text))})") { Remark = choices == values ? "enum" : $"set({string.Join(',', values)})" };

    // Each value alone, and with all before it.
    private static IEnumerable<string> Sets(IReadOnlyList<string> values)
    {
        for (int i = 0; i < Math.Min(MostOfSet, values.Count); i++)
        {
            yield return values[i];
            if (i > 0)
                yield return string.Join(',', values.Take(i + 1));
        }
    }
}
