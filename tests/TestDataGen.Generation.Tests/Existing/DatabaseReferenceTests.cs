using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>References to rows that a database holds.</summary>
public sealed class DatabaseReferenceTests
{
    private static Held Customers => new Held().With("customers", ["id", "tier", "limit"], [7L, "vip", 100], [20L, "basic", 10], [21L, "basic", 20], [40L, "vip", 30]);

    [Fact]
    public void Parents_are_those_of_the_database_with_the_values_that_they_have_there()
    {
        Schema schema = Given.Schema("""
            schema S {
              table customers { id: bigint primary_key  tier: string(9)  limit: integer between(1, 5) }
              table orders {
                id:          bigint  primary_key
                customer_id: bigint  references(customers.id) from database as customer
                limit:       integer = customer.limit
                amount:      integer between(1, 50)
                check amount <= customer.limit
              }
            }
            generate S { customers 5  orders 200 }
            """);
        Plan plan = AppendTests.Append(schema, Customers);
        Assert.Equal(["20", "21", "40", "7"], Given.Column(plan, "orders", "customer_id").Distinct().Order());
        Assert.Equal(["10", "100", "20", "30"], Given.Column(plan, "orders", "limit").Distinct().Order());
        Assert.Equal(["41", "42", "43", "44", "45"], Given.Column(plan, "customers", "id"));
        Assert.Equal(Given.Column(plan, "orders", "amount"), Given.Column(plan, "orders", "amount", threads: 3));
        foreach ((string? amount, string? limit) in Given.Column(plan, "orders", "amount").Zip(Given.Column(plan, "orders", "limit")))
            Assert.True(int.Parse(amount!, null) <= int.Parse(limit!, null));
    }

    [Theory]
    [InlineData("from database as customer where customer.tier == \"vip\"", "40,7")]
    [InlineData("from database where customers.limit > 10 and customers.id < 40", "21,7")]
    [InlineData("from database weight(if(tier == \"vip\", limit, 0))", "40,7")]
    [InlineData("from database zipf(9)", "7")]
    public void Parents_are_chosen_there_as_anywhere(string reference, string expected)
    {
        Schema schema = Given.Schema($$"""
            schema S {
              table customers { id: bigint primary_key  tier: string(9)  limit: integer }
              table orders    { id: bigint primary_key  customer_id: bigint references(customers.id) {{reference}} }
            }
            """);
        Assert.Equal(expected, string.Join(',', Given.Column(AppendTests.Append(schema, Customers, 60), "orders", "customer_id").Distinct().Order().Take(2)));
    }

    [Fact]
    public void Rows_may_be_counted_per_row_of_the_database_and_its_keys_are_kept()
    {
        Schema schema = Given.Schema("""
            schema S {
              table customers { id: bigint primary_key  tier: string(9) }
              table wishes {
                customer_id: bigint  references(customers.id) from database
                item:        integer between(1, 12)
                primary_key(customer_id, item)
              }
              table cards { id: bigint primary_key  customer_id: bigint references(customers.id) from database unique }
              table visits { id: bigint primary_key  customer_id: bigint references(customers.id) from database as c }
            }
            generate S { customers 0  wishes 3 per customers  cards 2  visits if(tier == "vip", 2, 1) per c }
            """);
        Held held = Customers;
        for (int i = 0; i < 2; i++)
            held.With(AppendTests.Append(schema, held));
        AppendTests.AssertUnique(held, "wishes", "customer_id", "item");
        AppendTests.AssertUnique(held, "cards", "customer_id");
        Assert.Equal(24, held.Values("wishes", "item").Count);
        Assert.Equal(12, held.Values("visits", "id").Count);
        Assert.Equal(4, held.Values("cards", "id").Count);
        // The fifth card has no customer, and a fifth set of three wishes no other items.
        Assert.Equal("TDG0601", Assert.Single(Assert.Throws<SchemaException>(() => AppendTests.Append(schema, held, null, "cards")).Diagnostics).Code);
        held.With(AppendTests.Append(schema, held, null, "wishes"));
        held.With(AppendTests.Append(schema, held, null, "wishes"));
        AppendTests.AssertUnique(held, "wishes", "customer_id", "item");
        Assert.Equal("TDG0601", Assert.Single(Assert.Throws<SchemaException>(() => AppendTests.Append(schema, held, null, "wishes")).Diagnostics).Code);
    }

