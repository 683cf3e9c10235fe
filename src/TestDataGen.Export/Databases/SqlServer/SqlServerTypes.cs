namespace TestDataGen.Export;

/// <summary>SQL Server's types in a <c>.tdg</c> file.</summary>
internal static class SqlServerTypes
{
    public static FieldType Of(string text, DatabaseDescription database)
    {
        ServerType type = ServerType.Parse(text, SqlSyntax.SqlServer);
        bool isMax = type.Arguments is [var only, ..] && only.Equals("max", StringComparison.OrdinalIgnoreCase);
        int? length = isMax ? null : type.Number(0) ?? 1;
        if (database.Types.TryGetValue(type.Name, out DescribedType? declared) && declared.Base is { } inner)
            return Of(inner, database) with { Remark = text };
        switch (type.Name)
        {
            case "bit":
                return new FieldType("boolean");
            case "tinyint":
                return new FieldType("smallint", "max(255)") { Remark = text };
            case "smallint":
                return new FieldType("smallint");
            case "int" or "integer":
                return new FieldType("integer");
            case "bigint":
                return new FieldType("bigint");
            case "decimal" or "numeric" or "dec":
                return new FieldType(ServerType.Decimal(type.Number(0) ?? 18, type.Number(1)));
            case "money":
                return new FieldType("decimal(19, 4)") { Remark = text };
            case "smallmoney":
                return new FieldType("decimal(9, 4)") { Remark = text };
            case "float":
                return new FieldType(type.Number(0) is <= 24 ? "float" : "double");
            case "double precision":
                return new FieldType("double");
            case "real":
                return new FieldType("float");
            case "date":
                return new FieldType("date");
            case "time":
                return new FieldType("time");
            case "datetime" or "datetime2" or "smalldatetime":
                return new FieldType("datetime");
            case "datetimeoffset":
                return new FieldType("timestamp");
            case "char" or "varchar" or "nchar" or "nvarchar" or "character" or "character varying" or "char varying":
                return new FieldType(length is { } n ? $"string({n})" : "text");
            case "text" or "ntext":
                return new FieldType("text");
            case "sysname":
                return new FieldType("string(128)") { Remark = text };
            case "binary" or "varbinary":
                return new FieldType(length is { } bytes ? $"binary({bytes})" : "binary");
            case "image":
                return new FieldType("binary") { Remark = text };
            case "uniqueidentifier":
                return new FieldType("uuid");
            case "json":
                return new FieldType("json");
            case "xml":
                return FieldType.Formed("<value>[a-z]{3,12}</value>", text);
            case "hierarchyid":
                return FieldType.Formed("/[1-9][0-9]{0,2}/[1-9][0-9]{0,2}/", text);
            case "geography":
                return FieldType.Formed(@"POINT\([1-9][0-9]\.[0-9]{4} [1-7][0-9]\.[0-9]{4}\)", text);
            case "geometry":
                return FieldType.Formed(@"POINT\([1-9][0-9]{0,2} [1-9][0-9]{0,2}\)", text);
            case "sql_variant":
                return new FieldType("string(100)") { Remark = text };
            default:
                return FieldType.None($"no text is known for the type {text}");
        }
    }
}
