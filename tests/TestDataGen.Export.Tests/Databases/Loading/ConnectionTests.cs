using System.Data.Common;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Ways to a database, and what is said of them: never a password.</summary>
public sealed class ConnectionTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : LoadingTest(postgres, mariaDb)
{
    private const string Secret = "s3cr3t-\"quoted";
    private const string Schema = "schema S { table t { id: integer primary_key } }";

    public static TheoryData<string, string> Strings { get; } = new()
    {
        { "postgres", "Host=db;Username=u;Password=p;Database=d" },
        { "postgres", "Host=db;Port=5432;Database=d;SSL Mode=Require;Search Path=x" },
        { "postgres", "Server=db;Port=5432;User Id=u;Password=p;Database=d" },
        { "mysql", "Server=db;Port=3306;User ID=u;Password=p;Database=d" },
        { "mysql", "Server=db;Uid=u;Pwd=p;Database=d;AllowUserVariables=true" },
        { "sqlserver", "Server=.;Initial Catalog=d;Integrated Security=true" },
        { "sqlserver", "Server=tcp:db,1433;Initial Catalog=d;User ID=u;Password=p;Encrypt=True" },
        { "sqlserver", "Data Source=db;Initial Catalog=d;User ID=u;Password=p;MultipleActiveResultSets=true" },
        { "sqlite", "Data Source=x.db" },
        { "sqlite", "Data Source=whatever;Mode=ReadWriteCreate" },
    };

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_connection_string_tells_its_provider(string provider, string text)
    {
        Assert.Equal(provider, DatabaseTarget.FromConnectionString(text).Provider.Name);
        Assert.Equal(provider, DatabaseTarget.FromConnectionString(text, provider.ToUpperInvariant()).Provider.Name);
    }

    [Fact]
    public void One_that_may_be_of_several_providers_asks_which()
    {
        var e = Assert.Throws<ExportException>(() => DatabaseTarget.FromConnectionString($"Server=db;Database=d;User ID=u;Password={Secret.Replace("\"", "", StringComparison.Ordinal)}"));
        Assert.Contains("postgres or mysql or sqlserver", e.Message, StringComparison.Ordinal);
        AssertNoSecret(e);
    }

    [Theory]
    [InlineData(null, "Host=db;Password=a;s3cr3t-\"quoted=1")]
    [InlineData("postgres", "Host=db;Password=a;s3cr3t-\"quoted=1")]
    [InlineData("mysql", "Host=db;s3cr3t-=1")]
    [InlineData("sqlserver", "s3cr3t-\"quoted")]
    [InlineData("sqlite", "s3cr3t-\"quoted")]
    public void A_string_that_can_not_be_read_is_not_shown(string? provider, string text) =>
        AssertNoSecret(Assert.Throws<ExportException>(() => DatabaseTarget.FromConnectionString(text, provider)));

    [Theory]
    [InlineData("postgres", "postgres:db:1234/d")]
    [InlineData("mysql", "mysql:db:1234/d")]
    [InlineData("sqlserver", "sqlserver:db,1234/d")]
    public void An_address_makes_a_connection_and_shows_no_secret(string provider, string shown)
    {
        var address = new ServerAddress("db", "d", 1234, "u", Secret);
        Assert.DoesNotContain("s3cr3t", address.ToString(), StringComparison.Ordinal);
        DatabaseTarget target = DatabaseTarget.FromAddress(address, provider);
        Assert.Equal(shown, target.Display);
        Assert.Equal(shown, target.ToString());
        // What a driver reads from it is the very password.
        string text = target.Provider.ConnectionStringOf(address);
        Assert.Equal(Secret, new DbConnectionStringBuilder { ConnectionString = text }["Password"]);
    }