    [Theory]
    [InlineData("weight(if(tier == \"vip\", 1, 0))", 2)]
    [InlineData("zipf(1)", 4)]
    [InlineData("", 4)]
    public void Pairs_that_are_there_are_avoided_also_where_parents_are_drawn_by_weights(string drawn, int most)
    {
        Schema schema = Given.Schema($$"""
            schema S {
              table people    { id: bigint primary_key }
              table customers { id: bigint primary_key  tier: string(9)  limit: integer }
              table links     { person_id: bigint references(people.id) from database  customer_id: bigint references(customers.id) from database {{drawn}}  primary_key(person_id, customer_id) }
            }
            generate S { links 1 per people }
            """);
        Held held = Customers.With("people", ["id"], [1L], [2L], [3L]);
        for (int i = 0; i < most; i++)
            held.With(AppendTests.Append(schema, held, null, "links"));
        Assert.Equal(3 * most, held.Values("links", "customer_id").Count);
        AppendTests.AssertUnique(held, "links", "person_id", "customer_id");
        Assert.Equal("TDG0601", Assert.Single(Assert.Throws<SchemaException>(() => AppendTests.Append(schema, held, null, "links")).Diagnostics).Code);
    }

    [Fact]
    public void Children_are_numbered_on_behind_those_of_the_same_parent()
    {
        Schema schema = Given.Schema("""
            schema S {
              table customers { id: bigint primary_key  tier: string(9) }
              table notes  { customer_id: bigint references(customers.id) from database  nr: integer = child_index + 1  first: boolean = previous(nr) is null  primary_key(customer_id, nr) }
              table visits { customer_id: bigint references(customers.id) from database  at: datetime = moment  id: bigint primary_key }
            }
            generate S { customers 0  notes {1: 50%, 3: 50%} per customers  visits every 1d from 2026-01-01 to 2026-01-02 per customers }
            """);
        Held held = Customers.With("notes", ["customer_id", "nr", "first"], [20L, 1, true], [20L, 2, false]);
        for (int i = 0; i < 3; i++)
            held.With(AppendTests.Append(schema, held));
        foreach (IGrouping<string, string> customer in held.Values("notes", "customer_id", "nr").Select(v => (string)v!).GroupBy(v => v.Split('|')[0]))
            Assert.Equal(Enumerable.Range(1, customer.Count()).Select(i => $"{customer.Key}|{i}"), customer);
        Assert.Equal(
            Enumerable.Range(1, 6).Select(day => (object?)new DateTime(2026, 1, day)),
            held.Values("visits", "customer_id", "at").Select(v => ((string)v!).Split('|')).Where(v => v[0] == "7").Select(v => (object?)DateTime.Parse(v[1], null)));
        Assert.Equal(3 * 4 + 1, held.Values("notes", "first").Count(f => f is true));
    }

    [Fact]
    public void A_parent_may_be_in_the_database_alone()
    {
        Schema schema = Given.Schema("schema S { table orders { id: bigint primary_key  customer_id: integer references(customers.id) from database } }");
        Assert.Equal(["20", "21", "40", "7"], Given.Column(AppendTests.Append(schema, Customers), "orders", "customer_id").Distinct().Order());
    }

    [Fact]
    public void Keys_of_several_fields_are_found_there()
    {
        Schema schema = Given.Schema("""
            schema S {
              table places { shop: integer  nr: integer  name: string(9)  primary_key(shop, nr) }
              table sales  { id: bigint primary_key  shop: integer  nr: integer  name: string(9) = place.name  references(shop, nr -> places.shop, nr) from database as place }
            }
            """);
        Held held = new Held().With("places", ["shop", "nr", "name"], [1, 1, "a"], [1, 2, "b"], [2, 1, "c"]);
        held.With(AppendTests.Append(schema, held, 100, "sales"));
        Assert.Equal(["1|1|a", "1|2|b", "2|1|c"], held.Values("sales", "shop", "nr", "name").Distinct().Order());
    }

    [Fact]
    public void A_table_may_refer_to_its_own_rows_there()
    {
        Schema schema = Given.Schema("schema S { table staff { id: bigint primary_key  head_id: bigint references(staff.id) from database as head  level: integer = head.level + 1 } }");
        Held held = new Held().With("staff", ["id", "head_id", "level"], [1L, 1L, 4], [2L, 1L, 5]);
        held.With(AppendTests.Append(schema, held, 50));
        Assert.Equal([4, 5, 6], held.Values("staff", "level").Distinct().Order());
        Assert.Equal([1L, 2L], held.Values("staff", "head_id").Distinct().Order());
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(50, new[] { "orders" })]
    public void Where_the_run_makes_no_parent_those_that_are_there_are_meant(int customers, string[] tables)
    {
        Schema schema = Given.Schema($$"""
            schema S {
              table customers { id: bigint primary_key  tier: string(9)  limit: integer  total: integer = count(orders) }
              table orders    { id: bigint primary_key  customer_id: bigint references(customers.id)  tier: string(9) = customers.tier }
            }
            generate S { customers {{customers}}  orders 3 per customers }
            """);
        Plan plan = AppendTests.Append(schema, Customers, null, tables);
        Assert.Equal(["7", "7", "7", "20", "20", "20", "21", "21", "21", "40", "40", "40"], Given.Column(plan, "orders", "customer_id"));
        Assert.Equal(["vip", "basic"], Given.Column(plan, "orders", "tier").Distinct());
    }

