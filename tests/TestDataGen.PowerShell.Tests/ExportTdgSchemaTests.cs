using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>From databases and scripts to files, as a user drives it.</summary>
public sealed class ExportTdgSchemaTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void A_database_becomes_a_file_that_fills_it_again()
    {
        _engine.Write("shop.tdg", """schema Shop { table kinds { id: integer primary_key name: string(9) rows { (1, "a") (2, "b") } } table items { id: bigint primary_key kind_id: integer references(kinds.id) price: decimal(9, 2) min(1) } }""");
        _engine.Run("Import-TdgSchema shop.tdg | Export-TdgSql -SqlitePath shop.db");
        PSObject file = Assert.Single(_engine.Run("Import-TdgSchema -ConnectionString \"Data Source=$PWD/shop.db\" -Provider sqlite -SchemaName Again -WithLookupRows | Export-TdgSchema again.tdg -PassThru"));
        Assert.Equal("again.tdg", file.Properties["Name"].Value);
        string text = File.ReadAllText(_engine.PathOf("again.tdg"));
        Assert.Contains("schema Again {", text, StringComparison.Ordinal);
        Assert.Contains("references(kinds.id)", text, StringComparison.Ordinal);
        Assert.Contains("""(1, "a")""", text, StringComparison.Ordinal);
        _engine.Run("Import-TdgSchema again.tdg | Export-TdgSql -SqlitePath again.db");
        Assert.Equal(["2|0"], Sqlite.Query(_engine.PathOf("again.db"), "SELECT (SELECT count(*) FROM kinds), (SELECT count(*) FROM items WHERE price < 1)"));
    }

    [Fact]
    public void What_is_not_kept_is_a_warning()
    {
        _engine.Write("odd.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT CHECK (soundex(a) = 'x'))");
        Outcome outcome = _engine.Try("Import-TdgSchema odd.sql -Dialect sqlite");
        Assert.Single(outcome.Output);
        Assert.Contains("soundex", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Import-TdgSchema odd.sql", "UnknownDialect")]
    [InlineData("Import-TdgSchema odd.sql -Dialect oracle", "UnknownDialect")]
    [InlineData("Import-TdgSchema odd.sql -Dialect sqlserver", "ExportFailed")]
    [InlineData("Import-TdgSchema -ConnectionString 'Data Source=none/none.db' -Provider sqlite", "ExportFailed")]
    [InlineData("Import-TdgSchema -Text 'schema S { table t { id: bigint } }' | Export-TdgSchema odd.sql", "DestinationExists")]
    public void What_can_t_be_done_is_said(string script, string id)
    {
        _engine.Write("odd.sql", "CREATE TABLE t (id serial PRIMARY KEY) INHERITS (x);");
        Assert.StartsWith(id, Assert.Single(_engine.Try(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