    [Fact]
    public void The_port_tells_what_an_address_is_of()
    {
        Assert.Equal("mysql", DatabaseTarget.FromAddress(new ServerAddress("db", Port: 3306)).Provider.Name);
        Assert.Contains("-Provider", Assert.Throws<ExportException>(() => DatabaseTarget.FromAddress(new ServerAddress("db"))).Advice, StringComparison.Ordinal);
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void A_wrong_password_is_said_without_it(Server server)
    {
        On(server);
        if (server == Server.PostgreSql)
        {
            // A server of trust asks nobody; a user that is not there it refuses all the same.
            Text += $";Password='{Secret}'";
            Text = Text.Replace("Username=postgres", "Username=nobody", StringComparison.Ordinal);
        }
        else
        {
            Run($"CREATE USER nobody IDENTIFIED BY 'right'");
            Text = Text.Replace("User ID=root", "User ID=nobody", StringComparison.Ordinal) + $";Password='{Secret}'";
        }

        DatabaseTarget wrong = DatabaseTarget.FromConnectionString(Text, Target.Provider.Name);
        using var sink = new DatabaseSink(wrong);
        var e = Assert.Throws<ExportException>(() => sink.Begin([]));
        Assert.Contains("can't be connected to", e.Message, StringComparison.Ordinal);
        AssertNoSecret(e);
    }

    [Fact]
    public void A_server_that_is_not_there_is_an_error_that_says_so()
    {
        var e = Assert.Throws<ExportException>(() => new DatabaseSink(DatabaseTarget.FromConnectionString($"Host=127.0.0.1;Port=1;Username=u;Password='{Secret}';Timeout=2", "postgres")).Begin([]));
        Assert.Contains("postgres:127.0.0.1:1/u", e.Message, StringComparison.Ordinal);
        AssertNoSecret(e);
    }

    [Theory]
    [InlineData("postgres", "", "Host=…")]
    [InlineData("postgres", "Database=shop;Username=ann", "Host=…")]
    [InlineData("mysql", "Database=shop", "Server=…")]
    [InlineData("sqlserver", "Initial Catalog=shop", "Server=…")]
    [InlineData("sqlite", "Pooling=false", "Data Source=…")]
    public void A_string_that_names_no_place_is_an_error_that_says_so(string provider, string text, string key)
    {
        var e = Assert.Throws<ExportException>(() => new DatabaseSink(DatabaseTarget.FromConnectionString(text, provider)).Begin([]));
        Assert.Contains("names no server or file", e.Message, StringComparison.Ordinal);
        Assert.Contains(key, e.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void An_open_connection_is_used_and_left_open_as_it_was(Server server)
    {
        On(server);
        string settings = server == Server.PostgreSql ? "SELECT current_setting('TimeZone'), current_setting('session_replication_role')" : "SELECT @@sql_mode, @@time_zone, @@foreign_key_checks";
        Run(server == Server.PostgreSql ? "SET TIME ZONE 'Asia/Tokyo'" : "SET time_zone = '+09:00', sql_mode = 'NO_BACKSLASH_ESCAPES'");
        string[] before = Rows(settings);
        using (var sink = new DatabaseSink(DatabaseTarget.FromConnection(Connection), new LoadOptions { DisableConstraints = true }))
        {
            Exporter.Run(Generation.Plan.Create(Given.Schema(Schema), new Generation.PlanOptions { Count = 10 }), sink, 1);
        }

        Assert.Equal(10, Count("t"));
        Assert.Equal(before, Rows(settings));
    }

    [Theory]
    [OnServer(Server.PostgreSql, LoadTransaction.All)]
    [OnServer(Server.PostgreSql, LoadTransaction.Batch)]
    [OnServer(Server.MariaDb, LoadTransaction.All)]
    [OnServer(Server.MariaDb, LoadTransaction.Batch)]
    public void A_driver_of_another_module_loads_by_INSERT(Server server, LoadTransaction transaction)
    {
        On(server);
        using var foreign = new ForeignConnection(Connect(Text));
        foreign.Open();
        DatabaseTarget target = DatabaseTarget.FromConnection(foreign, Target.Provider.Name);
        using (var sink = new DatabaseSink(target, new LoadOptions { Transaction = transaction, BatchSize = 1000 }))
        {
            sink.Begin([AwkwardRows.Table]);
            sink.Write(AwkwardRows.Batch, 0, AwkwardRows.Batch.Count);
            sink.Complete();
        }

        Assert.Equal(System.Data.ConnectionState.Open, foreign.State);
        Assert.Equal(AwkwardRows.Batch.Count, Count("t"));
    }

    // Neither in the message nor in anything below it.
    private static void AssertNoSecret(Exception e) => Assert.DoesNotContain("s3cr3t", e.ToString(), StringComparison.Ordinal);
}
