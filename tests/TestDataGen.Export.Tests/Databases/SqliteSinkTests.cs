using Microsoft.Data.Sqlite;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

public sealed class SqliteSinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder["test.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_type_comes_back_as_it_was()
    {
        Table table = Given.Table("""
            id: bigint primary_key
            name: string(20) nullable
            price: decimal(10, 2)
            large: decimal(18, 4)
            huge: decimal(28, 3)
            ratio: double
            is_open: boolean
            day: date
            at: datetime
            key: uuid
            raw: binary(4)
            """);
        Write(
            table,
            [1L, "Zoë ‘x’", 12.34m, 12345678901234.5678m, 1234567890123456789012345.678m, 0.1, true, new DateOnly(2024, 2, 29), new DateTime(2024, 2, 29, 1, 2, 3), new Guid("00112233-4455-6677-8899-aabbccddeeff"), new byte[] { 0, 1, 254, 255 }],
            [-2L, null, -0.01m, 0m, 0m, -1e300, false, new DateOnly(1, 1, 1), new DateTime(9999, 12, 31), Guid.Empty, new byte[] { 0, 0, 0, 0 }]);

        Assert.Equal(
            ["-2", "", "-0.01", "0", "0", "-1.0e+300", "0", "0001-01-01", "9999-12-31 00:00:00", "00000000-0000-0000-0000-000000000000", "00000000"],
            Row("SELECT id, ifnull(name, ''), price, large, huge, ratio, is_open, day, at, key, hex(raw) FROM t WHERE id < 0"));
        Assert.Equal(
            ["1", "Zoë ‘x’", "12.34", "0.1", "1", "2024-02-29", "2024-02-29 01:02:03", "00112233-4455-6677-8899-aabbccddeeff", "0001FEFF"],
            Row("SELECT id, name, price, ratio, is_open, day, at, key, hex(raw) FROM t WHERE id > 0"));
        Assert.Equal(["null", "text", "real"], Row("SELECT (SELECT typeof(name) FROM t WHERE id < 0), typeof(day), typeof(price) FROM t WHERE id > 0"));
    }

    [Fact]
    public void An_empty_text_is_no_null()
    {
        Write(Given.Table("id: bigint primary_key\nname: string(20) nullable\nraw: binary(4) nullable"), [1L, "", Array.Empty<byte>()], [2L, null, null]);
        Assert.Equal(["text", "0", "blob"], Row("SELECT typeof(name), length(name), typeof(raw) FROM t WHERE id = 1"));
        Assert.Equal(["null", "null"], Row("SELECT typeof(name), typeof(raw) FROM t WHERE id = 2"));
    }

    [Fact]
    public void Unique_fields_have_an_index_that_refuses_a_second_row()
    {
        Write(Given.Table("id: bigint primary_key\ncode: string(9) unique"), [1L, "a"], [2L, "b"]);
        Assert.Equal(["1", "code"], Row("SELECT l.\"unique\", i.name FROM pragma_index_list('t') l, pragma_index_info(l.name) i"));
        var e = Assert.Throws<SqliteException>(() => Row("INSERT INTO t VALUES (3, 'a') RETURNING id"));
        Assert.Contains("UNIQUE", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_not_unique_are_refused_and_nothing_is_left()
    {
        Table table = Given.Table("id: bigint primary_key\ncode: string(9) unique");
        var e = Assert.Throws<ExportException>(() => Write(table, [1L, "a"], [2L, "a"]));
        Assert.Contains("t.code", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(600)]
    public void A_file_that_is_no_database_is_not_appended_to(int length)
    {
        string notes = new('x', length);
        File.WriteAllText(_folder["notes.txt"], notes);
        var e = Assert.Throws<ExportException>(() => new SqliteSink(_folder["notes.txt"], append: true));
        Assert.Contains("notes.txt is not a SQLite database.", e.Message, StringComparison.Ordinal);
        Assert.Equal(notes, File.ReadAllText(_folder["notes.txt"]));
    }

    [Fact]
    public void Rows_that_are_there_already_are_not_appended_and_the_error_says_what_to_do()
    {
        Table table = Given.Table("id: bigint primary_key");
        Write(table, [1L]);
        var e = Assert.Throws<ExportException>(() =>
        {
            using var sink = new SqliteSink(Database, append: true);
            sink.Begin([table]);
            sink.Write(Given.Batch(table, [1L]), 0, 1);
        });
        Assert.Contains("t.id", e.Message, StringComparison.Ordinal);
        Assert.StartsWith("Append what is not there yet", e.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_texts_come_back_through_many_batches()
    {
        Table table = Given.Table("id: bigint primary_key\nname: text nullable\nother: text");
        string[] texts = [.. Enumerable.Range(0, 3 * RowBatch.MaxRows).Select(i => new string((char)('a' + (i % 26)), i % 57) + "é\u0001'\"\n")];
        Write(table, [.. texts.Select((text, i) => new object?[] { (long)i, i % 7 == 0 ? null : text, text })]);
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name, other FROM t ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i % 7 == 0 ? null : texts[i], reader.IsDBNull(0) ? null : reader.GetString(0));
            Assert.Equal(texts[i], reader.GetString(1));
        }

        Assert.False(reader.Read());
    }

    private void Write(Table table, params object?[][] rows)
    {
        using var sink = new SqliteSink(Database);
        sink.Begin([table]);
        var builder = new RowBatchBuilder(table);
        foreach (object?[] row in rows)
        {
            builder.Add(row);
            if (builder.IsFull)
                Flush();
        }

        Flush();
        sink.Complete();

        void Flush()
        {
            if (builder.Take() is { } batch)
                sink.Write(batch, 0, batch.Count);
            builder.Clear();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    // The values of a query's first row as SQLite writes them.
    private string[] Row(string sql)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }
}
