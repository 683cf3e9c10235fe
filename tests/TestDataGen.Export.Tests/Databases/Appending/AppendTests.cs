using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Rows that join those of databases.</summary>
public sealed class AppendTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private const string Shop = """
        enum Level { low, high }
        schema Shop {
          table roles { id: integer primary_key  name: string(20) unique  rows { (1, "admin") (2, "user") } }
          table customers {
            id:         bigint      primary_key
            role_id:    integer     references(roles.id)
            first_name: string(50)  format(first_name)
            last_name:  string(50)  format(last_name)
            email:      string(120) unique = lower("{first_name}.{last_name}@example.com")
            code:       string(8)   unique pattern("??-####")
            nr:         integer     sequence(1000, 10)
            born:       date        unique between(1950-01-01, 2005-12-31)
            seen:       datetime    unique between(2025-01-01, 2025-12-31)
            at:         time        between(08:00, 18:00)
            key:        uuid        unique
            price:      decimal(8, 2) unique between(0, 5000)
            vip:        boolean
            level:      Level
          }
          table orders {
            customer_id: bigint    references(customers.id) as customer
            nr:          integer   = child_index + 1
            item:        integer   between(1, 50)
            at:          timestamp between(2025-01-01, 2025-12-31)
            primary_key(customer_id, nr)
            unique(customer_id, item)
          }
        }
        generate Shop { customers 200  orders 1..4 per customers }
        """;

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void The_same_schema_may_be_filled_again_and_again(Server? server)
    {
        OnAny(server);
        Schema schema = Given.Schema(Shop);
        for (int i = 0; i < 3; i++)
            Append(schema);
        Assert.Equal(2, Count("roles"));
        Assert.Equal(600, Count("customers"));
        Assert.Equal(["1|600|1000|6990"], Rows("SELECT min(id), max(id), min(nr), max(nr) FROM customers"));
        Assert.DoesNotContain(new DatabaseTest(Target).Run(schema.Tables), r => r.IsMet == false);
    }

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void What_others_wrote_is_avoided_also_in_other_letters(Server? server)
    {
        OnAny(server);
        Schema schema = Given.Schema("""
            schema S {
              table t { id: bigint primary_key  code: string(5) unique pattern("?-###")  name: string(40) unique = "{first_name} {last_name}"  first_name: string(20) format(first_name)  last_name: string(20) format(last_name) }
            }
            """);
        Run("CREATE TABLE t (id bigint PRIMARY KEY, code varchar(5) UNIQUE, name varchar(40) UNIQUE, first_name varchar(20), last_name varchar(20))");
        Run("INSERT INTO t (id, code, name) VALUES (5000, 'x', 'y')");
        Plan wanted = Plan(schema, 2000);
        var batches = wanted.Read(wanted.Tables[0], 1, CancellationToken.None).ToList();
        int id = 1;
        foreach ((string code, string name) in Values(batches, 1).Zip(Values(batches, 2)).Take(300).ToList())
            Run($"INSERT INTO t (id, code, name) VALUES ({id++}, {Literal(code.ToLowerInvariant())}, {Literal(name.ToUpperInvariant())})");
        Append(schema, 2000);
        Assert.Equal(2301, Count("t"));
        Assert.Equal("2301", Rows("SELECT count(DISTINCT lower(code)) FROM t")[0]);
        Assert.Equal("2301", Rows("SELECT count(DISTINCT upper(name)) FROM t")[0]);
    }

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void References_may_point_at_rows_that_are_there(Server? server)
    {
        OnAny(server);
        Run("CREATE TABLE customers (id bigint PRIMARY KEY, tier varchar(9) NOT NULL, born date NOT NULL, quota numeric(9, 2) NOT NULL, active boolean NOT NULL)");
        Run("INSERT INTO customers VALUES (7, 'vip', '1970-01-31', 10.50, true), (20, 'basic', '1980-02-01', 20, false), (21, 'basic', '1990-03-01', 30, true), (40, 'vip', '2000-12-31', 40, true)");
        Run("CREATE TABLE places (shop integer NOT NULL, nr integer NOT NULL, PRIMARY KEY (shop, nr))");
        Run("INSERT INTO places VALUES (1, 1), (1, 2), (2, 1)");
        Schema schema = Given.Schema("""
            schema S {
              table customers { id: bigint primary_key  tier: string(9)  born: date  quota: decimal(9, 2)  active: boolean }
              table orders {
                id:          bigint        primary_key
                customer_id: bigint        references(customers.id) from database as customer where customer.tier == "vip" and customer.active
                placed:      date          between(customer.born, 2026-01-01)
                quota:       decimal(9, 2) = customer.quota
                shop:        integer
                nr:          integer
                references(shop, nr -> places.shop, nr) from database
              }
              table places { shop: integer  nr: integer  primary_key(shop, nr) }
              table cards  { id: bigint primary_key  customer_id: bigint references(customers.id) from database unique }
              table wishes { customer_id: bigint references(customers.id) from database  item: integer between(1, 20)  primary_key(customer_id, item) }
              table calls  { customer_id: bigint references(customers.id) from database  nr: integer = child_index + 1  primary_key(customer_id, nr) }
              table notes  { id: bigint primary_key  place: integer references(people.id) from database }
            }
            generate S { customers 0  places 0  orders 100  cards 2  wishes 2..5 per customers  calls 1..3 per customers  notes 10 }
            """);
        Run("CREATE TABLE people (id integer PRIMARY KEY)");
        Run("INSERT INTO people VALUES (5), (6)");
        Append(schema);
        Append(schema);
        Assert.Equal(4, Count("customers"));
        Assert.Equal(["7", "40"], Rows("SELECT DISTINCT customer_id FROM orders ORDER BY 1"));
        Assert.Equal("0", Rows("SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.quota <> c.quota OR o.placed < c.born")[0]);
        Assert.Equal(["1|1", "1|2", "2|1"], Rows("SELECT DISTINCT shop, nr FROM orders ORDER BY 1, 2"));
        Assert.Equal("4", Rows("SELECT count(DISTINCT customer_id) FROM cards")[0]);
        Assert.Equal("0", Rows("SELECT count(*) FROM (SELECT customer_id FROM calls GROUP BY customer_id HAVING max(nr) <> count(*) OR count(*) < 2) c")[0]);
        Assert.Equal(["5", "6"], Rows("SELECT DISTINCT place FROM notes ORDER BY 1"));
        Assert.DoesNotContain(new DatabaseTest(Target).Run(schema.Tables), r => r.IsMet == false);
    }

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_domain_may_be_used_to_its_last_value_and_no_further(Server? server)
    {
        OnAny(server);
        Schema schema = Given.Schema("schema S { table t { id: bigint primary_key  code: string(2) unique pattern(\"##\")  a: integer between(1, 10)  b: integer between(1, 10)  unique(a, b) } }");
        Append(schema, 1);
        Run("INSERT INTO t VALUES (1000000, 'zz', 1, 2)");
        Append(schema, 40);
        Append(schema, 58);
        Assert.Equal(100, Count("t"));
        Assert.Equal(["TDG0601", "TDG0601"], Assert.Throws<SchemaException>(() => Append(schema, 2)).Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData(null)]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Names_are_data(Server? server)
    {
        OnAny(server);
        Schema schema = AwkwardNames.Schema();
        Load(schema, AwkwardNames.Rows);
        Append(schema, AwkwardNames.Rows);
        foreach (Table table in schema.Tables)
            Assert.Equal(2 * AwkwardNames.Rows, Count(Dialect.NameOf(table)));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        OnAny(null);
        Schema schema = Given.Schema("schema S { table orders { id: bigint primary_key  customer_id: bigint references(customers.id) from database } }");
        Assert.StartsWith("sqlite:", Assert.Throws<ExportException>(() => Append(schema, 5)).Message, StringComparison.Ordinal);
        Run("CREATE TABLE customers (nr integer)");
        Assert.Contains("has no column id. It has: nr.", Assert.Throws<ExportException>(() => Append(schema, 5)).Message, StringComparison.Ordinal);
        Run("ALTER TABLE customers ADD COLUMN id text");
        Run("INSERT INTO customers (id) VALUES ('seven')");
        Assert.Equal(
            "customers.id of the database does not fit the schema: \"seven\" is no bigint. Give the field the type of the column.",
            Assert.Throws<GenerationException>(() => Append(schema, 5)).Message);
    }

    [Fact]
    public void A_stopped_run_stops_asking()
    {
        OnAny(null);
        Run("CREATE TABLE t (id integer PRIMARY KEY)");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var existing = new ExistingRows(Target, stopped: stop.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => Generation.Plan.Create(Given.Schema("schema S { table t { id: bigint primary_key } }"), new PlanOptions { Existing = existing }, stop.Token));
    }

    private Plan Plan(Schema schema, long? count = null)
    {
        using var existing = new ExistingRows(Target);
        return Generation.Plan.Create(schema, new PlanOptions { Count = count, Seed = 1, Now = new DateTime(2026, 1, 1), Existing = existing });
    }

    private void Append(Schema schema, long? count = null)
    {
        Plan plan = Plan(schema, count);
        using var sink = new DatabaseSink(Target);
        Exporter.Run(plan, sink, 2);
    }

    private static IEnumerable<string> Values(IEnumerable<RowBatch> batches, int field) =>
        batches.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => (string)CellValue.Get(b.Columns[field], i)!));

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
