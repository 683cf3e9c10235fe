using System.Globalization;
using Microsoft.Data.Sqlite;
using TestDataGen.Servers;

namespace TestDataGen.Cli.Tests;

/// <summary><c>tdg generate --append</c>.</summary>
public sealed class AppendTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>, IDisposable
{
    private readonly Tdg _tdg = new();

    public void Dispose() => _tdg.Dispose();

    [Fact]
    public void A_file_is_filled_once_more()
    {
        for (int i = 0; i < 3; i++)
            Assert.Equal((0, ""), Outcome(_tdg.Run("generate", "shop.tdg", "--to", "sqlite:x.db", "--append")));
        Assert.Equal((0, ""), Outcome(_tdg.Run("test-data", "shop.tdg", "--in", "sqlite:x.db")));
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_tdg.Folder, "x.db")};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "select count(*) from customers";
        Assert.Equal(300L, Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture));
    }

    [Theory]
    [OnServer(Server.PostgreSql, "postgres")]
    [OnServer(Server.MariaDb, "mysql")]
    public void A_server_is_filled_once_more(Server server, string kind)
    {
        DatabaseServer running = server == Server.PostgreSql ? postgres : mariaDb;
        string database = running.NewDatabase();
        string to = $"{kind}:{running.ConnectionString(database)}";
        for (int i = 0; i < 2; i++)
            Assert.Equal((0, ""), Outcome(_tdg.Run("generate", "shop.tdg", "--to", to, "--append")));
        Assert.Equal(["200"], running.Rows(database, "SELECT count(*) FROM customers"));
        Tdg.Result told = _tdg.Run("generate", "shop.tdg", "--to", to, "--append", "--table", "orders", "--what-if");
        Assert.Matches("^orders: [0-9]+ rows behind [0-9]+ to ", told.Output);
    }

    [Theory]
    [InlineData("--append adds to what is there and --truncate deletes it", "--to", "postgres:Host=db", "--truncate")]
    [InlineData("--append adds to what is there and --force replaces it", "--force")]
    [InlineData("--append adds to a database", "--to", "csv:out")]
    public void What_cant_be_is_said(string message, params string[] arguments)
    {
        Tdg.Result result = _tdg.Run(["generate", "shop.tdg", "--append", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Error) Outcome(Tdg.Result result) => (result.ExitCode, result.Error);
}
