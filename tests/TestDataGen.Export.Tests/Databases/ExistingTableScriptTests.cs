using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using MySqlConnector;
using Npgsql;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Scripts that fill tables which are there: numbers that are the server's own are taken, and go on behind those of the rows.</summary>
public sealed class ExistingTableScriptTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>, IDisposable
{
    private const string Tdg = """
        schema S {
          table customers { id: integer primary_key  name: string(20) unique  boss_id: integer nullable references(customers.id) as boss }
          table orders { id: bigint primary_key sequence(1000, 1)  customer_id: integer references(customers.id)  total: decimal(8, 2) between(0, 10) }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ServerFact(Server.PostgreSql)]
    public void PostgreSql_takes_the_numbers_of_identities_and_goes_on_behind_them()
    {
        string database = postgres.NewDatabase();
        using var connection = new NpgsqlConnection(postgres.ConnectionString(database));
        Execute(connection, """
            CREATE TABLE customers (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(20) NOT NULL UNIQUE, boss_id int REFERENCES customers);
            CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, total numeric(8, 2) NOT NULL);
            """);
        postgres.RunScript(database, Write("postgres"));
        Execute(connection, "INSERT INTO customers (name) VALUES ('new'); INSERT INTO orders (customer_id, total) VALUES (1, 2)");
        AssertNumbers(connection);
        // Nobody's statistics are older than the rows.
        Assert.Equal(2L, Value(connection, "SELECT count(*) FROM pg_stat_user_tables WHERE last_analyze IS NOT NULL"));
    }

    [ServerFact(Server.PostgreSql)]
    public void A_sequence_does_not_go_back()
    {
        string database = postgres.NewDatabase();
        using var connection = new NpgsqlConnection(postgres.ConnectionString(database));
        Execute(connection, "CREATE TABLE customers (id serial PRIMARY KEY, name varchar(20) NOT NULL, boss_id int); CREATE TABLE orders (id bigint PRIMARY KEY, customer_id int, total numeric); SELECT setval('customers_id_seq', 5000)");
        postgres.RunScript(database, Write("postgres"));
        Assert.Equal(5001, Value(connection, "INSERT INTO customers (name) VALUES ('new') RETURNING id"));
    }

    [ServerFact(Server.MariaDb)]
    public void MariaDb_goes_on_behind_the_numbers()
    {
        string database = mariaDb.NewDatabase();
        using var connection = new MySqlConnection(mariaDb.ConnectionString(database));
        Execute(connection, """
            CREATE TABLE customers (id int AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL UNIQUE, boss_id int, FOREIGN KEY (boss_id) REFERENCES customers (id));
            CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, customer_id int NOT NULL, total decimal(8, 2) NOT NULL, FOREIGN KEY (customer_id) REFERENCES customers (id));
            """);
        mariaDb.RunScript(database, Write("mysql"));
        Execute(connection, "INSERT INTO customers (name) VALUES ('new'); INSERT INTO orders (customer_id, total) VALUES (1, 2)");
        AssertNumbers(connection);
    }

    [Fact]
    public void Sqlite_goes_on_behind_the_numbers()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        Execute(connection, """
            CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, boss_id INTEGER REFERENCES customers);
            CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INTEGER NOT NULL REFERENCES customers, total NUMERIC NOT NULL);
            """);
        Execute(connection, File.ReadAllText(Write("sqlite")));
        Execute(connection, "INSERT INTO customers (name) VALUES ('new'); INSERT INTO orders (customer_id, total) VALUES (1, 2)");
        AssertNumbers(connection);
        Assert.Equal(2L, Value(connection, "SELECT count(DISTINCT tbl) FROM sqlite_stat1"));
    }

    [Fact]
    public void SqlServer_is_told_of_identities_table_by_table()
    {
        string script = File.ReadAllText(Write("sqlserver"));
        new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out IList<ParseError> errors);
        Assert.Empty(errors);
        string[] statements = [.. script.Split("\nGO\n").Where(s => !s.StartsWith("IF @@TRANCOUNT", StringComparison.Ordinal)).Select(s => s.Split('\n')[0])];
        const string customers = "IF OBJECTPROPERTY(OBJECT_ID(N'[customers]'), 'TableHasIdentity') = 1 ";
        const string orders = "IF OBJECTPROPERTY(OBJECT_ID(N'[orders]'), 'TableHasIdentity') = 1 ";
        Assert.Equal(
            [
                "SET QUOTED_IDENTIFIER ON;",
                customers + "SET IDENTITY_INSERT [customers] ON;",
                "INSERT INTO [customers] ([id], [name], [boss_id]) VALUES",
                customers + "SET IDENTITY_INSERT [customers] OFF;",
                orders + "SET IDENTITY_INSERT [orders] ON;",
                "INSERT INTO [orders] ([id], [customer_id], [total]) VALUES",
                orders + "SET IDENTITY_INSERT [orders] OFF;",
                customers + "DBCC CHECKIDENT (N'[customers]', RESEED) WITH NO_INFOMSGS;",
                orders + "DBCC CHECKIDENT (N'[orders]', RESEED) WITH NO_INFOMSGS;",
                "UPDATE STATISTICS [customers];",
                "UPDATE STATISTICS [orders];",
                "COMMIT TRANSACTION;",
                "SET NOEXEC OFF;",
                "",
            ],
            statements);
    }

    [Fact]
    public void Tables_in_a_circle_can_not_be_filled_so()
    {
        Schema circle = Given.Schema("schema S { table a { id: integer primary_key  b_id: integer nullable references(b.id) } table b { id: integer primary_key  a_id: integer references(a.id) } }");
        var e = Assert.Throws<ExportException>(() => Write("postgres", circle));
        Assert.Contains("refer to each other in a circle", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder[""]));
    }

    private string Write(string dialect, Schema? schema = null)
    {
        string path = _folder[$"{dialect}.sql"];
        using var sink = new SqlScriptSink(path, SqlDialects.Find(dialect)!, creation: TableCreation.Never);
        Exporter.Run(Plan.Create(schema ?? Given.Schema(Tdg), new PlanOptions { Count = 300, Seed = 1 }), sink, 2);
        return path;
    }

    private static void AssertNumbers(DbConnection connection)
    {
        Assert.Equal(301L, Convert.ToInt64(Value(connection, "SELECT max(id) FROM customers"), null));
        Assert.Equal(1300L, Convert.ToInt64(Value(connection, "SELECT max(id) FROM orders"), null));
        Assert.Equal(301L, Convert.ToInt64(Value(connection, "SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id"), null));
    }

    private static void Execute(DbConnection connection, string sql)
    {
        if (connection.State == System.Data.ConnectionState.Closed)
            connection.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Value(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
