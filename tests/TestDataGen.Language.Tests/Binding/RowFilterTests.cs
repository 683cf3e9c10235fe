namespace TestDataGen.Language.Tests.Binding;

/// <summary>What chooses some rows of a table: <c>orders where id &lt;= 100</c>.</summary>
public sealed class RowFilterTests
{
    private static readonly Schema Shop = Tdg.Schema("""
        enum Status { open, shipped }
        type Address { street: text  city: text  geo: Geo }
        type Geo { x: double }
        schema Shop {
          table customers { id: bigint primary_key  name: string(20)  home: Address  tags: string(5)[0..3] }
          table sales.orders {
            id: bigint primary_key
            customer_id: bigint references(customers.id) as customer
            second_id: bigint references(customers.id)
            status: Status
            paid_at: datetime nullable
          }
        }
        generate Shop { sales.orders 1..3 per customer }
        """);

    [Theory]
    [InlineData("customers", "customers", false)]
    [InlineData("CUSTOMERS", "customers", false)]
    [InlineData("sales.orders where id <= 100", "sales.orders", true)]
    [InlineData("`sales`.orders where customer.name == \"x\" and status == shipped or paid_at is null", "sales.orders", true)]
    [InlineData("sales.orders where customers.id in_no_way", null, false)]
    [InlineData("sales.orders where customers.id == 5 and child_index == 0 and row_number < 9 and placed", null, false)]
    [InlineData("sales.orders where customers.id == 5 and child_index == 0 and row_number < 9", "sales.orders", true)]
    [InlineData("sales.orders where customer.home.city == \"x\" and customer.home.geo.x > 1.5", "sales.orders", true)]
    [InlineData("customers where count(sales.orders) > 3", "customers", true)]
    [InlineData("customers where starts_with(name, \"A\") // only these", "customers", true)]
    public void Names_a_table_and_what_holds_of_its_rows(string text, string? table, bool hasCondition)
    {
        RowFilter? filter = RowFilterReader.Read(Shop, new SourceText("<only>", text), out IReadOnlyList<Diagnostic> diagnostics);
        Assert.Equal(table is null, diagnostics.Count > 0);
        Assert.Equal(table, filter?.Table.Name);
        Assert.Equal(hasCondition, filter?.Condition is not null);
        if (hasCondition)
            Assert.Equal(TypeKind.Boolean, filter!.Condition!.Type.Kind);
    }

    [Theory]
    [InlineData("«custmers»", "TDG0204", "Did you mean `customers`?")]
    [InlineData("«orders» where id == 1", "TDG0204", "Did you mean `sales.orders`?")]
    [InlineData("«warehouses»", "TDG0204", "It has: customers, sales.orders.")]
    [InlineData("customers where «nmae» == \"x\"", "TDG0203", "Did you mean `name`?")]
    [InlineData("sales.orders where «custmer».name == \"x\"", "TDG0210", "Did you mean `customer`?")]
    [InlineData("customers where «tags».element == \"x\"", "TDG0210", "")]
    [InlineData("customers where «id»", "TDG0302", "")]
    [InlineData("customers where «id == \"x\"»", "TDG0302", "")]
    [InlineData("customers where id «=» 5", "TDG0101", "A comparison is written `==`.")]
    [InlineData("customers where name == «'x'»", "TDG0012", "Put it in double quotes.")]
    [InlineData("customers «id» == 5", "TDG0101", "")]
    [InlineData("customers where«»", "TDG0101", "")]
    [InlineData("«»", "TDG0101", "")]
    [InlineData("customers where id < «1..9»", "TDG0308", "Compare with a constant or a field.")]
    [InlineData("customers where name == «lookup(Cities.name, id, 5)»", "TDG0308", "")]
    public void What_is_wrong_is_underlined_in_the_text(string marked, string code, string hint)
    {
        MarkedText text = MarkedText.Parse(marked);
        Assert.Null(RowFilterReader.Read(Shop, new SourceText("<only>", text.Text), out IReadOnlyList<Diagnostic> diagnostics));
        Diagnostic found = Assert.Single(diagnostics);
        Assert.Equal((code, "<only>"), (found.Code, found.Path));
        Assert.True(text.Marks[0] == found.Span, found.ToDisplayString());
        Assert.Contains(hint, found.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_errors_are_told_at_once()
    {
        Assert.Null(RowFilterReader.Read(Shop, new SourceText("<only>", "customers where x == 1 and y == 2"), out IReadOnlyList<Diagnostic> diagnostics));
        Assert.Equal(["TDG0203", "TDG0203"], diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Brackets_without_end_are_an_error()
    {
        Assert.Null(RowFilterReader.Read(Shop, new SourceText("<only>", $"customers where {new string('(', 5000)}"), out IReadOnlyList<Diagnostic> diagnostics));
        Assert.NotEmpty(diagnostics);
    }
}
