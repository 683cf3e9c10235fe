using System.Data.Common;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Compares what a database holds with the batch that went there, cell by cell.</summary>
internal static class ReadBack
{
    /// <summary>Asserts that a query gives a batch's rows.</summary>
    /// <param name="connection">The database, open.</param>
    /// <param name="select">Gives the table's columns in their order, the rows in theirs.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="read">Reads a cell that is not null as a value of its field's type.</param>
    /// <param name="kept">What is left of a value in this database; without it, all.</param>
    public static void AssertRows(DbConnection connection, string select, RowBatch batch, Func<DbDataReader, Field, object> read, Func<Field, object, object>? kept = null)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = select;
        using DbDataReader reader = command.ExecuteReader();
        for (int row = 0; row < batch.Count; row++)
        {
            Assert.True(reader.Read());
            foreach (Field field in batch.Table.Fields)
            {
                object? expected = CellValue.Get(batch.Columns[field.Index], row);
                if (expected is not null && kept is not null)
                    expected = kept(field, expected);
                object? actual = reader.IsDBNull(field.Index) ? null : read(reader, field);
                Assert.True(AreEqual(expected, actual), $"{field.Name} of row {row}: {Show(expected)} came back as {Show(actual)}");
            }
        }

        Assert.False(reader.Read());
    }

    /// <summary>A day or time without what is finer than a microsecond.</summary>
    public static object Microseconds(object value) => value switch
    {
        TimeOnly time => new TimeOnly(time.Ticks / 10 * 10),
        DateTime time => new DateTime(time.Ticks / 10 * 10),
        DateTimeOffset time => new DateTimeOffset(time.Ticks / 10 * 10, TimeSpan.Zero),
        _ => value,
    };

    private static bool AreEqual(object? expected, object? actual) => (expected, actual) switch
    {
        (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
        _ => Equals(expected, actual),
    };

    private static string Show(object? value) => value is null ? "null" : $"{System.Text.Json.JsonSerializer.Serialize(CellValue.ToText(value))} ({value.GetType().Name})";
}
