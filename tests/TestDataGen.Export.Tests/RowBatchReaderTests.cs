using System.Data;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Batches as other .NET code reads them.</summary>
public sealed class RowBatchReaderTests
{
    private static readonly Table Mixed = Given.Table(
        "a: smallint\nb: integer\nc: bigint\nd: decimal(10, 2)\ne: decimal(28, 3)\nf: float\ng: double\nh: boolean\ni: text\nj: date\nk: time\nl: datetime\nm: timestamp\nn: uuid\no: binary\np: text nullable");

    private static readonly object?[] Values =
    [
        (short)-1, 2, 3L, -4.56m, 1234567890123456789012345.678m, 0.1f, 0.2, true, "😀", new DateOnly(2024, 2, 29), new TimeOnly(1, 2, 3), new DateTime(2024, 1, 2, 3, 4, 5),
        new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), new Guid("00112233-4455-6677-8899-aabbccddeeff"), new byte[] { 1, 2, 3 }, null,
    ];

    [Fact]
    public void Typed_getters_give_what_the_cells_hold()
    {
        using var reader = new RowBatchReader(Given.Batch(Mixed, Values));
        Assert.True(reader.Read());
        Assert.Equal((short)-1, reader.GetInt16(0));
        Assert.Equal(2, reader.GetInt32(1));
        Assert.Equal(2, reader.GetInt64(1));
        Assert.Equal(3, reader.GetInt64(2));
        Assert.Equal(-4.56m, reader.GetDecimal(3));
        Assert.Equal(1234567890123456789012345.678m, reader.GetDecimal(4));
        Assert.Equal(0.1f, reader.GetFloat(5));
        Assert.Equal(0.2, reader.GetDouble(6));
        Assert.True(reader.GetBoolean(7));
        Assert.Equal("😀", reader.GetString(8));
        Assert.Equal(new DateTime(2024, 2, 29), reader.GetDateTime(9));
        Assert.Equal(new DateOnly(2024, 2, 29), reader.GetFieldValue<DateOnly>(9));
        Assert.Equal(new TimeSpan(1, 2, 3), reader.GetFieldValue<TimeSpan>(10));
        Assert.Equal(new TimeOnly(1, 2, 3), reader.GetFieldValue<TimeOnly>(10));
        Assert.Equal(new DateTime(2024, 1, 2, 3, 4, 5), reader.GetDateTime(11));
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), reader.GetFieldValue<DateTimeOffset>(12));
        Assert.Equal(new Guid("00112233-4455-6677-8899-aabbccddeeff"), reader.GetGuid(13));
        var bytes = new byte[2];
        Assert.Equal(3, reader.GetBytes(14, 0, null, 0, 0));
        Assert.Equal(2, reader.GetBytes(14, 1, bytes, 0, 2));
        Assert.Equal([2, 3], bytes);
        Assert.True(reader.IsDBNull(15));
        Assert.False(reader.IsDBNull(14));
        Assert.Throws<InvalidCastException>(() => reader.GetInt32(8 - 1));
        Assert.Throws<InvalidCastException>(() => reader.GetString(14));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_data_table_takes_it_with_its_types()
    {
        using var reader = new RowBatchReader(Given.Batch(Mixed, Values, Values));
        var table = new DataTable();
        table.Load(reader);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(Mixed.Fields.Select(f => f.Name), table.Columns.Cast<DataColumn>().Select(c => c.ColumnName));
        Assert.Equal(typeof(short), table.Columns["a"]!.DataType);
        Assert.Equal(-4.56m, table.Rows[1]["d"]);
        Assert.Equal(DBNull.Value, table.Rows[1]["p"]);
    }

    [Fact]
    public void Slices_of_several_batches_follow_each_other()
    {
        Table table = Given.Table("id: integer\nother: text");
        RowBatch one = Given.Batch(table, [1, "a"], [2, "b"], [3, "c"]);
        RowBatch two = Given.Batch(table, [4, "d"], [5, "e"]);
        using var reader = new RowBatchReader([table.Fields[1], table.Fields[0]], [(one, 1, 2), (two, 0, 0), (two, 1, 1)]);
        var seen = new List<string>();
        while (reader.Read())
            seen.Add($"{reader["other"]}{reader.GetInt32(1)}");
        Assert.Equal(["b2", "c3", "e5"], seen);
    }

    [Fact]
    public void Reading_numbers_allocates_nothing()
    {
        Table table = Given.Table("a: bigint\nb: decimal(10, 2)\nc: date\nd: uuid");
        RowBatch batch = Given.Batch(table, [.. Enumerable.Range(0, 1000).Select(i => new object?[] { (long)i, (decimal)i, new DateOnly(2024, 1, 1), Guid.Empty })]);
        long Sum()
        {
            using var reader = new RowBatchReader(batch);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long sum = 0;
            while (reader.Read())
                sum += reader.GetInt64(0) + (long)reader.GetDecimal(1) + reader.GetDateTime(2).Day + reader.GetGuid(3).GetHashCode();
            Assert.Equal(1000 * 999 + 1000, sum);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Sum();
        Assert.InRange(Sum(), 0, 500);
    }
}
