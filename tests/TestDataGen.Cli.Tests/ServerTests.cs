using System.Diagnostics;
using TestDataGen.Servers;

namespace TestDataGen.Cli.Tests;

/// <summary><c>tdg generate --to</c> a database on a server.</summary>
public sealed class ServerTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>, IDisposable
{
    private const string Secret = "s3cr3t";
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Theory]
    [OnServer(Server.PostgreSql, "postgres")]
    [OnServer(Server.MariaDb, "mysql")]
    public void A_connection_string_may_come_from_a_variable(Server server, string kind)
    {
        (DatabaseServer running, string database) = NewDatabase(server);
        ProcessStartInfo info = Tdg.StartInfo(_tdg.Folder, ["generate", "shop.tdg", "--count", "1000", "--to", $"{kind}:env:TDG_TEST_SHOP"]);
        info.Environment["TDG_TEST_SHOP"] = running.ConnectionString(database);
        Tdg.Result result = Tdg.Run(info);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches($@"customers +1,000 .*{kind}:127\.0\.0\.1:{running.Port}/{database}\.customers", result.Output);
        Assert.Equal(["1000"], running.Rows(database, "SELECT count(*) FROM customers"));
        // Once more: the keys are there.
        result = Tdg.Run(info);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Nothing of this run was kept.", result.Error, StringComparison.Ordinal);
        info.ArgumentList.Add("--on-conflict");
        info.ArgumentList.Add("ignore");
        Assert.Matches("customers +0 ", Tdg.Run(info).Output);
    }

    [ServerFact(Server.PostgreSql)]
    public void What_would_be_done_is_told()
    {
        (DatabaseServer running, string database) = NewDatabase(Server.PostgreSql);
        Tdg.Result result = _tdg.Run("generate", "shop.tdg", "--to", "postgres:" + running.ConnectionString(database), "--what-if");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("customers: 100 rows to postgres:", result.Output, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE \"orders\"", result.Output, StringComparison.Ordinal);
        Assert.Equal(["0"], running.Rows(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Theory]
    [OnServer(Server.PostgreSql, "postgres")]
    [OnServer(Server.MariaDb, "mysql")]
    public void Tables_may_be_loaded_at_the_same_time(Server server, string kind)
    {
        (DatabaseServer running, string database) = NewDatabase(server);
        string[] arguments = ["generate", "shop.tdg", "--count", "1000", "--to", $"{kind}:{running.ConnectionString(database)}", "--parallel", "2"];
        Tdg.Result result = _tdg.Run(arguments);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Choose -Transaction Table, Batch or None", result.Error, StringComparison.Ordinal);
        result = _tdg.Run([.. arguments, "--transaction", "table"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches("customers +1,000 .*\n.*orders", result.Output);
        Assert.Equal(["1000"], running.Rows(database, "SELECT count(*) FROM customers"));
        result = _tdg.Run("generate", "shop.tdg", "--to", "sqlite:x.db", "--parallel", "2");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--parallel is for postgres:", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to", "Server=db;Password=s3cr3t;Database=x")]
    [InlineData("--to", "Server=tcp:db;Password=s3cr3t;Database=x")]
    [InlineData("--to", "postgres:Host=db;Password=s3cr3t;s3cr3t=1")]
    [InlineData("--to", "postgres:Host=127.0.0.1;Port=1;Username=u;Password=s3cr3t;Timeout=2")]
    [InlineData("--to", "sqlserver:Server=127.0.0.1,1;User ID=u;Password=s3cr3t;Connect Timeout=2;Encrypt=false")]
    [InlineData("--connection", "Server=db;Pwd=s3cr3t")]
    [InlineData("--to", "mysql:", "Server=db;Pwd=s3cr3t")]
    [InlineData("--count", "Server=db;Pwd=s3cr3t")]
    public void A_password_is_not_said_whatever_is_wrong(params string[] arguments)
    {
        Tdg.Result result = _tdg.Run(["generate", "shop.tdg", .. arguments]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain(Secret, result.Error + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_servers_take_is_refused_elsewhere()
    {
        Tdg.Result result = _tdg.Run("generate", "shop.tdg", "--to", "csv:out", "--truncate");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--truncate is for postgres:", result.Error, StringComparison.Ordinal);
    }

    private (DatabaseServer Server, string Database) NewDatabase(Server server)
    {
        DatabaseServer running = server == Server.PostgreSql ? postgres : mariaDb;
        return (running, running.NewDatabase());
    }
}
