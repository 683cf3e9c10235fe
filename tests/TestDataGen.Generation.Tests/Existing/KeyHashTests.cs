using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>Values that a database may take for the same have the same number.</summary>
public sealed class KeyHashTests
{
    [Theory]
    [InlineData("ada", "ADA", true)]
    [InlineData("ada", "ada   ", true)]
    [InlineData("René", "RENE", true)]
    [InlineData("Straße", "STRASSE ", true)]
    [InlineData("Łódź", "lodz", true)]
    [InlineData("ﬁn", "FIN", true)]
    [InlineData("ada", " ada", false)]
    [InlineData("a", "b", false)]
    [InlineData("日本", "日木", false)]
    [InlineData("", " ", true)]
    public void Texts(string left, string right, bool isSame) => Assert.Equal(isSame, Of("string(20)", left) == Of("string(20)", right));

    [Fact]
    public void Times_count_by_the_microsecond()
    {
        var time = new DateTime(2026, 1, 1, 12, 0, 0);
        Assert.Equal(Of("datetime", time.AddTicks(12_345_678)), Of("datetime", time.AddTicks(12_345_670)));
        Assert.NotEqual(Of("datetime", time.AddTicks(12_345_678)), Of("datetime", time.AddTicks(12_345_688)));
    }

    [Theory]
    [InlineData("decimal(28, 4)", "1.5", "1.5000")]
    [InlineData("decimal(10, 2)", "1.5", "1.50")]
    [InlineData("bigint", "7", "7.0")]
    public void Numbers_count_by_their_value(string type, string left, string right) =>
        Assert.Equal(Of(type, decimal.Parse(left, System.Globalization.CultureInfo.InvariantCulture)), Of(type, decimal.Parse(right, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_key_with_a_null_in_it_has_none() => Assert.Null(KeyHash.Of([ColumnOf("bigint", 1L), ColumnOf("bigint", null)], 0));

    [Fact]
    public void The_order_of_a_key_counts() =>
        Assert.NotEqual(KeyHash.Of([ColumnOf("bigint", 1L), ColumnOf("bigint", 2L)], 0), KeyHash.Of([ColumnOf("bigint", 2L), ColumnOf("bigint", 1L)], 0));

    private static ulong? Of(string type, object value) => KeyHash.Of([ColumnOf(type, value)], 0);

    private static Column ColumnOf(string type, object? value)
    {
        Column column = Column.Create(Given.Table($"x: {type}").Tables[0].Fields[0].Type, 1);
        CellValue.Set(column, 0, value);
        return column;
    }
}
