namespace TestDataGen.Export;

/// <summary>PostgreSQL's types in a <c>.tdg</c> file. What has no type of its own there is a text that PostgreSQL reads as one.</summary>
internal static class PostgreSqlTypes
{
    private const int MaxDepth = 16;
    private const string Word = "[a-z]{3,8}";
    private const string Whole = "[1-9][0-9]{0,3}";
    private const string Date = "20[0-2][0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])";
    private const string Time = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
    private const string Point = @"\([1-9][0-9]{0,2},[1-9][0-9]{0,2}\)";
    private const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private const string Address = @"10\.1[0-9]{2}\.1[0-9]{2}\.[1-9][0-9]";

    // As scripts have them; the server itself has one name for each.
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["int"] = "integer", ["int4"] = "integer", ["serial"] = "integer", ["serial4"] = "integer", ["int8"] = "bigint", ["bigserial"] = "bigint", ["serial8"] = "bigint", ["int2"] = "smallint", ["smallserial"] = "smallint",
        ["serial2"] = "smallint", ["decimal"] = "numeric", ["dec"] = "numeric", ["float4"] = "real", ["float8"] = "double precision", ["float"] = "double precision", ["bool"] = "boolean", ["varchar"] = "character varying",
        ["char"] = "character", ["char varying"] = "character varying", ["timestamptz"] = "timestamp with time zone", ["timetz"] = "time with time zone", ["varbit"] = "bit varying",
    };

    public static FieldType Of(string type, DatabaseDescription database) => Of(type, database, 0);

    private static FieldType Of(string text, DatabaseDescription database, int depth)
    {
        ServerType type = ServerType.Parse(text, SqlSyntax.PostgreSql);
        if (depth > MaxDepth)
            return FieldType.None($"the type {text} is made of itself");
        if (type.Dimensions > 0)
            return ArrayOf(Of(text[..text.IndexOf('[', StringComparison.Ordinal)], database, depth + 1), text);
        if (database.Types.TryGetValue(type.Name, out DescribedType? declared))
            return Declared(declared, text, database, depth);
        return Scalar(type, text);
    }

    private static FieldType ArrayOf(FieldType element, string text) => element.Element is { } regex
        ? FieldType.Formed($$"""\{({{regex}}(,{{regex}}){0,2})?\}""", text)
        : FieldType.None($"no text is known for arrays of the type {text}");

    private static FieldType Declared(DescribedType declared, string text, DatabaseDescription database, int depth)
    {
        if (declared.Values is { } values)
        {
            return new FieldType("string")
            {
                Enum = declared,
                Element = values.All(v => v.Length > 0 && v.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')) ? $"({string.Join('|', values.Select(v => v.Replace("-", @"\-", StringComparison.Ordinal)))})" : null,
            };
        }

        if (declared.Base is { } inner)
            return Of(inner, database, depth + 1) with { Domain = declared, Element = declared.Checks.Count == 0 ? Of(inner, database, depth + 1).Element : null };
        if (declared.RangeOf is { } of)
            return RangeOf(Of(of, database, depth + 1).Element is null ? "" : ServerType.Parse(of, SqlSyntax.PostgreSql).Name, text);
        string?[] parts = [.. declared.Parts!.Select(p => Of(p, database, depth + 1).Element)];
        return parts.Contains(null)
            ? FieldType.None($"the type {text} has a part for which no text is known")
            : FieldType.Formed($@"\({string.Join(',', parts)}\)", text);
    }

    private static FieldType RangeOf(string element, string text)
    {
        // From a low value to a high one, and never the other way round.
        (string Low, string High)? ends = element switch
        {
            "integer" or "bigint" or "numeric" or "smallint" or "double precision" or "real" => ("[1-9][0-9]{0,2}", "[1-9][0-9]{3}"),
            "date" => ("201[0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])", "202[0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"),
            "timestamp without time zone" or "timestamp with time zone" => ($"\"201[0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]) {Time}\"", $"\"202[0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]) {Time}\""),
            "time without time zone" => ($"0[0-9]:[0-5][0-9]:[0-5][0-9]", "1[0-9]:[0-5][0-9]:[0-5][0-9]"),
            _ => null,
        };
        return ends is { } e ? FieldType.Formed($@"\[{e.Low},{e.High}\)", text) : FieldType.None($"no text is known for ranges of the type {text}");
    }

    private static FieldType Scalar(ServerType type, string text)
    {
        // In quotes it is the server's own type of one byte.
        if (text == "\"char\"")
            return new FieldType("string(1)", "pattern(\"?\")") { Remark = text };
        switch (Aliases.GetValueOrDefault(type.Name, type.Name))
        {
            case "smallint":
                return new FieldType("smallint") { Element = Whole };
            case "integer":
                return new FieldType("integer") { Element = Whole };
            case "bigint":
                return new FieldType("bigint") { Element = Whole };
            case "numeric":
                return new FieldType(ServerType.Decimal(type.Number(0), type.Number(1))) { Element = type.Number(0) - type.Number(1) is <= 0 ? "0" : "[1-9]" };
            case "money":
                return new FieldType("decimal(12, 2)") { Remark = text, Element = Whole };
            case "real":
                return new FieldType("float") { Element = Whole };
            case "double precision":
                return new FieldType("double") { Element = Whole };
            case "boolean":
                return new FieldType("boolean") { Element = "[tf]" };
            case "text" or "character varying" when type.Number(0) is null:
                return new FieldType("text") { Element = Word };
            case "citext":
                return new FieldType("text") { Remark = text, Element = Word };
            case "character varying" or "character":
                int length = type.Number(0) ?? 1;
                return new FieldType($"string({length})") { IsPadded = type.Name is "character" or "char", Element = length < 8 ? $"[a-z]{{1,{length}}}" : Word };
            case "bpchar":
                return new FieldType("text") { Element = Word };
            case "name":
                return new FieldType("string(63)") { Remark = text, Element = Word };
            case "date":
                return new FieldType("date") { Element = Date };
            case "time without time zone" or "time":
                return new FieldType("time") { Element = Time };
            case "timestamp without time zone" or "timestamp":
                return new FieldType("datetime") { Element = $"{Date}T{Time}" };
            case "timestamp with time zone":
                return new FieldType("timestamp") { Element = $"{Date}T{Time}Z" };
            case "time with time zone":
                return FieldType.Formed($@"{Time}\+00", text, $@"{Time}\+00");
            case var name when name.StartsWith("interval", StringComparison.Ordinal):
                return FieldType.Formed($"[1-9][0-9]? days {Time}", text, "P[1-9][0-9]?D");
            case "uuid":
                return new FieldType("uuid") { Element = Uuid };
            case "json" or "jsonb":
                return new FieldType("json");
            case "bytea":
                return new FieldType("binary") { Remark = text };
            case "bit" or "bit varying":
                int bits = Math.Min(type.Number(0) ?? (type.Name == "bit" ? 1 : 16), 10_000);
                return FieldType.Formed($"[01]{{{bits}}}", text, $"[01]{{{bits}}}");
            case "inet":
                return new FieldType("text", "format(ipv4)") { Remark = text, Element = Address };
            case "cidr":
                return FieldType.Formed(@"10\.1[0-9]{2}\.1[0-9]{2}\.0/24", text, @"10\.1[0-9]{2}\.1[0-9]{2}\.0/24");
            case "macaddr":
                return new FieldType("text", "format(mac)") { Remark = text, Element = "02(:[0-9a-f]{2}){5}" };
            case "macaddr8":
                return FieldType.Formed("02(:[0-9a-f]{2}){7}", text, "02(:[0-9a-f]{2}){7}");
            case "xml":
                return FieldType.Formed($"<{"value"}>[a-z]{{3,12}}</{"value"}>", text);
            case "tsvector":
                return FieldType.Formed("[a-z]{3,9}( [a-z]{3,9}){2,5}", text);
            case "tsquery":
                return FieldType.Formed("[a-z]{3,9} & [a-z]{3,9}", text);
            case "cube":
                return FieldType.Formed(@"\([1-9][0-9]?,[1-9][0-9]?,[1-9][0-9]?\)", text);
            case "point":
                return FieldType.Formed(Point, text);
            case "line":
                return FieldType.Formed(@"\{[1-9],[1-9],[0-9]\}", text);
            case "lseg":
                return FieldType.Formed($@"\[{Point},{Point}\]", text);
            case "box":
                return FieldType.Formed($"{Point},{Point}", text);
            case "path" or "polygon":
                return FieldType.Formed($@"\({Point},{Point},{Point}\)", text);
            case "circle":
                return FieldType.Formed($"<{Point},[1-9][0-9]?>", text);
            case "int4range":
                return RangeOf("integer", text);
            case "int8range":
                return RangeOf("bigint", text);
            case "numrange":
                return RangeOf("numeric", text);
            case "daterange":
                return RangeOf("date", text);
            case "tsrange":
                return RangeOf("timestamp without time zone", text);
            case "tstzrange":
                return RangeOf("timestamp with time zone", text);
            case "int4multirange" or "int8multirange" or "nummultirange":
                return FieldType.Formed(@"\{\[[1-9][0-9]{0,2},[1-9][0-9]{3}\)\}", text);
            case "datemultirange":
                return FieldType.Formed(@"\{\[201[0-9]-0[1-9]-0[1-9],202[0-9]-0[1-9]-0[1-9]\)\}", text);
            case "hstore":
                return FieldType.Formed("\"[a-z]{3,8}\"=>\"[a-z]{3,8}\"", text);
            case "ltree":
                return FieldType.Formed(@"[A-Za-z]{3,8}(\.[a-z]{3,8}){0,3}", text);
            case "jsonpath":
                return FieldType.Formed(@"\$\.[a-z]{3,8}", text);
            case "oid":
                return new FieldType("bigint") { Remark = text, Element = Whole };
            case "pg_lsn":
                return FieldType.Formed("[1-9A-F]{1,6}/[1-9A-F]{1,6}", text);
            default:
                return FieldType.None($"no text is known for the type {text}");
        }
    }
}
