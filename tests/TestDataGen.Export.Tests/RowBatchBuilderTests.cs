using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Rows that somebody made by hand.</summary>
public sealed class RowBatchBuilderTests
{
    public static TheoryData<string, object> Unfit { get; } = new()
    {
        { "double", double.NaN },
        { "double", double.PositiveInfinity },
        { "double", "-Infinity" },
        { "float", float.NaN },
        { "float", 1e39 },
        { "smallint", 40_000 },
        { "integer", 1.5 },
        { "bigint", 9223372036854775808m },
        { "decimal(4, 2)", 100m },
        { "decimal(28, 4)", 1e24m },
        { "boolean", "perhaps" },
        { "string(3)", "four" },
        { "string(3)", "😀😀😀😀" },
        { "date", "2023-02-29" },
        { "time", "25:00" },
        { "datetime", "yesterday" },
        { "uuid", "42" },
        { "json", "{\"a\": }" },
        { "json", "" },
        { "json", "1 2" },
        { "binary(2)", new byte[] { 1, 2, 3 } },
        { "binary", "no Base64!" },
    };

    public static TheoryData<string, object, object> Fit { get; } = new()
    {
        { "double", "1e3", 1000.0 },
        { "float", float.MaxValue, float.MaxValue },
        { "float", 0.1, 0.1f },
        { "smallint", "-32768", short.MinValue },
        { "bigint", 9223372036854775807m, long.MaxValue },
        { "decimal(4, 2)", 99.99m, 99.99m },
        { "decimal(28, 4)", 999999999999999999999999.9999m, 999999999999999999999999.9999m },
        { "string(3)", "😀😀😀", "😀😀😀" },
        { "json", " [1, {}]\n", " [1, {}]\n" },
        { "binary(2)", new byte[] { 1, 2 }, new byte[] { 1, 2 } },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_value_that_no_database_could_take_is_an_error_that_names_it(string type, object value)
    {
        var e = Assert.Throws<ExportException>(() => Given.Batch(Given.Table($"id: bigint primary_key\na: {type}"), [1L, Default(type)], [2L, value]));
        Assert.StartsWith("Row 2 of t: a: ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith($"is no {type}.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fit))]
    public void A_value_that_just_fits_is_taken(string type, object value, object expected)
    {
        RowBatch batch = Given.Batch(Given.Table($"a: {type}"), [value]);
        Assert.Equal(expected, CellValue.Get(batch.Columns[0], 0));
    }

    [Fact]
    public void A_row_that_is_refused_is_not_there()
    {
        Table table = Given.Table("a: integer nullable\nb: text nullable\nc: integer");
        var builder = new RowBatchBuilder(table);
        builder.Add([1, "one", 1]);
        Assert.Throws<ExportException>(() => builder.Add([null, null, "x"]));
        Assert.Throws<ExportException>(() => builder.Add([7, "seven", null]));
        builder.Add([2, "two", 2]);
        RowBatch batch = builder.Take()!;
        Assert.Equal([1, "one", 1, 2, "two", 2], Enumerable.Range(0, batch.Count).SelectMany(i => batch.Columns.Select(c => CellValue.Get(c, i))));
    }

    private static object Default(string type) => type switch
    {
        "boolean" => true,
        "date" => new DateOnly(2024, 1, 1),
        "time" => new TimeOnly(1, 0),
        "datetime" => new DateTime(2024, 1, 1),
        "uuid" => Guid.Empty,
        "json" => "{}",
        "binary" or "binary(2)" => Array.Empty<byte>(),
        _ => "1",
    };
}
