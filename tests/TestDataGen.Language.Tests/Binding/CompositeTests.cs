namespace TestDataGen.Language.Tests;

public sealed class CompositeTests
{
    private const string Types = "type Geo { lat: double  lon: double }\ntype Address { street: string(80)  city: string(40) format(city)  geo: Geo }\n";

    [Fact]
    public void A_field_of_a_composite_type_is_JSON_and_its_parts_are_no_columns()
    {
        Table table = Tdg.Schema(Types + Tdg.Table("home: Address\n a: text = home.city\n b: double = home.geo.lat")).Tables[0];
        Assert.Equal(["home json", "a text", "b double"], table.Fields.Select(f => $"{f.Name} {f.Type}"));
        Assert.Single(table.Schema.Tables);
    }

    [Fact]
    public void A_part_may_be_null_when_the_whole_may()
    {
        Assert.True(Tdg.Schema(Types + Tdg.Table("home: Address nullable\n a: text nullable = home.city")).Tables[0].References[0].IsNullable);
        MarkedText.Parse(Types + Tdg.Table("home: Address nullable\n a: text = «home.city»")).AssertGives("TDG0305");
    }

    [Fact]
    public void Arrays_are_written_with_their_numbers()
    {
        PartsSource source = Assert.IsType<PartsSource>(Tdg.Field("tags: string(10)[1..5] one_of(\"a\", \"b\") nullable(20%)").Source);
        Assert.Equal((1, 5, true, true), (source.Min, source.Max, source.IsArray, source.IsPlain));
        Assert.Equal(10, source.Way.Parent.Fields[0].Type.Length);
    }

    [Fact]
    public void Types_of_types_are_counted()
    {
        // Each type has two of the next: 2^20 parts.
        string types = string.Concat(Enumerable.Range(0, 20).Select(i => $"type T{i} {{ a: T{i + 1}  b: T{i + 1} }}\n")) + "type T20 { x: integer }\n";
        Assert.Contains("TDG0017", Tdg.Read(types + Tdg.Table("a: T0")).Diagnostics.Select(d => d.Code));
    }
}
