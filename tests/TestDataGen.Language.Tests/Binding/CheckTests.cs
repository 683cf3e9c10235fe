namespace TestDataGen.Language.Tests;

public sealed class CheckTests
{
    [Theory]
    [InlineData("a: integer min(1)  check a > 0", "a > 0")]
    [InlineData("a: integer check (a > 0)", "a > 0")]
    [InlineData("a: integer  b: integer nullable = if(a > 1, a, null)  check b is null or b > a", "b is null or b > a")]
    [InlineData("check a > 0  a: integer", "a > 0")]
    [InlineData("check: integer  a: integer = check + 1  b: boolean = a > check", null)]
    public void A_check_stands_on_a_line_of_its_own_or_behind_a_field(string members, string? text) =>
        Assert.Equal(text, Tdg.Schema(Tdg.Table(members)).Tables[0].Checks.SingleOrDefault()?.Text.Trim('(', ')'));

    [Fact]
    public void A_table_knows_its_checks_in_the_order_of_the_text()
    {
        Table table = Tdg.Schema("""
            schema S {
              table t {
                check a   <= b
                a: integer
                b: integer nullable
                check b is null or
                      b > 3
              }
            }
            """).Tables[0];
        Assert.Equal(["a <= b", "b is null or b > 3"], table.Checks.Select(c => c.Text));
        Assert.All(table.Checks, c => Assert.Equal(TypeKind.Boolean, c.Condition.Type.Kind));
        Assert.True(table.Checks[0].Condition.IsNullable);
        Assert.Equal((3, 11), table.Schema.Source.Locate(table.Checks[0].Span.Start));
    }

    [Fact]
    public void A_check_reads_parents_by_their_alias_and_enums_by_their_values()
    {
        Table table = Tdg.Schema("""
            enum Status { open, closed }
            schema S {
              table customers { id: bigint primary_key  joined_on: date }
              table orders {
                customer_id: bigint references(customers.id) as customer
                placed_on:   date
                status:      Status
                check placed_on >= customer.joined_on and (status != closed or placed_on < 2025-01-01)
              }
            }
            """).Tables[1];
        FieldAccess[] reads = [.. ExpressionTree.Accesses(table.Checks[0].Condition)];
        Assert.Equal(["orders.placed_on", "customers.joined_on", "orders.status", "orders.placed_on"], reads.Select(r => r.Field.ToString()));
        Assert.Equal([0, 1, 0, 0], reads.Select(r => r.Path.Count));
    }

    [Fact]
    public void A_mixin_brings_its_checks_to_every_table()
    {
        Schema schema = Tdg.Schema("""
            mixin Period {
              starts_on: date
              ends_on:   date
              check ends_on >= starts_on
            }
            schema S { table a with Period { id: bigint primary_key } table b with Period { id: bigint primary_key } }
            """);
        Assert.All(schema.Tables, t => Assert.Same(t, Assert.Single(t.Checks).Table));
    }

    [Theory]
    [InlineData("check a")]
    [InlineData("check a + 1")]
    [InlineData("check \"yes\"")]
    public void A_check_is_a_boolean(string check)
    {
        Diagnostic diagnostic = Assert.Single(Tdg.Read(Tdg.Table($"a: integer\n {check}")).Diagnostics);
        Assert.Equal("TDG0302", diagnostic.Code);
        Assert.StartsWith("A check is a boolean, but this is", diagnostic.Message, StringComparison.Ordinal);
    }
}
