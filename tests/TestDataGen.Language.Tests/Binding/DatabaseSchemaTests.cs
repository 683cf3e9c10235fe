namespace TestDataGen.Language.Tests;

public sealed class DatabaseSchemaTests
{
    [Fact]
    public void A_table_in_a_database_schema_is_named_by_both_parts()
    {
        Schema schema = Tdg.Schema("""
            schema Shop {
              table crm.customers { id: bigint primary_key  since: date }
              table `my sales`.orders { id: bigint primary_key  customer_id: bigint references(CRM.customers.id)  since: date = customers.since }
              table lines {
                id: bigint primary_key  order_id: bigint  line: integer
                references(order_id -> `my sales`.orders.id) as order
                since: date = order.customers.since
              }
            }
            generate Shop { crm.customers 5  `my sales`.orders 1..3 per crm.customers  lines 2 per `my sales`.orders }
            """);
        Assert.Equal(["crm.customers", "my sales.orders", "lines"], schema.Tables.Select(t => t.Name));
        Assert.Equal([("crm", "customers"), ("my sales", "orders"), (null, "lines")], schema.Tables.Select(t => (t.DatabaseSchema, t.BareName)));
        Assert.Same(schema.Tables[0], schema.Tables[1].References[0].Parent);
        Assert.Equal(3, schema.Profile.Counts.Count);
        Assert.Same(schema.Tables[1], schema.FindTable("MY SALES.Orders"));
    }

    [Fact]
    public void Tables_of_two_database_schemas_may_have_one_name_and_then_need_aliases()
    {
        MarkedText.Parse("""
            schema S {
              table a.users { id: bigint primary_key  x: integer }
              table b.users { id: bigint primary_key  x: integer }
              table t { a_id: bigint references(a.users.id)  b_id: bigint references(b.users.id)  y: integer = «users».x }
            }
            """).AssertGives("TDG0211");
    }

    [Fact]
    public void A_database_schema_is_written_as_it_is_written_first() =>
        Assert.Equal(["Sales.a", "Sales.b"], Tdg.Schema("schema S { table Sales.a { x: integer } table SALES.b { x: integer } }").Tables.Select(t => t.Name));

    [Fact]
    public void Who_forgets_the_database_schema_is_told_of_it()
    {
        Diagnostic error = Assert.Single(Tdg.Read("schema S { table sales.customers { id: bigint primary_key } table t { id: bigint references(customers.id) } }").Diagnostics);
        Assert.Equal("Did you mean `sales.customers`?", error.Hint);
    }
}
