using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>Rows that join those of a database.</summary>
public sealed class AppendTests
{
    private const string Shop = """
        schema Shop {
          table customers {
            id:         bigint      primary_key
            first_name: string(50)  format(first_name)
            last_name:  string(50)  format(last_name)
            email:      string(120) unique = lower("{first_name}.{last_name}@example.com")
            code:       string(8)   unique pattern("??-####")
            nr:         integer     sequence(1000, 10)
            born:       date        unique between(1950-01-01, 2005-12-31)
            label:      string(20)  = "C{row_number}"
            limit:      integer     between(1, 9)
          }
          table orders {
            customer_id: bigint   references(customers.id) as customer
            nr:          integer  = child_index + 1
            kind:        string(9) one_of("a", "b", "c")
            item:        integer  between(1, 50)
            limit:       integer  = customer.limit
            primary_key(customer_id, nr)
            unique(customer_id, item)
          }
        }
        generate Shop { customers 300  orders 1..4 per customers }
        """;

    [Fact]
    public void The_same_schema_may_be_filled_again_and_again()
    {
        Schema schema = Given.Schema(Shop);
        var held = new Held();
        for (int i = 0; i < 3; i++)
            held.With(Append(schema, held));
        Assert.Equal(Enumerable.Range(1, 900).Select(i => (object?)(long)i), held.Values("customers", "id"));
        Assert.Equal(Enumerable.Range(0, 900).Select(i => (object?)(1000 + (10 * i))), held.Values("customers", "nr"));
        Assert.Equal(Enumerable.Range(1, 900).Select(i => (object?)$"C{i}"), held.Values("customers", "label"));
        foreach (string unique in new[] { "email", "code", "born" })
            AssertUnique(held, "customers", unique);
        AssertUnique(held, "orders", "customer_id", "nr");
        AssertUnique(held, "orders", "customer_id", "item");
        Assert.Empty(held.Values("orders", "customer_id").Except(held.Values("customers", "id")));
    }

    [Fact]
    public void New_rows_are_others_than_those_of_the_same_seed_and_refer_to_each_other()
    {
        Schema schema = Given.Schema(Shop);
        Plan first = Append(schema, null);
        Plan second = Append(schema, new Held().With(first));
        Assert.NotEqual(Given.Column(first, "customers", "first_name"), Given.Column(second, "customers", "first_name"));
        Assert.Equal(300, second.Tables[0].ExistingRows);
        Assert.All(Given.Column(second, "orders", "customer_id"), id => Assert.InRange(long.Parse(id!, null), 301, 600));
    }

    [Fact]
    public void A_database_without_rows_changes_nothing()
    {
        Schema schema = Given.Schema(Shop);
        Plan plain = Append(schema, null);
        Plan empty = Append(schema, new Held());
        foreach (TablePlan table in plain.Tables)
            Assert.All(table.Table.Fields, f => Assert.Equal(Given.Column(plain, table.Table.Name, f.Name), Given.Column(empty, table.Table.Name, f.Name)));
    }

    [Fact]
    public void Values_that_others_wrote_are_avoided_on_any_number_of_threads()
    {
        Schema schema = Given.Schema(Shop);
        // What the run would take itself, in other letters, behind one row with a great number.
        Plan plain = Append(schema, new Held().With("customers", ["id", "nr", "email", "code", "born"], [5_000L, 7L, "x", "y", null]));
        string?[] codes = [.. Given.Column(plain, "customers", "code")];
        string?[] emails = [.. Given.Column(plain, "customers", "email")];
        var held = new Held().With("customers", ["id", "nr", "email", "code", "born"], [5_000L, 7L, "x", "y", null]);
        for (int i = 0; i < 100; i++)
            held.With("customers", ["id", "nr", "email", "code", "born"], [(long)i, 7L, emails[3 * i]!.ToUpperInvariant() + "  ", codes[2 * i]!.ToLowerInvariant(), null]);
        Plan plan = Append(schema, held);
        IReadOnlyList<string?> made = Given.Column(plan, "customers", "code");
        Assert.Equal(300, made.Concat(codes.Where((_, i) => i % 2 == 0 && i < 200)).Distinct().Count() - 100);
        Assert.Equal(codes.Where((_, i) => i % 2 == 1), made.Where((_, i) => i % 2 == 1));
        Assert.Empty(Given.Column(plan, "customers", "email").Intersect(emails.Where((_, i) => i % 3 == 0)));
        Assert.Equal(300, Given.Column(plan, "customers", "email").Distinct().Count());
        Assert.Equal("5001", Given.Column(plan, "customers", "id")[0]);
        Assert.Equal(made, Given.Column(plan, "customers", "code", threads: 4));
    }

