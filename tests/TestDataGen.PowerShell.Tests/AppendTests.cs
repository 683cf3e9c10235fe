using System.Management.Automation;
using TestDataGen.Servers;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>Rows that join those of a database, by the cmdlets.</summary>
public sealed class AppendTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>, IDisposable
{
    private const string Orders = """
        schema Shop {
          table customers { id: bigint primary_key  code: string(4) unique pattern("??##")  tier: string(5) one_of("gold", "basic") }
          table orders    { id: bigint primary_key  customer_id: bigint references(customers.id) from database as customer  tier: string(5) = customer.tier }
        }
        """;

    private readonly CapturingHost _host = new();
    private Engine? _engine;

    private Engine Shell
    {
        get
        {
            if (_engine is null)
            {
                _engine = new Engine(host: _host);
                _engine.Run("$s = Import-TdgSchema $args[0]", _engine.Schema("shop.tdg"));
                _engine.Run("$o = Import-TdgSchema -Text $args[0]", Orders);
            }

            return _engine;
        }
    }

    public void Dispose() => _engine?.Dispose();

    [Theory]
    [InlineData("$s | Export-TdgSql a.db; $s | Export-TdgSql a.db -Append")]
    [InlineData("$s | Export-TdgSql a.db -Append; $s | Export-TdgSql -ConnectionString 'Data Source=a.db' -Provider sqlite -Append")]
    [InlineData("$s | Export-TdgSql a.db; $s | New-TdgData -SqlitePath a.db | Export-TdgSql a.db -Append")]
    [InlineData("$s | Export-TdgSql a.db; $s | New-TdgData -ConnectionString 'Data Source=a.db' -Provider sqlite | ForEach-Object { $_ } | Export-TdgSql a.db -Append")]
    public void A_file_is_filled_once_more(string script)
    {
        Shell.Run(script);
        Assert.Equal(["200|1|200"], Sqlite.Query(Shell.PathOf("a.db"), "select count(*), min(id), max(id) from customers"));
        Assert.True(Shell.One<bool>("$s | Test-TdgData a.db -Quiet"));
    }

    [Theory]
    [OnServer(Server.PostgreSql, "postgres")]
    [OnServer(Server.MariaDb, "mysql")]
    public void A_server_is_filled_once_more_and_the_plan_is_shown(Server server, string provider)
    {
        DatabaseServer running = server == Server.PostgreSql ? postgres : mariaDb;
        string database = running.NewDatabase();
        Shell.Run("$a = @{ ConnectionString = $args[0]; Provider = $args[1] }; $s | Export-TdgSql @a", running.ConnectionString(database), provider);
        Shell.Run("$s | Export-TdgSql @a -Append");
        Shell.Run("$s | New-TdgData @a | Where-Object { $true } | Export-TdgSql @a");
        Assert.Equal(["300"], running.Rows(database, "SELECT count(*) FROM customers"));
        Assert.True(Shell.One<bool>("$s | Test-TdgData @a -Quiet"));
        Assert.Equal(300L, Shell.One<long>("($s | Get-TdgPlan @a)[0].ExistingRows"));
        Assert.Contains(
            "sequence from 301",
            Shell.One<string>("($s | Get-TdgPlan @a -Table customers).Columns[0].Source"),
            StringComparison.Ordinal);
        Shell.Run("$s | Export-TdgSql @a -Append -WhatIf");
        Assert.Contains("customers: 100 rows behind 300", _host.Text, StringComparison.Ordinal);
        Assert.Equal(["300"], running.Rows(database, "SELECT count(*) FROM customers"));
    }

    [Fact]
    public void Orders_may_be_made_for_the_customers_that_are_there()
    {
        Shell.Run("$o | New-TdgData -SqlitePath (($o | Export-TdgSql a.db -Count 0).Destination[0]) -Table customers -Count 5 | Export-TdgSql a.db -Append");
        Shell.Run("$o | Export-TdgSql a.db -Append -Table orders -Count 40");
        Shell.Run("$s | Out-Null; $o | New-TdgData -SqlitePath a.db -Table orders -Count 10 | Where-Object tier -NE 'none' | Export-TdgSql a.db -Append");
        Assert.Equal(["5|50"], Sqlite.Query(Shell.PathOf("a.db"), "select (select count(*) from customers), count(*) from orders o join customers c on c.id = o.customer_id and c.tier = o.tier"));
    }

    [Theory]
    [InlineData("$o | New-TdgData", "this run has none.")]
    [InlineData("$o | Export-TdgSql a.db", "this run has none.")]
    [InlineData("$o | New-TdgData -SqlitePath none.db", "none.db")]
    [InlineData("$s | Export-TdgSql a.db; $s | New-TdgData -SqlitePath a.db -Partition '1/2'", "can't be divided")]
    [InlineData("$s | Export-TdgSql -ConnectionString 'Data Source=a.db' -Provider sqlite -Append -Truncate", "-Truncate deletes the rows that are there and -Append adds to them: both at once can't be.")]
    [InlineData("$s | Export-TdgSql -ConnectionString 'Data Source=a.db' -Provider sqlite -Append -Force", "-Force replaces")]
    public void What_cant_be_is_said(string script, string message)
    {
        ErrorRecord error = Assert.Single(Shell.Try(script).Errors);
        Assert.Contains(message, error.Exception.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(error.ErrorDetails?.RecommendedAction ?? error.Exception.Message));
    }

    [Fact]
    public void Parts_of_one_run_are_put_together_as_they_are()
    {
        Shell.Run("$s | Export-TdgSql whole.db; $s | Export-TdgSql a.db -Partition '1/2'; $s | Export-TdgSql a.db -Partition '2/2' -Append");
        Assert.Equal(Sqlite.Query(Shell.PathOf("whole.db"), "select * from orders"), Sqlite.Query(Shell.PathOf("a.db"), "select * from orders"));
    }
}
