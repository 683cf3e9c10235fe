namespace TestDataGen.Language.Tests;

/// <summary>Own generators: names that the session brings, and no others.</summary>
public sealed class GeneratorTests
{
    private static ReadResult Read(string tdg, params string[] generators) => SchemaReader.Read(new SourceText("test.tdg", tdg), Tdg.Formats, generators: generators);

    private static Field Field(string fields, params string[] generators)
    {
        ReadResult result = Read(Tdg.Table(fields), generators);
        Assert.True(result.Diagnostics.Count == 0, string.Join("\n", result.Diagnostics.Select(d => d.ToDisplayString())));
        return result.Schemas[0].Tables[0].Fields[^1];
    }

    [Theory]
    [InlineData("code: string(12) sku")]
    [InlineData("sku: string(12) sku primary_key")]
    [InlineData("code: integer min(1) SKU max(9)")]
    [InlineData("code: string(12) sku()")]
    public void A_registered_name_is_a_source_of_values(string field) =>
        Assert.Empty(Assert.IsType<GeneratorSource>(Field(field, "other", "sku").Source).Arguments);

    [Fact]
    public void Its_arguments_are_constants()
    {
        var source = Assert.IsType<GeneratorSource>(Field("code: string(12) sku(\"A\", 2 + 3, -1.5, true, 2024-01-31, 2d)", "sku").Source);
        Assert.Equal(["A", 5L, -1.5m, true, new DateOnly(2024, 1, 31), TimeSpan.FromDays(2)], source.Arguments.Select(a => a.Value));
    }

    [Fact]
    public void It_may_come_with_a_type()
    {
        ReadResult result = Read("type Sku = string(12) sku(\"A\")\nschema S { table t { a: Sku  b: Sku format(city) } }", "sku");
        Assert.Empty(result.Diagnostics);
        Assert.IsType<GeneratorSource>(result.Schemas[0].Tables[0].Fields[0].Source);
        Assert.IsType<FormatSource>(result.Schemas[0].Tables[0].Fields[1].Source);
    }

    [Fact]
    public void A_name_that_is_not_registered_is_no_modifier_and_the_hint_says_how_it_becomes_one()
    {
        Diagnostic diagnostic = Assert.Single(Read(Tdg.Table("code: string(12) sku(\"A\")")).Diagnostics);
        Assert.Equal("TDG0207", diagnostic.Code);
        Assert.Equal("There is no modifier `sku`.", diagnostic.Message);
        Assert.Contains("Register-TdgGenerator", diagnostic.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_near_name_is_proposed() =>
        Assert.Equal("Did you mean `license_plate`?", Assert.Single(Read(Tdg.Table("a: text licence_plate"), "license_plate").Diagnostics).Hint);

    [Theory]
    [InlineData("a: integer\n b: text sku(a)", "TDG0409")]
    [InlineData("a: text sku(nothing)", "TDG0203")]
    [InlineData("a: text sku format(city)", "TDG0404")]
    [InlineData("a: text sku = \"x\"", "TDG0404")]
    [InlineData("a: text sku sku", "TDG0405 TDG0404")]
    [InlineData("id: bigint primary_key\n a: bigint sku references(t.id) nullable", "TDG0404")]
    public void What_other_sources_may_not_it_may_not(string fields, string codes) =>
        Assert.Equal(codes.Split(' ').Order(StringComparer.Ordinal), Read(Tdg.Table(fields), "sku").Diagnostics.Select(d => d.Code).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("code: text sku nullable", 0)]
    [InlineData("code: text nullable(25%) sku", 0.25)]
    [InlineData("code: text nullable format(city)", 0.1)]
    public void It_says_itself_when_it_is_null(string field, double fraction)
    {
        Assert.Equal(fraction, Field(field, "sku").NullFraction);
        Assert.True(Field(field, "sku").IsNullable);
    }

    [Theory]
    [InlineData("unique")]
    [InlineData("one_of")]
    [InlineData("normal")]
    [InlineData("lookup")]
    [InlineData("bigint")]
    [InlineData("varchar")]
    [InlineData("where")]
    [InlineData("table")]
    [InlineData("Unique")]
    [InlineData("two words")]
    [InlineData("2nd")]
    [InlineData("")]
    public void A_word_of_the_language_is_no_name_for_a_generator(string name)
    {
        Assert.NotNull(GeneratorNames.Refuse(name));
        Assert.Throws<ArgumentException>(() => Read(Tdg.Table("a: text"), name));
    }

    [Theory]
    [InlineData("sku")]
    [InlineData("LicensePlate")]
    [InlineData("first_name")]
    [InlineData("größe_2")]
    public void Any_other_name_is(string name) => Assert.Null(GeneratorNames.Refuse(name));
}
