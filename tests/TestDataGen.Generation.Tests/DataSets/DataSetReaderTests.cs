using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class DataSetReaderTests
{
    [Theory]
    [InlineData("1|-2|30", "bigint")]
    [InlineData("1|2.5|-30.25", "decimal(4, 2)")]
    [InlineData("1.5|1e3|2", "double")]
    [InlineData("1.5|0.12345678901234567890123456789", "double")]
    [InlineData("01067|10115", "text")]
    [InlineData("+49|+1", "text")]
    [InlineData("123456789012345678901234567890", "text")]
    [InlineData("12345678901234567890", "decimal(20, 0)")]
    [InlineData("true|FALSE|True", "boolean")]
    [InlineData("2026-01-31|1999-12-01", "date")]
    [InlineData("2026-01-31|1999-12-01 10:30|1999-12-01T10:30:59.5", "datetime")]
    [InlineData("1999-12-01T10:30:00Z|1999-12-01 10:30+02:00", "timestamp")]
    [InlineData("2026-02-30", "text")]
    [InlineData("1|x", "text")]
    [InlineData("-|1", "text")]
    public void The_type_of_a_column_is_the_narrowest_that_keeps_all_its_values(string values, string type)
    {
        DataSet set = Csv("a,b\n" + string.Join("\n", values.Split('|').Select(v => $"{v},x")));
        Assert.Equal(type, set.Columns[0].Type.ToString());
        Assert.False(set.Columns[0].IsNullable);
    }

    [Fact]
    public void Values_come_out_as_they_went_in()
    {
        using var file = new TemporaryFile("a.csv", "code;name;size;since;ok\r\n007;\"Sam; \"\"the\"\" man\";1.50;2020-02-29;true\r\n008;Žižkov\r\n;;;;\r\n".Replace("008;Žižkov\r\n", "008;Žižkov;;;\r\n", StringComparison.Ordinal));
        Schema schema = Given.Schema($"dataset D = csv({file.Quoted}, \";\")\nschema S {{ table t {{ r: row of D  code: text nullable = r.code  name: text nullable = r.name  size: decimal(5, 2) nullable = r.size  since: date nullable = r.since  ok: boolean nullable = r.ok }} }}");
        Plan plan = Given.Plan(schema, 300);
        string?[][] columns = [.. new[] { "code", "name", "size", "since", "ok" }.Select(f => Given.Column(plan, "t", f).ToArray())];
        string[] rows = [.. Enumerable.Range(0, 300).Select(i => string.Join("|", columns.Select(c => c[i] ?? "null"))).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["007|Sam; \"the\" man|1.50|2020-02-29|true", "008|Žižkov|null|null|null", "null|null|null|null|null"], rows);
    }

    [Theory]
    [InlineData("json", "[{\"n\": \"01067\", \"w\": 1.5, \"t\": [1, 2]},\n {\"n\": \"é\\u0041\", \"x\": true, \"t\": {\"a\": \"b\"}}]")]
    [InlineData("ndjson", "{\"n\": \"01067\", \"w\": 1.5, \"t\": [1, 2]}\r\n\r\n{\"n\": \"é\\u0041\", \"x\": true, \"t\": {\"a\": \"b\"}}\r\n")]
    public void Objects_have_columns_by_their_properties(string kind, string text)
    {
        using var file = new TemporaryFile("a." + kind, text);
        Schema schema = Given.Schema($"dataset D = {kind}({file.Quoted})\nschema S {{ table t {{ r: row of D  n: text = r.n  w: decimal(3, 1) nullable = r.w  x: boolean nullable = r.x  t: json = r.t }} }}");
        Plan plan = Given.Plan(schema, 100);
        string[] rows = [.. Enumerable.Range(0, 100).Select(i => string.Join("|", new[] { "n", "w", "x", "t" }.Select(f => Given.Column(plan, "t", f)[i] ?? "null"))).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["01067|1.5|null|[1, 2]", "éA|null|true|{\"a\": \"b\"}"], rows);
    }

    [Theory]
    [InlineData("csv", "", "is empty")]
    [InlineData("csv", "a,b\n", "there are no rows")]
    [InlineData("csv", "a,b\n1,2\n\"x\ny\",4\n1,2,3\n", "line 5 has 3 fields, the header 2")]
    [InlineData("csv", "a,A\n1,2\n", "two columns `A`")]
    [InlineData("csv", "a,\n1,2\n", "column 2 of the header has no name")]
    [InlineData("csv", "a,b\n1,\"2\n", "quotes")]
    [InlineData("json", "{\"a\": 1}", "no array of objects")]
    [InlineData("json", "[{\"a\": 1},\n{\"a\" 1}]", "line 2")]
    [InlineData("json", "[1]", "a number where an object should")]
    [InlineData("json", "[]", "there are no rows")]
    [InlineData("ndjson", "{\"a\": 1}\n{\"a\": ", "line 2")]
    [InlineData("ndjson", "{\"a\": 1} {\"a\": 2}\n", "line 1")]
    public void A_malformed_file_is_an_error_that_says_where(string kind, string text, string message)
    {
        using var file = new TemporaryFile("a." + kind, text);
        DataSetException error = Assert.Throws<DataSetException>(() => DataSetReader.Instance.Open(kind, file.FullName, null));
        Assert.Equal("TDG0021", error.Rule.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_an_error()
    {
        using var file = new TemporaryFile("a.csv", [.. "a\n"u8, 0xE9, (byte)'\n']);
        Assert.Equal("TDG0020", Assert.Throws<DataSetException>(() => DataSetReader.Instance.Open("csv", file.FullName, null)).Rule.Code);
    }

    [Fact]
    public void A_file_that_is_missing_is_an_error() =>
        Assert.Contains("nowhere.csv", Assert.Throws<DataSetException>(() => DataSetReader.Instance.Open("csv", "nowhere.csv", null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.Contains("folder", Assert.Throws<DataSetException>(() => DataSetReader.Instance.Open("csv", Path.GetTempPath(), null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_over_the_limit_is_not_read()
    {
        using var file = new TemporaryFile("big.csv", "a\n1\n");
        // Nothing is written but the length.
        using (FileStream stream = File.OpenWrite(file.FullName))
            stream.SetLength(DataSetReader.MaxFileBytes + 1);
        Assert.Contains("536,870,912", Assert.Throws<DataSetException>(() => DataSetReader.Instance.Open("csv", file.FullName, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name()
    {
        using var file = new TemporaryFile("a.csv", [0xEF, 0xBB, 0xBF, .. "a\n1\n"u8]);
        Assert.Equal("a", DataSetReader.Instance.Open("csv", file.FullName, null).Columns[0].Name);
    }

    private static DataSet Csv(string text)
    {
        using var file = new TemporaryFile("a.csv", text);
        return DataSetReader.Instance.Open("csv", file.FullName, null);
    }
}