    [Fact]
    public void A_domain_may_be_used_to_its_last_value_and_no_further()
    {
        Schema schema = Given.Schema("schema S { table t { id: bigint primary_key  code: string(2) unique pattern(\"##\") } }");
        Held held = new Held().With("t", ["id", "code"], [1_000_000_007L, "17"], [3L, "99"]);
        held.With(Append(schema, held, 60));
        held.With(Append(schema, held, 37));
        Assert.Equal(99, held.Values("t", "code").Distinct().Count());
        Assert.Equal("TDG0601", Assert.Single(Assert.Throws<SchemaException>(() => Append(schema, held, 2)).Diagnostics).Code);
        held.With(Append(schema, held, 1));
        AssertUnique(held, "t", "code");
        Diagnostic full = Assert.Single(Assert.Throws<SchemaException>(() => Append(schema, held, 1)).Diagnostics);
        Assert.Equal("TDG0601", full.Code);
        Assert.Contains("for row 1 none is left", full.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: integer between(1, 8)  b: integer between(1, 8)  unique(a, b)", "a", "b")]
    [InlineData("a: string(1) one_of(\"x\", \"y\", \"z\")  b: integer between(1, 30)  unique(a, b)", "a", "b")]
    [InlineData("a: string(4) unique one_of(\"p1\", \"p2\", \"p3\", \"p4\", \"p5\", \"p6\", \"p7\", \"p8\", \"p9\", \"pa\", \"pb\", \"pc\", \"pd\", \"pe\", \"pf\", \"pg\", \"ph\", \"pi\", \"pj\", \"pk\", \"pl\", \"pm\", \"pn\", \"po\", \"pp\", \"pq\", \"pr\", \"ps\", \"pt\", \"pu\", \"pv\", \"pw\", \"px\", \"py\", \"pz\", \"q1\", \"q2\", \"q3\", \"q4\", \"q5\", \"q6\", \"q7\")", "a")]
    [InlineData("a: uuid unique", "a")]
    [InlineData("a: binary(3) unique", "a")]
    [InlineData("a: string(40) unique regex(/[A-Z]{30}/)", "a")]
    [InlineData("a: decimal(8, 2) unique between(0, 1)", "a")]
    [InlineData("a: string(8) unique", "a")]
    [InlineData("c: string(6) unique pattern(\"###\")  a: string(20) unique = \"{c}@example.com\"", "a")]
    public void Keys_of_every_kind_go_on(string fields, params string[] key)
    {
        Schema schema = Given.Schema($"schema S {{ table t {{ id: bigint primary_key  {fields} }} }}");
        var held = new Held();
        for (int i = 0; i < 4; i++)
            held.With(Append(schema, held, 10));
        AssertUnique(held, "t", key);
        Assert.Equal(40, held.Values("t", key).Count);
    }

    [Fact]
    public void Values_that_no_new_row_can_have_are_in_nobodys_way()
    {
        Schema schema = Given.Schema("schema S { table t { id: bigint primary_key  code: string(3) unique pattern(\"###\")  n: smallint unique between(1, 999) } }");
        Held held = new Held().With("t", ["id", "code", "n"], [1L, "much longer", 70_000], [2L, null, null]);
        held.With(Append(schema, held, 500));
        AssertUnique(held, "t", "id");
        Assert.Equal(502, held.Values("t", "code").Distinct().Count());
    }

    [Fact]
    public void What_can_take_no_other_value_is_an_error_that_names_it()
    {
        Schema schema = Given.Schema("schema S { table t { id: bigint primary_key  code: string(20) unique = \"N-{id}\" } }");
        Held held = new Held().With("t", ["id", "code"], [7L, "n-9"]);
        Diagnostic error = Assert.Single(Assert.Throws<SchemaException>(() => Append(schema, held, 5)).Diagnostics);
        Assert.Equal("TDG0602", error.Code);
        Assert.Equal("t.code is unique, but row 2 would have \"N-9\", which a row of the database has.", error.Message);
    }

    [Fact]
    public void Rows_that_are_given_are_not_written_twice_and_are_still_referred_to()
    {
        Schema schema = Given.Schema("""
            schema S {
              table roles { id: integer primary_key  name: string(20)  rows { (1, "admin") (2, "user") (3, "guest") } }
              table users { id: bigint primary_key  role_id: integer references(roles.id) as role  role: string(20) = role.name }
            }
            """);
        Held held = new Held().With("roles", ["id", "name"], [1, "admin"], [3, "visitor"]);
        Plan plan = Append(schema, held, 100);
        Assert.Equal(["2"], Given.Column(plan, "roles", "id"));
        Assert.Equal(["1", "2", "3"], Given.Column(plan, "users", "role_id").Distinct().Order());

        // Where none is made, the rows there are meant, with the values that they have there.
        held.With("roles", ["id", "name"], [2, "user"], [9, "boss"]);
        Plan second = Append(schema, held, 100);
        Assert.Empty(Given.Column(second, "roles", "id"));
        Assert.Equal(["1", "2", "3", "9"], Given.Column(second, "users", "role_id").Distinct().Order());
        Assert.Equal(["admin", "boss", "user", "visitor"], Given.Column(second, "users", "role").Distinct().Order());
    }

    [Fact]
    public void Rows_behind_given_ones_go_on_behind_those_that_are_there()
    {
        Schema schema = Given.Schema("schema S { table roles { id: integer primary_key  name: string(20)  rows { (1, \"admin\") (5, \"user\") } } }  generate S { roles 4 }");
        var held = new Held();
        for (int i = 0; i < 3; i++)
            held.With(Append(schema, held));
        Assert.Equal([1, 5, 6, 7, 8, 9, 10, 11], held.Values("roles", "id"));
    }

    [Fact]
    public void A_table_that_is_one_series_goes_on()
    {
        Schema schema = Given.Schema("schema S { table r { id: bigint primary_key  at: datetime = moment } }  generate S { r every 1h from 2026-01-01 to 2026-01-01T03:00 }");
        var held = new Held();
        for (int i = 0; i < 2; i++)
            held.With(Append(schema, held));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => (object?)new DateTime(2026, 1, 1, i, 0, 0)), held.Values("r", "at"));
    }

