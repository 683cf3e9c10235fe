using System.Globalization;
using System.Text;
using System.Text.Json;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>JSON and NDJSON, read back by System.Text.Json.</summary>
public sealed class JsonFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Awkward_values_come_back_from_an_array()
    {
        using JsonDocument document = JsonDocument.Parse(Write(new JsonFormat(), AwkwardRows.Batch));
        AssertRows(AwkwardRows.Batch, [.. document.RootElement.EnumerateArray()]);
    }

    [Fact]
    public void Awkward_values_come_back_from_lines()
    {
        string[] lines = Encoding.UTF8.GetString(Write(new JsonLinesFormat(), AwkwardRows.Batch)).Split('\n');
        // Behind the last line end there is nothing.
        Assert.Equal("", lines[^1]);
        AssertRows(AwkwardRows.Batch, [.. lines[..^1].Select(Element)]);
    }

    [Fact]
    public void Json_over_several_lines_is_one_line_of_NDJSON()
    {
        RowBatch batch = Given.Batch(Given.Table("doc: json"), ["{\r\n  \"a\": \"\\n\",\n  \"b\": [ 1,\n 2 ]\n}"]);
        string text = Encoding.UTF8.GetString(Write(new JsonLinesFormat(), batch));
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text);
        JsonElement doc = Element(text).GetProperty("doc");
        Assert.Equal("\n", doc.GetProperty("a").GetString());
        Assert.Equal(2, doc.GetProperty("b")[1].GetInt32());
    }

    [Fact]
    public void Any_names_and_zeros_come_back()
    {
        RowBatch batch = Given.Batch(Given.Table("`a \"b\" \\\\ ``c```: text\n`漢`: text"), ["a\0b", "\0"]);
        foreach (JsonElement row in new[] { Element(Encoding.UTF8.GetString(Write(new JsonLinesFormat(), batch))), Element(Encoding.UTF8.GetString(Write(new JsonFormat(), batch)))[0] })
            Assert.Equal(batch.Table.Fields.Select((f, i) => (f.Name, CellValue.Get(batch.Columns[i], 0))), row.EnumerateObject().Select(p => (p.Name, (object?)p.Value.GetString())));
    }

    [Fact]
    public void Rows_of_many_batches_are_one_array()
    {
        const int rows = (2 * RowBatch.MaxRows) + 5;
        Schema schema = Given.Schema("schema S { table t { id: bigint primary_key name: string(50) format(full_name) nullable } table none { id: bigint primary_key } }");
        foreach (int threads in new[] { 1, 3 })
        {
            using (var sink = new FileSink(_folder.Path, new JsonFormat(), mayReplace: true))
                Exporter.Run(Plan.Create(schema, new PlanOptions { Count = rows, TableCounts = new Dictionary<string, long> { ["none"] = 0 } }), sink, threads);
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(_folder["t.json"]));
            Assert.Equal(Enumerable.Range(1, rows), document.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetInt32()));
            using JsonDocument none = JsonDocument.Parse(File.ReadAllBytes(_folder["none.json"]));
            Assert.Equal(0, none.RootElement.GetArrayLength());
        }
    }

    private static JsonElement Element(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private byte[] Write(TextFormat format, RowBatch batch)
    {
        using (var sink = new FileSink(_folder.Path, format, mayReplace: true))
        {
            sink.Begin([batch.Table]);
            sink.Write(batch, 0, batch.Count);
            sink.Complete();
        }

        return File.ReadAllBytes(_folder["t" + format.Extension]);
    }

    private static void AssertRows(RowBatch batch, IReadOnlyList<JsonElement> rows)
    {
        Assert.Equal(batch.Count, rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            Assert.Equal(batch.Table.Fields.Select(f => f.Name), rows[row].EnumerateObject().Select(p => p.Name));
            foreach (Field field in batch.Table.Fields)
            {
                object? expected = CellValue.Get(batch.Columns[field.Index], row);
                JsonElement actual = rows[row].GetProperty(field.Name);
                if (expected is null)
                    Assert.Equal(JsonValueKind.Null, actual.ValueKind);
                else if (field.Type.Kind == TypeKind.Json)
                    Assert.Equal((string)expected, actual.GetRawText());
                else
                    Assert.Equal(expected, Read(actual, field));
            }
        }
    }

    private static object Read(JsonElement value, Field field) => field.Type.Kind switch
    {
        TypeKind.SmallInt => value.GetInt16(),
        TypeKind.Integer => value.GetInt32(),
        TypeKind.BigInt => value.GetInt64(),
        TypeKind.Decimal => value.GetDecimal(),
        TypeKind.Float => value.GetSingle(),
        TypeKind.Double => value.GetDouble(),
        TypeKind.Boolean => value.GetBoolean(),
        TypeKind.Date => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        TypeKind.Time => TimeOnly.ParseExact(value.GetString()!, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TypeKind.DateTime => value.GetDateTime(),
        TypeKind.Timestamp => value.GetDateTimeOffset(),
        TypeKind.Uuid => value.GetGuid(),
        TypeKind.Binary => value.GetBytesFromBase64(),
        _ => value.GetString()!,
    };
}
