namespace TestDataGen.Language.Tests;

public sealed class ExpressionBindingTests
{
    [Theory]
    [InlineData("n + 1", "bigint")]
    [InlineData("n / 2", "decimal")]
    [InlineData("n % 2", "bigint")]
    [InlineData("n * price", "decimal")]
    [InlineData("price / 2", "decimal")]
    [InlineData("n * ratio", "double")]
    [InlineData("price + ratio", "double")]
    [InlineData("-n", "bigint")]
    [InlineData("1.5", "decimal")]
    [InlineData("1e3", "double")]
    [InlineData("day + 30d", "date")]
    [InlineData("30d + day", "date")]
    [InlineData("moment - 12h", "datetime")]
    [InlineData("moment - day", "duration")]
    [InlineData("1d + 12h", "duration")]
    [InlineData("n == 1 and price > 2.5", "boolean")]
    [InlineData("name is null or not (n < 1)", "boolean")]
    [InlineData("\"{n}-{day}\"", "text")]
    [InlineData("if(n > 1, n, price)", "decimal")]
    [InlineData("if(n > 1, null, day)", "date")]
    [InlineData("if(n > 1, day, moment)", "datetime")]
    [InlineData("1..6", "bigint")]
    [InlineData("1..6.5", "decimal")]
    [InlineData("1d..7d", "duration")]
    [InlineData("lower(name)", "text")]
    [InlineData("length(name)", "bigint")]
    [InlineData("round(price, 1)", "decimal")]
    [InlineData("floor(ratio)", "double")]
    [InlineData("sign(n)", "bigint")]
    [InlineData("sqrt(n)", "double")]
    [InlineData("least(n, price)", "decimal")]
    [InlineData("year(day)", "bigint")]
    [InlineData("hour(moment)", "bigint")]
    [InlineData("date(moment)", "date")]
    [InlineData("days_between(day, moment)", "bigint")]
    [InlineData("after(day, 0d..30d)", "date")]
    [InlineData("before(moment, 90m)", "datetime")]
    [InlineData("coalesce(name, \"none\")", "text")]
    [InlineData("nullif(n, 0)", "bigint")]
    [InlineData("text(n)", "text")]
    [InlineData("starts_with(name, \"a\")", "boolean")]
    [InlineData("row_number", "bigint")]
    [InlineData("now", "datetime")]
    [InlineData("status", "Status")]
    [InlineData("if(n > 1, open, status)", "Status")]
    public void An_expression_has_the_type_that_the_reference_says(string expression, string type) =>
        Assert.Equal(type, Bind(expression).Type.ToString());

    [Theory]
    [InlineData("n", false)]
    [InlineData("maybe", true)]
    [InlineData("maybe + 1", true)]
    [InlineData("maybe is null", false)]
    [InlineData("coalesce(maybe, 0)", false)]
    [InlineData("coalesce(maybe, maybe)", true)]
    [InlineData("nullif(n, 0)", true)]
    [InlineData("if(n > 1, maybe, 0)", true)]
    [InlineData("if(maybe > 1, n, 0)", false)]
    [InlineData("\"{maybe}\"", false)]
    [InlineData("lower(text(maybe))", true)]
    public void It_is_known_whether_an_expression_may_be_null(string expression, bool isNullable) => Assert.Equal(isNullable, Bind(expression).IsNullable);

    [Fact]
    public void Operands_are_converted_to_the_type_they_are_counted_in()
    {
        var sum = Assert.IsType<BinaryExpression>(Bind("n + price"));
        Assert.Equal(TypeKind.Decimal, sum.Left.Type.Kind);
        Assert.Equal(TypeKind.Integer, Assert.IsType<Conversion>(sum.Left).Operand.Type.Kind);
        Assert.Equal(5m, Assert.IsType<Literal>(Assert.IsType<BinaryExpression>(Bind("price + 5")).Right).Value);
    }

    [Fact]
    public void A_fields_expression_is_of_the_fields_type()
    {
        Assert.Equal(new DataType(TypeKind.SmallInt), Tdg.Expression("n: bigint\n a: smallint = n").Type);
        Assert.Equal(new DataType(TypeKind.Decimal, Precision: 9, Scale: 2), Tdg.Expression("n: double\n a: decimal(9, 2) = n").Type);
        Assert.Equal(5L, Assert.IsType<Literal>(Tdg.Expression("a: smallint = 5")).Value);
        Assert.Equal(new DataType(TypeKind.String, 10), Tdg.Expression("n: text\n a: string(10) = n").Type);
        Assert.Equal(new DataType(TypeKind.DateTime), Tdg.Expression("n: date\n a: datetime = n").Type);
    }

    [Fact]
    public void A_bare_name_beside_an_enum_is_one_of_its_values()
    {
        foreach (string comparison in new[] { "status == closed", "closed == status", "status == \"closed\"" })
        {
            var bound = Assert.IsType<BinaryExpression>(Bind(comparison));
            Literal value = new[] { bound.Left, bound.Right }.OfType<Literal>().Single();
            Assert.Equal(("closed", "Status"), (value.Value, value.Type.ToString()));
        }
    }

