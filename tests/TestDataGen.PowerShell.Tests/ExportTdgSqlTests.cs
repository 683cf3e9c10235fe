using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

public sealed class ExportTdgSqlTests : IDisposable
{
    private readonly Engine _engine = new();

    public ExportTdgSqlTests() => _engine.Run("$s = Import-TdgSchema $args[0]", _engine.Schema("shop.tdg"));

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("$s | New-TdgData -Count 500 | Export-TdgSql")]
    [InlineData("$s | Export-TdgSql -Count 500")]
    public void Without_a_destination_a_database_named_after_the_schema_is_made(string script)
    {
        _engine.Run(script);
        string database = _engine.PathOf("Shop.db");
        Assert.Equal(["500"], Sqlite.Query(database, "select count(*) from customers"));
        Assert.Empty(Sqlite.Query(database, "pragma foreign_key_check"));
        Assert.Equal(["customers|id"], Sqlite.Query(database, "select \"table\", \"to\" from pragma_foreign_key_list('orders')"));
        Assert.Equal(["Shop.db", "shop.tdg"], _engine.Files());
    }

    [Fact]
    public void Both_ways_fill_the_same_database()
    {
        _engine.Run("$s | New-TdgData | Export-TdgSql rows.db; $s | Export-TdgSql direct.db");
        foreach (string table in (string[])["customers", "products", "orders", "order_items"])
            Assert.Equal(Sqlite.Query(_engine.PathOf("direct.db"), $"select * from {table}"), Sqlite.Query(_engine.PathOf("rows.db"), $"select * from {table}"));
    }

    [Fact]
    public void Append_adds_to_what_is_there()
    {
        _engine.Run("$log = Import-TdgSchema -Text 'schema Log { table e { n: integer between(1, 5) } }'");
        _engine.Run("$log | Export-TdgSql log.db -Count 10; $log | Export-TdgSql log.db -Count 10 -Append; $log | New-TdgData -Count 10 | Export-TdgSql log.db -Append");
        Assert.Equal(["30"], Sqlite.Query(_engine.PathOf("log.db"), "select count(*) from e"));
    }

    [Fact]
    public void Append_that_fails_leaves_the_database_as_it_was()
    {
        _engine.Run("$s | Export-TdgSql a.db");
        // The same keys again, by rows that know nothing of the database.
        Outcome outcome = _engine.Try("$s | New-TdgData | Export-TdgSql a.db -Append");
        Assert.NotEmpty(outcome.Errors);
        Assert.Equal(["100"], Sqlite.Query(_engine.PathOf("a.db"), "select count(*) from customers"));
        Assert.Equal(["a.db", "shop.tdg"], _engine.Files());
    }

    [Fact]
    public void Force_and_append_contradict_each_other() =>
        Assert.StartsWith("ForceAndAppend,", Assert.Single(_engine.Try("$s | Export-TdgSql -Force -Append").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void Unknown_dialect_is_an_error_that_names_those_there_are()
    {
        ErrorRecord error = Assert.Single(_engine.Try("$s | Export-TdgSql -Path a.sql -Dialect oracle").Errors);
        Assert.StartsWith("UnknownDialect,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("sqlite, postgres, mysql, sqlserver", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_schemas_make_several_databases()
    {
        _engine.Run("Import-TdgSchema -Text 'schema A { table t { id: bigint } } schema B { table t { id: bigint } }' | Export-TdgSql -Count 1");
        Assert.Equal(["A.db", "B.db", "shop.tdg"], _engine.Files());
    }
}