    [Fact]
    public void Given_rows_may_refer_to_rows_there()
    {
        Schema schema = Given.Schema("schema S { table orders { id: bigint primary_key  customer_id: bigint references(customers.id) from database  rows { (1, 40) (2, 7) } } }");
        Assert.Equal(["40", "7"], Given.Column(AppendTests.Append(schema, Customers), "orders", "customer_id"));
        Schema wrong = Given.Schema("schema S { table orders { id: bigint primary_key  customer_id: bigint references(customers.id) from database  rows { (1, 41) } } }");
        Assert.Equal("TDG0605", Assert.Single(Assert.Throws<SchemaException>(() => AppendTests.Append(wrong, Customers)).Diagnostics).Code);
    }

    [Fact]
    public void Without_a_database_it_says_what_to_give_and_a_schema_can_still_be_tested()
    {
        Schema schema = Given.Schema("""
            schema S {
              table customers { id: bigint primary_key  tier: string(9) }
              table orders { id: bigint primary_key  customer_id: bigint references(customers.id) from database as c where c.tier == "vip"  x: string(9) = c.tier }
              table cards  { customer_id: bigint references(customers.id) from database  n: integer = child_index  primary_key(customer_id, n) }
            }
            generate S { cards 2 per customers }
            """);
        IReadOnlyList<Diagnostic> errors = Assert.Throws<SchemaException>(() => Given.Plan(schema)).Diagnostics;
        Assert.Equal(["TDG0609", "TDG0609"], errors.Select(e => e.Code));
        Assert.Equal("orders.customer_id refers to rows of customers that are in a database, and this run has none.", errors[0].Message);
        Assert.Empty(Plan.Diagnose(schema, new Dictionary<string, ITdgGenerator>()));
        // The others need none.
        Assert.Equal(3, Given.Column(Plan.Create(schema, new PlanOptions { Count = 3, Tables = ["customers"] }), "customers", "id").Count);
    }

    [Fact]
    public void Of_a_row_there_only_its_own_fields_are_read()
    {
        Schema schema = Given.Schema("""
            schema S {
              table regions   { id: integer primary_key  name: string(9) }
              table customers { id: bigint primary_key  region_id: integer references(regions.id) }
              table orders    { id: bigint primary_key  customer_id: bigint references(customers.id)  region: string(9) = customers.regions.name }
            }
            """);
        Held held = new Held().With("customers", ["id", "region_id"], [1L, 1]);
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => AppendTests.Append(schema, held, 10, "orders")).Diagnostics);
        Assert.Equal("TDG0606", error.Code);
        Assert.Contains("by way of a row of customers that is in the database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_counts_on_and_reads_what_is_there()
    {
        const string text = """
            schema S {
              table regions   { id: integer primary_key }
              table customers { id: bigint primary_key  tier: string(9)  region_id: integer references(regions.id) }
              table orders    { id: bigint primary_key  customer_id: bigint references(customers.id) from database as c }
              table items     { id: bigint primary_key  order_id: bigint references(orders.id) as o  label: string(30) tag }
            }
            """;
        Schema schema = Given.Schema(text, "tag");
        Held held = new Held().With("customers", ["id", "tier", "region_id"], [1L, "vip", 1]).With("items", ["id", "order_id", "label"], [5L, 1L, ""]);
        Plan Of(Func<GeneratorRow, object?> make) => Plan.Create(
            schema, new PlanOptions { Count = 3, Tables = ["orders", "items"], Existing = held, Generators = new Dictionary<string, ITdgGenerator> { ["tag"] = new Sample((row, _, _) => make(row)) } });
        Assert.Equal(["6 vip", "7 vip", "8 vip"], Given.Column(Of(row => $"{row.Number} {row.Parent("o")!.Parent("c")!["tier"]}"), "items", "label"));
        Assert.Contains(
            "by way of a row of customers that is in the database",
            Assert.Throws<GenerationException>(() => Given.Column(Of(row => row.Parent("o")!.Parent("c")!.Parent("regions")!["id"]), "items", "label")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integer", 5_000_000_000L, "customers.limit of the database does not fit the schema: \"5000000000\" is no integer.")]
    [InlineData("integer", null, "customers.limit is null in a row of the database")]
    public void A_value_that_does_not_fit_is_named(string type, object? value, string message)
    {
        Schema schema = Given.Schema($$"""
            schema S {
              table customers { id: bigint primary_key  limit: {{type}} }
              table orders    { id: bigint primary_key  customer_id: bigint references(customers.id) from database  limit: integer = customers.limit }
            }
            """);
        Held held = new Held().With("customers", ["id", "limit"], [1L, value]);
        Assert.StartsWith(message, Assert.Throws<GenerationException>(() => AppendTests.Append(schema, held, 10)).Message, StringComparison.Ordinal);
    }
}