    [Fact]
    public void Such_a_run_cant_be_divided()
    {
        var options = new PlanOptions { Existing = new Held(), Partition = 1, PartitionCount = 2 };
        Assert.Equal("TDG0600", Assert.Single(Assert.Throws<SchemaException>(() => Plan.Create(Given.Table("id: bigint primary_key"), options)).Diagnostics).Code);
    }

    [Fact]
    public void A_slice_of_it_is_made_of_new_rows()
    {
        Schema schema = Given.Schema(Shop);
        Plan plan = Plan.Create(schema, new PlanOptions { Seed = 42, Now = new DateTime(2026, 1, 1), Existing = new Held().With(Append(schema, null)), Only = ["customers where id == 303"] });
        Assert.Equal(["303"], Given.Column(plan, "customers", "id"));
        Assert.Equal(["303"], Given.Column(plan, "orders", "customer_id").Distinct());
    }

    internal static Plan Append(Schema schema, Held? held, long? count = null, params string[] tables) =>
        Plan.Create(schema, new PlanOptions { Count = count, Seed = 42, Now = new DateTime(2026, 1, 1), Existing = held, Tables = tables });

    internal static void AssertUnique(Held held, string table, params string[] fields)
    {
        IReadOnlyList<object?> values = [.. held.Values(table, fields).Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : v)];
        Assert.Equal(values.Count, values.Distinct().Count());
    }
}
