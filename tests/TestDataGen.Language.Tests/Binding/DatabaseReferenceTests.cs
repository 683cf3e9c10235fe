namespace TestDataGen.Language.Tests;

public sealed class DatabaseReferenceTests
{
    [Theory]
    [InlineData("references(customers.id) from database as customer")]
    [InlineData("references(customers.id) as customer from database")]
    public void A_reference_may_mean_the_rows_of_a_database(string reference)
    {
        Schema schema = Tdg.Schema($$"""
            schema S {
              table customers { id: bigint primary_key  tier: string(10) }
              table orders {
                id:          bigint primary_key
                customer_id: bigint {{reference}} where customer.tier == "vip"
                tier:        string(10) = customer.tier
              }
            }
            generate S { orders 500 }
            """);
        Reference found = schema.Tables[1].References[0];
        Assert.True(found.IsFromDatabase);
        Assert.Equal("customer", found.Alias);
        Assert.Same(schema.Tables[0], found.Parent);
        Assert.NotNull(found.Condition);
    }

    [Fact]
    public void A_parent_that_only_the_database_has_is_its_key()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table orders {
                id:          bigint primary_key
                customer_id: integer references(crm.customers.id) from database
                code:        string(9) = "C{customers.id}"
              }
            }
            """);
        Assert.Equal("orders", Assert.Single(schema.Tables).Name);
        Reference reference = schema.Tables[0].References[0];
        Assert.Equal("crm.customers", reference.Parent.Name);
        Assert.Equal("crm.customers.id: integer", $"{reference.Targets[0]}: {reference.Targets[0].Type}");
        Assert.True(reference.Parent.HasKeyWithin(reference.Targets));
    }

    [Fact]
    public void A_parent_that_only_the_database_has_may_have_keys_of_several_fields()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table sales {
                shop: integer
                nr:   smallint
                seller_id: bigint references(places.id) from database
                references(shop, nr -> places.shop, nr) from database
              }
            }
            """);
        Table places = schema.Tables[0].References[1].Parent;
        Assert.Same(schema.Tables[0].References[0].Parent, places);
        Assert.Equal(["id: bigint", "shop: integer", "nr: smallint"], places.Fields.Select(f => $"{f.Name}: {f.Type}"));
        Assert.Equal(["id", "shop, nr"], places.Keys.Select(k => string.Join(", ", k.Fields.Select(f => f.Name))));
        Assert.Equal([true, false, false], places.Fields.Select(f => f.IsUnique));
    }

    [Fact]
    public void Rows_of_a_database_stand_in_no_circle()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table a { id: bigint primary_key  b_id: bigint references(b.id)  a_id: bigint references(a.id) from database  x: bigint = a.x + 1 }
              table b { id: bigint primary_key  a_id: bigint references(a.id) from database }
            }
            """);
        Assert.False(schema.Tables[0].References[1].IsSelf);
    }

    [Fact]
    public void Keys_of_several_fields_may_be_in_the_database()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table places { shop: integer  nr: integer  primary_key(shop, nr) }
              table sales  { shop: integer  nr: integer  references(shop, nr -> places.shop, nr) from database as place where place.nr > 1 }
            }
            """);
        Assert.True(schema.Tables[1].References[0].IsFromDatabase);
    }

    [Fact]
    public void From_and_database_are_names_as_ever()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table t {
                id:       bigint primary_key
                t_id:     bigint nullable references(t.id)
                from:     date
                database: text = "{from}"
              }
            }
            """);
        Assert.Equal(["id", "t_id", "from", "database"], schema.Tables[0].Fields.Select(f => f.Name));
    }

    [Fact]
    public void The_formatter_writes_it_in_front_of_the_alias() => Assert.Contains(
        "customer_id: bigint references(customers.id) from database as customer where customer.id > 1",
        SchemaFormatter.Format(new SourceText("test.tdg", "schema S { table orders { customer_id: bigint references(customers.id) as customer  from   database where customer.id>1 } }")).Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("TDG0308", "schema S { table r { id: bigint primary_key  name: text } table c { id: bigint primary_key  r_id: bigint references(r.id) } table o { c_id: bigint references(c.id) from database  x: text = c.«r».name } }")]
    [InlineData("TDG0520", "schema S { table c { id: bigint primary_key  n: integer = count(«o») } table o { c_id: bigint references(c.id) from database } } generate S { o 1..2 per c }")]
    [InlineData("TDG0204", "schema S { table o { a: bigint  b: bigint  references(a, b -> «c».x, y) } }")]
    [InlineData("TDG0101", "schema S { table c { id: bigint primary_key } table o { c_id: bigint references(c.id) from «databse» } }")]
    public void What_it_cant_be_is_an_error(string code, string text) => MarkedText.Parse(text).AssertGives(code);
}
