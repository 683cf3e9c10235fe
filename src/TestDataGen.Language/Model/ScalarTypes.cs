namespace TestDataGen.Language;

/// <summary>All scalar types of the language, by name.</summary>
public static class ScalarTypes
{
    /// <summary>The types in the order of the reference page.</summary>
    public static IReadOnlyList<ScalarType> All { get; } =
    [
        new(TypeKind.SmallInt, "smallint", ["int2"], "", "Whole number of 16 bits, −32,768 to 32,767."),
        new(TypeKind.Integer, "integer", ["int", "int4"], "", "Whole number of 32 bits, up to about ±2.1 billion."),
        new(TypeKind.BigInt, "bigint", ["int8"], "", "Whole number of 64 bits."),
        new(TypeKind.Decimal, "decimal", ["numeric", "dec"], "(p, s)", "Exact number of p digits, s of them behind the point; p up to 28; `decimal(p)` has s = 0, `decimal` is decimal(18, 2)."),
        new(TypeKind.Float, "float", ["real", "float4"], "", "Floating-point number of 32 bits."),
        new(TypeKind.Double, "double", ["float8"], "", "Floating-point number of 64 bits."),
        new(TypeKind.Boolean, "boolean", ["bool"], "", "true or false."),
        new(TypeKind.String, "string", ["varchar", "nvarchar", "char", "nchar"], "(n)", "Text of at most n characters; without n, of any length a database's string may have."),
        new(TypeKind.Text, "text", ["clob"], "", "Text of any length."),
        new(TypeKind.Date, "date", [], "", "Day of the calendar."),
        new(TypeKind.Time, "time", [], "", "Time of the day."),
        new(TypeKind.DateTime, "datetime", ["datetime2"], "", "Day and time, without a zone."),
        new(TypeKind.Timestamp, "timestamp", ["timestamptz", "datetimeoffset"], "", "Instant, in UTC."),
        new(TypeKind.Uuid, "uuid", ["guid", "uniqueidentifier"], "", "Identifier of 128 bits."),
        new(TypeKind.Json, "json", ["jsonb"], "", "JSON text."),
        new(TypeKind.Binary, "binary", ["varbinary", "bytea", "blob"], "(n)", "Bytes, at most n."),
    ];

    private static readonly Dictionary<string, ScalarType> ByName = All
        .SelectMany(t => t.Aliases.Append(t.Name), (type, name) => (type, name))
        .ToDictionary(p => p.name, p => p.type, StringComparer.Ordinal);

    /// <summary>Finds a type by its name or an alias; null where there is none.</summary>
    public static ScalarType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Replaces an alias by what it stands for.</summary>
    internal static NameSyntax Canonical(NameSyntax name) =>
        !name.IsQuoted && Find(name.Text) is { } type && type.Name != name.Text ? name with { Text = type.Name } : name;
}
