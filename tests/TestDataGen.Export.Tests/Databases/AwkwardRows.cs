using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>A column of every type, and in them what databases and their clients trip over: bounds, nulls, quotes, line ends, far dates.</summary>
internal static class AwkwardRows
{
    private const string Fields = """
        id: bigint primary_key
        small: smallint nullable
        whole: integer nullable
        large: bigint nullable
        money: decimal(10, 2) nullable
        exact: decimal(18, 4) nullable
        huge: decimal(28, 3) nullable
        single: float nullable
        ratio: double nullable
        is_open: boolean nullable
        label: string(80) nullable
        story: text nullable
        born: date nullable
        opens: time nullable
        made: datetime nullable
        seen: timestamp nullable
        ident: uuid nullable
        doc: json nullable
        raw: binary(4) nullable
        file: binary nullable
        """;

    private static readonly string[] Texts =
    [
        "", " ", " both sides ", "it's", "''", "'; DROP TABLE t; --", "\"double\"", "`tick`", "[bracket]", "a\\", "\\'", "\\n is no line", "%_", "NULL",
        "Zoë 漢字 Привет", "😀 and 👩‍👩‍👧", "e\u0301", "\u202E turned", "tab\there", "line\nbreak", "line\r\nbreak", "cr\r", "a\nGO\nb", "\n:r file\n\\q\n", "$(HOME)", "${x} @x :x ?",
        "bell\u0007 esc\u001b sub\u001a del\u007f", "\u0085\u2028\u2029\uFEFF", "/* open", "-- x", ";", "\\.",
    ];

    private static readonly Dictionary<TypeKind, object[]> Values = new()
    {
        [TypeKind.SmallInt] = [short.MinValue, short.MaxValue, 0],
        [TypeKind.Integer] = [int.MinValue, int.MaxValue, 0],
        [TypeKind.BigInt] = [long.MinValue, long.MaxValue, 0L, 9007199254740993L],
        [TypeKind.Float] = [float.MaxValue, float.MinValue, 1.17549435E-38f, 0.1f, 16777217f, 0f],
        [TypeKind.Double] = [double.MaxValue, double.MinValue, 2.2250738585072014E-308, 0.1, 1e15, 123456789012345680.0, 1.0 / 3, 0.0],
        [TypeKind.Boolean] = [true, false],
        [TypeKind.String] = Texts,
        [TypeKind.Text] = [.. Texts.Reverse(), new string('x', 5000) + "\r\n", string.Concat(Enumerable.Repeat("a'\n", 3000))],
        [TypeKind.Date] = [new DateOnly(1, 1, 1), new DateOnly(1752, 12, 31), new DateOnly(1582, 10, 10), new DateOnly(1900, 2, 28), new DateOnly(2024, 2, 29), new DateOnly(9999, 12, 31)],
        [TypeKind.Time] = [TimeOnly.MinValue, new TimeOnly(23, 59, 59), new TimeOnly(12, 34, 56, 789), TimeOnly.MaxValue],
        [TypeKind.DateTime] = [DateTime.MinValue, new DateTime(1752, 1, 1, 12, 0, 0), new DateTime(2024, 2, 29, 23, 59, 59, 999), new DateTime(2024, 1, 1), DateTime.MaxValue],
        [TypeKind.Timestamp] = [DateTimeOffset.MinValue, new DateTimeOffset(1753, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 3, 31, 1, 30, 0, 500, TimeSpan.Zero), DateTimeOffset.MaxValue],
        [TypeKind.Uuid] = [Guid.Empty, new Guid("00112233-4455-6677-8899-aabbccddeeff"), new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff")],
        [TypeKind.Json] = ["{\"a\": [1, \"it's\", \"\\n\", \"\\\\\", null]}", "[]", "\"😀\"", "{}"],
        [TypeKind.Binary] = [Array.Empty<byte>(), new byte[] { 0 }, new byte[] { 0, 39, 92, 255 }],
    };

    private static readonly Dictionary<string, object[]> Decimals = new()
    {
        ["money"] = [99999999.99m, -99999999.99m, 0.01m, 0m],
        ["exact"] = [99999999999999.9999m, -99999999999999.9999m, 0.0001m],
        ["huge"] = [9999999999999999999999999.999m, -9999999999999999999999999.999m, 0.001m],
    };

    /// <summary>The table.</summary>
    public static Table Table { get; } = Given.Table(Fields);

    /// <summary>The rows: one of nulls, and as many as the longest list of values is.</summary>
    public static RowBatch Batch { get; } = Given.Batch(
        Table,
        [.. Enumerable.Range(0, Values.Values.Max(v => v.Length) + 1).Select(row => Table.Fields.Select(field => Value(field, row)).ToArray())]);

    private static object? Value(Field field, int row)
    {
        if (field.Index == 0)
            return (long)row;
        object[] values = field.Type.Kind == TypeKind.Decimal ? Decimals[field.Name] : Values[field.Type.Kind];
        return row == 0 ? null : values[(row - 1) % values.Length];
    }
}
