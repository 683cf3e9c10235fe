using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class UniqueTests
{
    [Theory]
    [InlineData("x: integer unique between(1, 50000)")]
    [InlineData("x: string(11) unique pattern(\"###-##-####\")")]
    [InlineData("x: string(12) unique regex(/[A-Z]{3}-[0-9]{6}/)")]
    [InlineData("x: string(40) unique regex(/(a|ab)(c|bc)[0-9]{5}/)")]
    [InlineData("x: string(40) unique regex(/[A-Z]{30}/)")]
    [InlineData("x: decimal(8, 2) unique between(0, 1000)")]
    [InlineData("x: datetime unique between(2024-01-01, 2024-12-31)")]
    [InlineData("x: uuid unique")]
    [InlineData("x: bigint unique")]
    [InlineData("x: string(8) unique")]
    [InlineData("x: binary(4) unique")]
    [InlineData("id: bigint primary_key  x: string(20) unique = \"N-{id}\"")]
    [InlineData("id: bigint primary_key  x: bigint unique = id * 7 + 3")]
    [InlineData("first_name: string(50) format(first_name)  last_name: string(50) format(last_name)  x: string(120) unique = lower(\"{first_name}.{last_name}@example.com\")")]
    public void Unique_values_are_unique(string fields)
    {
        const int rows = 50_000;
        IReadOnlyList<string?> values = Given.Column(Given.Table(fields), "x", rows);
        Assert.Equal(rows, values.Count);
        Assert.Equal(rows, values.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("x: string(15) unique regex(/^T-?[0-9]{3}.?[0-9]{3}[-.]?[0-9]$/) length(11, 11)", 11, 11)]
    [InlineData("x: string(4) unique regex(/(ä|ö|ü){2,6}/)", 2, 4)]
    [InlineData("x: string(20) regex(/[a-d]{1,9}/) length(3, 6)  y: integer between(1, 2)  unique(x, y)", 3, 6)]
    public void Unique_texts_have_the_length_that_is_asked_for(string fields, int least, int most)
    {
        const int rows = 100;
        IReadOnlyList<string?> values = Given.Column(Given.Table(fields), "x", rows);
        Assert.All(values, v => Assert.InRange(v!.Length, least, most));
        Assert.InRange(values.Distinct().Count(), 51, rows);
    }

    [Fact]
    public void A_unique_code_may_use_every_value_there_is()
    {
        IReadOnlyList<string?> values = Given.Column(Given.Table("x: string(2) unique pattern(\"##\")"), "x", 100);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i.ToString("00", null)), values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_domain_that_is_too_small_is_an_error_with_both_numbers()
    {
        Diagnostic error = Assert.Single(Given.Errors("schema S { table t { x: string(3) unique pattern(\"#-#\") } }", 200));
        Assert.Equal("TDG0601", error.Code);
        Assert.Contains("200", error.Message, StringComparison.Ordinal);
        Assert.Contains("100", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: integer  x: string(20) unique = \"{a}\"")]
    [InlineData("id: bigint primary_key  a: integer  x: string(20) unique = \"{a}{id}\"")]
    [InlineData("x: double unique normal(0, 1)")]
    [InlineData("x: boolean unique")]
    public void What_cant_be_shown_to_be_unique_is_an_error(string fields) =>
        Assert.StartsWith("TDG060", Given.Errors($"schema S {{ table t {{ {fields} }} }}")[0].Code, StringComparison.Ordinal);
}
