using System.Globalization;
using System.Text;
using CsCheck;
using CsvHelper;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

public sealed class CsvFormatTests
{
    private static readonly Gen<string?> Texts =
        Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char["abc ,\"\r\né漢"], 0, 70].Select(s => (string?)s));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("cr\r", "\"cr\r\"")]
    [InlineData(" Zoë ", " Zoë ")]
    [InlineData("12345678901234567890123456789012", "12345678901234567890123456789012")]
    [InlineData("123456789012345678901234567890123", "123456789012345678901234567890123")]
    [InlineData("1234567890123456789012345678901,", "\"1234567890123456789012345678901,\"")]
    [InlineData("12345678901234567890123456789012,", "\"12345678901234567890123456789012,\"")]
    [InlineData("\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"", "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"")]
    public void A_text_is_quoted_where_it_must_be(string? text, string expected) =>
        // Twice: behind the first cell there is more in the heap, behind the last there may be nothing.
        Assert.Equal($"{expected},7,{expected}\r\n", Write("a: text nullable\nn: integer\nb: text nullable", [text, 7, text]));

    [Fact]
    public void Values_are_written_the_same_in_every_culture()
    {
        string fields = "a: decimal(10, 2)\nb: decimal(18, 4)\nc: decimal(28, 3)\nd: double\ne: boolean\nf: date\ng: datetime\nh: time\ni: uuid\nj: binary(3)";
        Assert.Equal(
            "-0.05,12345678901234.5678,1234567890123456789012345.678,0.1,true,0987-06-05,2024-02-29 23:59:09.125,01:02:03,00112233-4455-6677-8899-aabbccddeeff,AAH+\r\n",
            Write(
                fields,
                [-0.05m, 12345678901234.5678m, 1234567890123456789012345.678m, 0.1, true, new DateOnly(987, 6, 5), new DateTime(2024, 2, 29, 23, 59, 9, 125), new TimeOnly(1, 2, 3), new Guid("00112233-4455-6677-8899-aabbccddeeff"), new byte[] { 0, 1, 254 }]));
        Assert.Equal("0.00,0.0001", Write(fields, [0m, 0.0001m, 0m, 0.0, false, new DateOnly(1, 1, 1), DateTime.MinValue, TimeOnly.MinValue, Guid.Empty, Array.Empty<byte>()])[..11]);
        Assert.StartsWith("99999999.99,", Write(fields, [99999999.99m, 0m, 0m, 0.0, false, new DateOnly(1, 1, 1), DateTime.MinValue, TimeOnly.MinValue, Guid.Empty, Array.Empty<byte>()]), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_texts_are_read_back_by_the_rules_of_RFC_4180() =>
        Gen.Select(Texts, Texts, Texts, Texts).Sample((a, b, c, d) =>
        {
            string csv = Write("a: text nullable\nb: text nullable\nc: text nullable\nd: text nullable", [a, b, c, d], [d, c, b, a], [b, b, b, b]);
            Assert.Equal([a, b, c, d, d, c, b, a, b, b, b, b], Read(csv));
        });

    [Fact]
    public void Awkward_values_are_read_back_by_CsvHelper()
    {
        using var folder = new TemporaryFolder();
        using (var sink = new FileSink(folder.Path, new CsvFormat()))
        {
            sink.Begin([AwkwardRows.Table]);
            sink.Write(AwkwardRows.Batch, 0, AwkwardRows.Batch.Count);
            sink.Complete();
        }

        using CsvReader csv = CsvReader.Create(File.ReadAllBytes(folder["t.csv"]), CsvReaderOptions.Default);
        csv.ReadHeader();
        Assert.Equal(AwkwardRows.Table.Fields.Select(f => f.Name), csv.Headers);
        for (int row = 0; row < AwkwardRows.Batch.Count; row++)
        {
            Assert.True(csv.Read());
            foreach (Field field in AwkwardRows.Table.Fields)
            {
                object? value = CellValue.Get(AwkwardRows.Batch.Columns[field.Index], row);
                string text = csv.GetString(field.Index);
                // The shortest text of a floating-point number may have an exponent or not; what counts is the number.
                if (value is double or float)
                    Assert.Equal(value, value is float ? float.Parse(text, CultureInfo.InvariantCulture) : (object)double.Parse(text, CultureInfo.InvariantCulture));
                else
                    Assert.Equal(value is null ? "" : CellValue.ToText(value), text);
            }
        }

        Assert.False(csv.Read());
    }

    [Fact]
    public void A_null_in_a_table_of_one_column_is_no_empty_line()
    {
        // Readers skip those, and the row would be lost.
        string csv = Write("a: text nullable", ["x"], [null], [""], ["y"]);
        Assert.Equal("x\r\n\"\"\r\n\"\"\r\ny\r\n", csv);
        using CsvReader reader = CsvReader.Create(Encoding.UTF8.GetBytes("a\r\n" + csv), CsvReaderOptions.Default);
        int rows = 0;
        while (reader.Read())
            rows++;
        Assert.Equal(4, rows);
    }

    [Fact]
    public void The_header_stands_in_the_first_part_only()
    {
        Table table = Given.Table("id: bigint primary_key\n`odd, name`: text");
        var buffer = new Utf8Buffer();
        new CsvFormat().WriteHeader(table, isFirstPart: true, buffer);
        Assert.Equal("id,\"odd, name\"\r\n", Encoding.UTF8.GetString(buffer.Written));
        buffer.Clear();
        new CsvFormat().WriteHeader(table, isFirstPart: false, buffer);
        Assert.Equal(0, buffer.Length);
    }

    private static string Write(string fields, params object?[][] rows)
    {
        RowBatch batch = Given.Batch(Given.Table(fields), rows);
        var buffer = new Utf8Buffer();
        new CsvFormat().WriteRows(batch, 0, batch.Count, buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    // A reader of its own, cell by cell; a cell without quotes and without text is a null.
    private static List<string?> Read(string csv)
    {
        var cells = new List<string?>();
        int at = 0;
        while (at < csv.Length)
        {
            if (csv[at] == '"')
            {
                var text = new StringBuilder();
                for (at++; csv[at] != '"' || (at + 1 < csv.Length && csv[at + 1] == '"'); at++)
                {
                    text.Append(csv[at]);
                    if (csv[at] == '"')
                        at++;
                }

                cells.Add(text.ToString());
                at++;
            }
            else
            {
                int end = csv.AsSpan(at).IndexOfAny(',', '\r') + at;
                cells.Add(end == at ? null : csv[at..end]);
                at = end;
            }

            at += csv[at] == ',' ? 1 : 2;
        }

        return cells;
    }
}
