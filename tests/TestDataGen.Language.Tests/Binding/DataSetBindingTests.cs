namespace TestDataGen.Language.Tests;

public sealed class DataSetBindingTests
{
    private const string Declared = "dataset Cities = csv(\"data/cities.csv\") weight(population)\n";

    [Fact]
    public void A_row_of_a_data_set_is_no_column_but_a_parent_to_read_from()
    {
        Table table = Tdg.Schema(Declared + Tdg.Table("home: row of Cities\n work: row of cities\n a: text = home.name\n b: text = work.name")).Tables[0];
        Assert.Equal(["a", "b"], table.Fields.Select(f => f.Name));
        Assert.Equal(["home", "work"], table.References.Where(r => r.IsBinding).Select(r => r.Alias));
        FieldAccess access = Assert.IsType<FieldAccess>(Assert.IsType<Conversion>(Wrapped(table.Fields[1])).Operand);
        Assert.Equal("work", Assert.Single(access.Path).Alias);
        Assert.Equal("population", access.Path[0].Parent.Weight!.Name);
    }

    [Fact]
    public void A_built_in_set_needs_no_declaration_and_gives_way_to_one()
    {
        Assert.Equal(4, Tdg.Schema(Tdg.Table("c: row of countries\n a: text = c.name")).Tables[0].References[0].Parent.Fields.Count);
        Assert.Equal(6, Tdg.Schema("dataset countries = json(\"cities.json\")\n" + Tdg.Table("c: row of Countries\n a: text = c.name")).Tables[0].References[0].Parent.Fields.Count);
    }

    [Fact]
    public void A_column_with_gaps_may_be_null()
    {
        Assert.True(Tdg.Expression("c: row of countries\n a: text nullable = c.capital").IsNullable);
        Assert.False(Tdg.Expression("c: row of countries\n a: text nullable = c.name").IsNullable);
    }

    [Fact]
    public void A_looked_up_value_may_be_missing() =>
        Assert.True(Tdg.Expression("code: string(2)\n a: text nullable = lookup(countries.name, alpha2, code)").IsNullable);

    [Fact]
    public void A_binding_of_a_mixin_is_in_every_table_that_has_it()
    {
        Schema schema = Tdg.Schema("mixin Placed { place: row of countries\n country: text = place.name }\nschema S { table a with Placed { id: integer }\n table b with Placed { id: integer } }");
        Assert.All(schema.Tables, t => Assert.Equal("place", Assert.Single(t.References).Alias));
    }

    [Fact]
    public void A_person_is_a_binding_whose_parts_are_read_by_its_name()
    {
        Table table = Tdg.Schema("mixin Owned { owner: person }\nschema S { table t with Owned { p: person\n a: text = p.email\n b: date = owner.birth_date } }").Tables[0];
        Assert.Equal(["a", "b"], table.Fields.Select(f => f.Name));
        Assert.Equal(["p", "owner"], table.References.Select(r => r.Alias));
    }

    [Theory]
    [InlineData("home: row of Cites\n a: integer", "Did you mean `Cities`?")]
    [InlineData("home: row of countris\n a: integer", "Did you mean `countries`?")]
    [InlineData("home: row of Cities\n a: text = home.nam", "Did you mean `name`?")]
    [InlineData("home: row of Cities\n a: text = hom.name", "Did you mean `home`?")]
    [InlineData("a: text lookup(Cities.nam)", "Did you mean `name`?")]
    public void The_hint_names_what_was_meant(string fields, string hint) =>
        Assert.Equal(hint, Assert.Single(Tdg.Read(Declared + Tdg.Table(fields)).Diagnostics).Hint);

    private static Expression Wrapped(Field field)
    {
        Expression expression = Assert.IsType<ExpressionSource>(field.Source).Expression;
        return expression is Conversion ? expression : new Conversion(expression, field.Type, expression.Span);
    }
}
