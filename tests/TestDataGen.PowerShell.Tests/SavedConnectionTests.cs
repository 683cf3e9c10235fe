using System.Management.Automation;
using Npgsql;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary><c>Set-</c>, <c>Get-</c> and <c>Remove-TdgConnection</c>, and their names behind <c>-Connection</c>.</summary>
public sealed class SavedConnectionTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose()
    {
        _engine.Run("Remove-TdgConnection test_*");
        _engine.Dispose();
    }

    [Fact]
    public void A_name_stands_where_a_connection_may()
    {
        _engine.Schema("shop.tdg");
        _engine.Run("Set-TdgConnection test_shop -ConnectionString 'Data Source=made.db'; $s = Import-TdgSchema shop.tdg; $s | Export-TdgSql -Connection test_shop -Count 10");
        Assert.Contains("made.db", _engine.Files());
        Assert.True(_engine.One<bool>("$s | Test-TdgData -Connection TEST_SHOP -Quiet"));
        Assert.Equal(4, _engine.One<int>("(Import-TdgSchema -Connection test_shop -WarningAction Ignore).Tables.Count"));
        // From elsewhere it is the same file.
        _engine.Run("$null = $ExecutionContext.SessionState.Path.SetLocation('/'); $null = Import-TdgSchema -Connection test_shop -WarningAction Ignore");
    }

    [Fact]
    public void What_is_saved_has_no_password()
    {
        Outcome outcome = _engine.Try("Set-TdgConnection test_live -ConnectionString 'Host=db1;Database=shop;Username=ann;Password=s3cr3t' -PasswordVariable TDG_TEST_LIVE");
        Assert.Equal("The password of test_live is not saved. It will be taken from the environment variable TDG_TEST_LIVE.", Assert.Single(outcome.Warnings));
        PSObject saved = Assert.Single(_engine.Run("Get-TdgConnection test_live"));
        Assert.Equal(
            ["test_live", "postgres", "postgres:db1:5432/shop", "Host=db1;Database=shop;Username=ann", "TDG_TEST_LIVE"],
            saved.Properties.Select(p => (string?)p.Value));
        ErrorRecord error = Assert.Single(_engine.Try("Import-TdgSchema -Connection test_live").Errors);
        Assert.Contains("TDG_TEST_LIVE, which is not set", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_comes_with_the_name()
    {
        _engine.Run("Set-TdgConnection test_dead -Server 127.0.0.1 -Port 1 -Provider postgres -Database shop");
        const string credential = "-Credential ([pscredential]::new('bob', ([securestring]::new())))";
        Assert.Contains("(postgres:127.0.0.1:1/shop)", Assert.Single(_engine.Try($"Import-TdgSchema -Connection test_dead {credential}").Errors).ToString(), StringComparison.Ordinal);
        using var open = new NpgsqlConnection("Host=127.0.0.1;Port=1");
        Assert.Contains("-Credential says nothing", Assert.Single(_engine.Try($"Import-TdgSchema -Connection $args[0] {credential}", open).Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains("is one for postgres", Assert.Single(_engine.Try("Import-TdgSchema -Connection test_dead -Provider mysql").Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_is_open_can_be_saved()
    {
        using var open = new NpgsqlConnection("Host=127.0.0.1;Port=1;Username=ann;Password=s3cr3t");
        _engine.Run("Set-TdgConnection test_open -Connection $args[0] -WarningAction Ignore; Set-TdgConnection test_twice -Connection test_open", open);
        Assert.Equal("Host=127.0.0.1;Port=1;Username=ann", _engine.One<string>("(Get-TdgConnection test_twice).ConnectionString"));
    }

    [Fact]
    public void A_wrong_name_is_told_with_the_right_one()
    {
        _engine.Run("Set-TdgConnection test_shop -ConnectionString 'Data Source=x.db'");
        Assert.Contains("Did you mean `test_shop`?", Assert.Single(_engine.Try("Import-TdgSchema -Connection test_shpo").Errors).ToString(), StringComparison.Ordinal);
        ErrorRecord error = Assert.Single(_engine.Try("Get-TdgConnection test_shpo").Errors);
        Assert.StartsWith("UnknownConnection,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Did you mean `test_shop`?", error.ErrorDetails.RecommendedAction);
        Assert.StartsWith("UnknownConnection,", Assert.Single(_engine.Try("Remove-TdgConnection test_shpo").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_saves_and_forgets_nothing()
    {
        _engine.Run("Set-TdgConnection test_a -ConnectionString 'Data Source=x.db' -WhatIf");
        Assert.Empty(_engine.Run("Get-TdgConnection test_*"));
        _engine.Run("Set-TdgConnection test_a -ConnectionString 'Data Source=x.db'; Remove-TdgConnection test_a -WhatIf");
        Assert.Single(_engine.Run("Get-TdgConnection test_*"));
        _engine.Run("Get-TdgConnection test_a | Remove-TdgConnection");
        Assert.Empty(_engine.Run("Get-TdgConnection test_*"));
    }

    [Theory]
    [InlineData("Get-TdgConnection test_")]
    [InlineData("Remove-TdgConnection test_")]
    [InlineData("Set-TdgConnection test_")]
    [InlineData("Import-TdgSchema -Connection test_")]
    [InlineData("$s | Export-TdgSql -Connection test_")]
    public void Completion_offers_the_names(string line)
    {
        _engine.Run("Set-TdgConnection test_a -ConnectionString 'Data Source=x.db'; Set-TdgConnection test_b -ConnectionString 'Data Source=x.db'");
        Assert.Equal(["test_a", "test_b"], _engine.Complete(line));
    }

    [Fact]
    public void A_file_that_is_only_read_must_be_there()
    {
        _engine.Run("$s = Import-TdgSchema -Text 'schema S { table t { id: bigint } }'");
        foreach (string line in (string[])["Import-TdgSchema -ConnectionString 'Data Source=none.db'", "$s | Test-TdgData -ConnectionString 'Data Source=none.db'", "$s | Test-TdgData none.db", "Import-TdgSchema -Server none.db -Provider sqlite"])
            Assert.Contains($"There is no database {_engine.PathOf("none.db")}", Assert.Single(_engine.Try(line).Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(_engine.Files());
        // Found from PowerShell's location, not the process's folder.
        _engine.Run("$s | Export-TdgSql -ConnectionString 'Data Source=made.db' -Count 1; $null = Import-TdgSchema -ConnectionString 'Data Source=made.db'; $null = Import-TdgSchema -Server made.db -Provider sqlite");
        Assert.Equal(["made.db"], _engine.Files());
    }
}
