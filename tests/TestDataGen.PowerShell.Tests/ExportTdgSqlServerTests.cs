using System.Management.Automation;
using Npgsql;
using TestDataGen.Servers;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary><c>Export-TdgSql</c> into databases on servers.</summary>
public sealed class ExportTdgSqlServerTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>, IDisposable
{
    private const string Secret = "s3cr3t";
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
            }

            return _engine;
        }
    }

    public void Dispose() => _engine?.Dispose();

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void By_a_connection_string(Server server)
    {
        (DatabaseServer running, string database) = NewDatabase(server);
        string provider = server == Server.PostgreSql ? "postgres" : "mysql";
        IReadOnlyList<PSObject> summary = Shell.Run("$s | Export-TdgSql -ConnectionString $args[0] -Provider $args[1] -Count 500", running.ConnectionString(database), provider);
        Assert.Equal($"{provider}:127.0.0.1:{running.Port}/{database}.customers", summary[0].Properties["Destination"].Value);
        Assert.Equal(["500"], running.Rows(database, "SELECT count(*) FROM customers"));
        Assert.Empty(Shell.Run("Test-TdgSchema shop.tdg -Against -ConnectionString $args[0] -Provider $args[1]", running.ConnectionString(database), provider));
        // And the same rows by the pipeline, over those that are there.
        string[] orders = running.Rows(database, "SELECT * FROM orders ORDER BY id");
        Shell.Run("$s | New-TdgData -Count 500 | Export-TdgSql -ConnectionString $args[0] -Provider $args[1] -OnConflict Update", running.ConnectionString(database), provider);
        Assert.Equal(orders, running.Rows(database, "SELECT * FROM orders ORDER BY id"));
    }

    [Theory]
    [OnServer(Server.PostgreSql)]
    [OnServer(Server.MariaDb)]
    public void Tables_may_be_loaded_at_the_same_time(Server server)
    {
        (DatabaseServer running, string database) = NewDatabase(server);
        string provider = server == Server.PostgreSql ? "postgres" : "mysql";
        const string export = "$s | Export-TdgSql -ConnectionString $args[0] -Provider $args[1] -Count 500 -Parallel 2";
        Outcome refused = Shell.Try(export, running.ConnectionString(database), provider);
        Assert.Contains("-Transaction Table, Batch or None", Assert.Single(refused.Errors).ToString() + refused.Errors[0].ErrorDetails?.RecommendedAction, StringComparison.Ordinal);
        IReadOnlyList<PSObject> summary = Shell.Run(export + " -Transaction Table", running.ConnectionString(database), provider);
        Assert.Equal(["customers", "products", "orders", "order_items"], summary.Select(o => o.Properties["Table"].Value));
        Assert.Equal(["500"], running.Rows(database, "SELECT count(*) FROM customers"));
    }

    [ServerFact(Server.PostgreSql)]
    public void Tables_that_are_loaded_at_the_same_time_have_a_line_of_progress_each()
    {
        (DatabaseServer running, string database) = NewDatabase(Server.PostgreSql);
        Outcome outcome = Shell.Try(
            "Import-TdgSchema -Text 'schema S { table a { n: integer } table b { n: integer } }' | Export-TdgSql -ConnectionString $args[0] -Provider postgres -Count 1e6 -Parallel 2 -Transaction Table",
            running.ConnectionString(database));
        Assert.Empty(outcome.Errors);
        foreach (IGrouping<int, ProgressRecord> line in outcome.Progress.GroupBy(p => p.ActivityId))
        {
            Assert.Equal(ProgressRecordType.Completed, line.Last().RecordType);
            // No table comes back to a line that another has had since.
            string[] tables = [.. line.Where(p => p.StatusDescription.EndsWith(" rows", StringComparison.Ordinal)).Select(p => p.StatusDescription.Split(':')[0])];
            Assert.Equal(tables.Distinct().Count(), tables.Where((t, i) => i == 0 || tables[i - 1] != t).Count());
        }
    }

    [Theory]
    [OnServer(Server.PostgreSql, "postgres")]
    [OnServer(Server.MariaDb, "root")]
    public void By_the_parts_of_an_address_and_a_credential(Server server, string user)
    {
        (DatabaseServer running, string database) = NewDatabase(server);
        string provider = server == Server.PostgreSql ? "postgres" : "mysql";
        Shell.Run(
            "$none = [securestring]::new(); $s | Export-TdgSql -Server 127.0.0.1 -Port $args[0] -Database $args[1] -Provider $args[2] -Credential ([pscredential]::new($args[3], $none)) -Count 10",
            running.Port,
            database,
            provider,
            user);
        Assert.Equal(["10"], running.Rows(database, "SELECT count(*) FROM customers"));
    }

    [ServerFact(Server.PostgreSql)]
    public void By_an_open_connection_of_another_modules_driver()
    {
        (DatabaseServer running, string database) = NewDatabase(Server.PostgreSql);
        using var connection = new NpgsqlConnection(running.ConnectionString(database));
        connection.Open();
        Shell.Run("$s | Export-TdgSql -Connection $args[0] -Count 100", connection);
        Assert.Equal(System.Data.ConnectionState.Open, connection.State);
        Assert.Equal(["100"], running.Rows(database, "SELECT count(*) FROM customers"));
        // From the pipeline, as a property.
        Shell.Run("$s.psobject.Properties.Add([psnoteproperty]::new('Connection', $args[0])); $s | Export-TdgSql -Truncate -Force -Count 50", connection);
        Assert.Equal(["50"], running.Rows(database, "SELECT count(*) FROM customers"));
    }

    [ServerFact(Server.PostgreSql)]
    public void WhatIf_tells_the_statements_and_does_nothing()
    {
        (DatabaseServer running, string database) = NewDatabase(Server.PostgreSql);
        string text = running.ConnectionString(database);
        Shell.Run("$s | Export-TdgSql -ConnectionString $args[0] -Count 500 -Truncate -WhatIf", text);
        Assert.Contains($"on target \"postgres:127.0.0.1:{running.Port}/{database}\"", _host.Text, StringComparison.Ordinal);
        Assert.Contains("customers: 500 rows", _host.Text, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE \"customers\"", _host.Text, StringComparison.Ordinal);
        Assert.Contains("COPY \"orders\"", _host.Text, StringComparison.Ordinal);
        Assert.Contains("ADD CONSTRAINT", _host.Text, StringComparison.Ordinal);
        Assert.Equal(["0"], running.Rows(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [ServerFact(Server.PostgreSql)]
    public void Rows_are_not_deleted_unless_somebody_confirms()
    {
        (DatabaseServer running, string database) = NewDatabase(Server.PostgreSql);
        string text = running.ConnectionString(database);
        Shell.Run("$s | Export-TdgSql -ConnectionString $args[0] -Count 10", text);
        using var nobody = new Engine();
        nobody.Run("$s = Import-TdgSchema $args[0]", nobody.Schema("shop.tdg"));
        ErrorRecord error = Assert.Single(nobody.Try("$s | Export-TdgSql -ConnectionString $args[0] -Count 20 -Truncate", text).Errors);
        Assert.StartsWith("NotConfirmed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["10"], running.Rows(database, "SELECT count(*) FROM customers"));
        nobody.Run("$s | Export-TdgSql -ConnectionString $args[0] -Count 20 -Truncate -Confirm:$false", text);
        Assert.Equal(["20"], running.Rows(database, "SELECT count(*) FROM customers"));
    }

    [ServerFact(Server.MariaDb)]
    public void A_password_is_nowhere_to_be_read()
    {
        (DatabaseServer running, string database) = NewDatabase(Server.MariaDb);
        running.Rows(database, $"CREATE USER IF NOT EXISTS ann IDENTIFIED BY '{Secret}'");
        running.Rows(database, $"GRANT ALL ON {database}.* TO ann");
        string text = running.ConnectionString(database).Replace("User ID=root", $"User ID=ann;Password={Secret}", StringComparison.Ordinal);
        const string line = "$s | Export-TdgSql -ConnectionString $args[0] -Provider mysql -Count 3000 -Verbose";
        Outcome fine = Shell.Try(line, text);
        Assert.Empty(fine.Errors);
        Outcome again = Shell.Try(line, text);
        Outcome wrong = Shell.Try(line, text.Replace(Secret, Secret + "x", StringComparison.Ordinal));
        Outcome unread = Shell.Try(line, text + ";" + Secret);
        Outcome unknown = Shell.Try("$s | Export-TdgSql -ConnectionString $args[0] -Count 1", $"Server=db;User ID=u;Password={Secret}");
        Assert.StartsWith("DatabaseRefused,", Assert.Single(again.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        foreach (Outcome outcome in (Outcome[])[fine, again, wrong, unread, unknown])
        {
            Assert.Equal(outcome == fine, outcome.Errors.Count == 0);
            Assert.All(outcome.Errors, e => AssertNoSecret(e.Exception.ToString(), e.ToString(), e.TargetObject?.ToString(), e.ErrorDetails?.RecommendedAction, e.CategoryInfo.ToString()));
            Assert.All(outcome.Output, o => AssertNoSecret([.. o.Properties.Select(p => p.Value?.ToString())]));
            Assert.All(outcome.Warnings, w => AssertNoSecret(w));
            Assert.All(outcome.Progress, p => AssertNoSecret(p.Activity, p.StatusDescription, p.CurrentOperation));
        }

        AssertNoSecret(_host.Text);
    }

    [Fact]
    public void The_driver_of_SQL_Server_runs_on_this_platform()
    {
        ErrorRecord error = Assert.Single(Shell.Try("$s | Export-TdgSql -ConnectionString $args[0]", $"Server=127.0.0.1,1;Initial Catalog=x;User ID=u;Password={Secret};Encrypt=false;Connect Timeout=3").Errors);
        Assert.Contains("SQL Server can't be connected to (sqlserver:127.0.0.1,1/x)", error.Exception.Message, StringComparison.Ordinal);
        AssertNoSecret(error.Exception.ToString());
    }

    [Fact]
    public void An_unknown_provider_is_an_error_that_names_those_there_are() =>
        Assert.Contains("sqlite, postgres, mysql, sqlserver", Assert.Single(Shell.Try("$s | Export-TdgSql -Server db -Provider oracle").Errors).ErrorDetails.RecommendedAction, StringComparison.Ordinal);

    private (DatabaseServer Server, string Database) NewDatabase(Server server)
    {
        DatabaseServer running = server == Server.PostgreSql ? postgres : mariaDb;
        return (running, running.NewDatabase());
    }

    private static void AssertNoSecret(params string?[] texts) => Assert.All(texts, t => Assert.DoesNotContain(Secret, t ?? "", StringComparison.Ordinal));
}
