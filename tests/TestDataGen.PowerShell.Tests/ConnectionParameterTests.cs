using System.Management.Automation;
using Npgsql;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>How a database is named, the same in every cmdlet that connects to one.</summary>
public sealed class ConnectionParameterTests : IDisposable
{
    private readonly Engine _engine = new();

    public ConnectionParameterTests() => _engine.Run("$s = Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key } }'; $s | Export-TdgSql s.db -Count 3; $s | Export-TdgSchema s.tdg");

    public static TheoryData<string> Cmdlets => ["Import-TdgSchema", "$s | Export-TdgSql", "$s | Test-TdgData", "Test-TdgSchema s.tdg -Against"];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_database_is_named_by_each_of_the_parameter_sets(string cmdlet)
    {
        const string needed = " -ErrorAction Stop -WarningAction Ignore";
        string more = cmdlet.Contains("Export", StringComparison.Ordinal) ? " -OnConflict Ignore" + needed : needed;
        _engine.Run($"{cmdlet} -ConnectionString \"Data Source=$PWD/s.db\" {more}");
        _engine.Run($"{cmdlet} -Server \"$PWD/s.db\" -Provider sqlite {more}");
        // Nobody listens there, so it is the name that is looked at.
        using var connection = new NpgsqlConnection("Host=127.0.0.1;Port=1;Database=x;Username=u");
        Assert.Contains("(postgres:tcp://127.0.0.1:1/x)", Assert.Single(_engine.Try($"{cmdlet} -Connection $args[0] {more}", connection).Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains("(mysql:tcp://127.0.0.1:1/x)", Assert.Single(_engine.Try($"{cmdlet} -Provider mysql {more} -Connection $args[0]", connection).Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Ways_to_name_a_database_are_not_mixed(string cmdlet)
    {
        foreach (string mixed in (string[])["-ConnectionString a -Server b", "x.db -ConnectionString a", "-SqlInstance b -Provider mysql", "-ConnectionString a -Credential ([pscredential]::Empty)"])
        {
            ErrorRecord error = Assert.Single(_engine.Try($"{cmdlet} {mixed}").Errors);
            Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
            Assert.Contains(error.FullyQualifiedErrorId.Split(',')[0], (string[])["AmbiguousParameterSet", "ParameterNotInParameterSet", "PositionalParameterNotFound"]);
        }
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Connection = $args[0] } | Import-TdgSchema")]
    [InlineData("$s.psobject.Properties.Add([psnoteproperty]::new('Connection', $args[0])); $s | Test-TdgData")]
    [InlineData("$s.psobject.Properties.Add([psnoteproperty]::new('Connection', $args[0])); $s | Export-TdgSql")]
    public void A_connection_comes_from_the_pipeline_as_a_property(string line)
    {
        using var connection = new NpgsqlConnection("Host=127.0.0.1;Port=1;Database=x;Username=u");
        Assert.Contains("(postgres:tcp://127.0.0.1:1/x)", Assert.Single(_engine.Try(line, connection).Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Export-TdgSql rows.db")]
    [InlineData("Export-TdgSql")]
    public void A_column_named_connection_is_no_connection(string export) =>
        Assert.Equal(2, _engine.Run("[pscustomobject]@{ id = 1; connection = 'a' }, [pscustomobject]@{ id = 2; connection = 'b' } | " + export + "; Import-TdgSchema -ConnectionString \"Data Source=$PWD/rows.db\" | ForEach-Object { $_.Tables[0].Fields.Count }")[^1].BaseObject);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Completion_offers_the_parameters_and_the_providers(string cmdlet)
    {
        Assert.Equal(["-ConnectionString", "-Connection"], _engine.Complete($"{cmdlet} -Conn").OrderByDescending(c => c.Length));
        Assert.Equal(["-Database"], _engine.Complete($"{cmdlet} -Server db1 -Databas"));
        Assert.Contains("-SqlInstance", _engine.Complete($"{cmdlet} -SqlI"));
        Assert.Equal(["sqlite", "sqlserver"], _engine.Complete($"{cmdlet} -Server db1 -Provider sql").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("-Port", _engine.Complete($"{cmdlet} -ConnectionString x -Por"));
    }

    [Theory]
    [InlineData("Import-TdgSchema")]
    [InlineData("Export-TdgSql")]
    [InlineData("Test-TdgData")]
    [InlineData("Test-TdgSchema")]
    [InlineData("Set-TdgConnection")]
    public void The_engine_knows_the_parameters_before_anything_is_given(string cmdlet)
    {
        var command = _engine.One<CommandInfo>("Get-Command $args[0]", cmdlet);
        Assert.All((string[])["ConnectionString", "Server", "SqlInstance", "Database", "Port", "Credential", "Connection", "Provider"], p => Assert.Contains(p, command.Parameters.Keys));
        Assert.Equal(["ServerInstance"], command.Parameters["SqlInstance"].Aliases);
        Assert.Equal(["Connection", "Server", "SqlInstance"], command.Parameters["Credential"].ParameterSets.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Connection", "ConnectionString", "Server"], command.Parameters["Provider"].ParameterSets.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Import-TdgSchema -WithLookupRows -ConnectionString 'Data Source=s.db'")]
    [InlineData("Import-TdgSchema -ConnectionString 'Data Source=s.db' -SchemaName X -WithLookupRows")]
    [InlineData("Export-TdgSql -InputObject $s -CreateTable Never -OnConflict Ignore -ConnectionString 'Data Source=s.db'")]
    [InlineData("Export-TdgSql -InputObject $s -ConnectionString 'Data Source=s.db' -Transaction Batch -BatchSize 10 -OnConflict Update")]
    [InlineData("Export-TdgSql -InputObject $s -CreateTable Never -Path s.sql -Count 1")]
    [InlineData("$s | Export-TdgSql -Truncate -Force -Server s.db -Provider sqlite")]
    [InlineData("Test-TdgData -Schema $s -RowCount -Count 3 -ConnectionString 'Data Source=s.db'")]
    [InlineData("Test-TdgSchema -Quiet -Against s.tdg -ConnectionString 'Data Source=s.db'")]
    [InlineData("Test-TdgSchema -ConnectionString 'Data Source=s.db' -Quiet -Path s.tdg -Against")]
    public void What_only_a_database_has_is_given_in_any_order(string line) => Assert.NotEmpty(_engine.Run(line));

    [Theory]
    [InlineData("Export-TdgSql other.db -Count 3")]
    [InlineData("Test-TdgData s.db")]
    public void A_cmdlet_that_is_bound_in_the_middle_of_a_pipeline_takes_nothing_from_the_others(string cmdlet) =>
        Assert.NotEmpty(_engine.Run($"$s | ForEach-Object {{ Set-TdgConnection bound -ConnectionString 'Data Source=x.db' -WhatIf; $_ }} | {cmdlet}"));
}