    [Fact]
    public void A_parents_field_is_reached_over_several_references()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table countries { code: string(2) primary_key  name: text }
              table customers { id: bigint primary_key  country: string(2) references(countries.code) nullable(5%) }
              table orders { id: bigint primary_key  customer_id: bigint references(customers.id) as customer }
              table items {
                order_id: bigint references(orders.id) as order
                a: text nullable = order.customer.countries.name
              }
            }
            """);
        var access = Assert.IsType<FieldAccess>(Assert.IsType<ExpressionSource>(schema.Tables[3].Fields[1].Source).Expression);
        Assert.Equal(["items", "orders", "customers"], access.Path.Select(r => r.Table.Name));
        Assert.Equal("countries.name", access.Field.ToString());
        Assert.True(access.IsNullable);
    }

    [Fact]
    public void Each_range_of_a_field_has_its_own_number()
    {
        var ordinals = new List<int>();
        Collect(Tdg.Expression("n: integer\n a: integer = (1..2) + if(n > (3..4), 5..6, n)"));
        Assert.Equal([0, 1, 2], ordinals);

        void Collect(Expression expression)
        {
            switch (expression)
            {
                case RangeDraw range:
                    ordinals.Add(range.Ordinal);
                    break;
                case Conversion conversion:
                    Collect(conversion.Operand);
                    break;
                case BinaryExpression binary:
                    Collect(binary.Left);
                    Collect(binary.Right);
                    break;
                case Conditional conditional:
                    Collect(conditional.Condition);
                    Collect(conditional.Then);
                    Collect(conditional.Else);
                    break;
            }
        }
    }

    [Fact]
    public void Operators_bind_as_in_SQL()
    {
        var or = Assert.IsType<BinaryExpression>(Bind("n == 1 or n == 2 and not n > 3"));
        Assert.Equal(BinaryOperator.Or, or.Operator);
        var and = Assert.IsType<BinaryExpression>(or.Right);
        Assert.Equal(BinaryOperator.And, and.Operator);
        Assert.IsType<BinaryExpression>(Assert.IsType<UnaryExpression>(and.Right).Operand);
        var minus = Assert.IsType<BinaryExpression>(Bind("n - 1 - 2 * 3"));
        Assert.Equal(BinaryOperator.Subtract, Assert.IsType<BinaryExpression>(minus.Left).Operator);
        Assert.Equal(BinaryOperator.Multiply, Assert.IsType<BinaryExpression>(minus.Right).Operator);
    }

    [Fact]
    public void A_template_has_texts_and_holes_in_turn()
    {
        var template = Assert.IsType<Template>(Bind("\"a{n}{name}\\{\\}{\"b{day}\"}\""));
        Assert.Equal(["Literal", "Conversion", "FieldAccess", "Literal", "Template"], template.Parts.Select(p => p.GetType().Name));
        Assert.Equal("{}", Assert.IsType<Literal>(template.Parts[3]).Value);
        Assert.All(template.Parts, p => Assert.True(p.Type.IsText));
    }

    [Fact]
    public void The_number_among_its_siblings_is_known_where_rows_are_counted_per_parent()
    {
        Schema schema = Tdg.Schema("""
            schema S {
              table p { id: bigint primary_key }
              table t { p_id: bigint references(p.id)  line: integer = child_index + 1 }
            }
            generate S { p 5  t 1..3 per p }
            """);
        Assert.IsType<ExpressionSource>(schema.Tables[1].Fields[1].Source);
    }

    [Fact]
    public void Every_function_is_typed_and_its_example_can_be_read()
    {
        foreach (Function function in Functions.All)
        {
            string call = function.Example[..function.Example.IndexOf(" → ", StringComparison.Ordinal)];
            ReadResult result = Tdg.Read(Tdg.Table($"a: text nullable = text({call})"));
            Assert.True(result.Diagnostics.Count == 0, string.Join("\n", result.Diagnostics));
        }
    }

    [Fact]
    public void Every_example_of_a_modifier_or_distribution_can_be_read()
    {
        foreach (string example in Modifiers.All.Select(m => m.Example).Concat(Distributions.All.Select(d => d.Example)))
        {
            ReadResult result = Tdg.Read($$"""
                schema S {
                  table customers { id: bigint primary_key }
                  table products { sku: string(12) primary_key  popularity: integer }
                  table orders { id: bigint primary_key  total: decimal(12, 2) }
                  table t { {{example}}  o: bigint references(orders.id) as order }
                }
                """);
            Assert.True(result.Diagnostics.Count == 0, string.Join("\n", result.Diagnostics));
        }
    }

    private static Expression Bind(string expression)
    {
        string text = "enum Status { open, closed }\n" + Tdg.Table($$"""
            n: integer
            maybe: integer nullable
            price: decimal(9, 2)
            ratio: double
            name: string(20)
            day: date
            moment: datetime
            status: Status
            a: boolean = ({{expression}}) is null
            """);
        Expression test = Assert.IsType<ExpressionSource>(Tdg.Schema(text).Tables[0].Fields[^1].Source).Expression;
        return Assert.IsType<NullTest>(test).Operand;
    }
}
