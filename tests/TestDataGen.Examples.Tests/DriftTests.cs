using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Servers;

namespace TestDataGen.Examples.Tests;

/// <summary>A database that was just created from an example is as the example says.</summary>
public sealed class DriftTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>
{
    public static TheoryData<string> Examples => Example.All;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_in_SQLite_shows_no_drift(string name)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("tdg-").FullName, "drift.db");
        try
        {
            AssertNoDrift(name, DatabaseTarget.FromConnectionString($"Data Source={path};Pooling=false", "sqlite"));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [ServerTheory(Server.PostgreSql)]
    [MemberData(nameof(Examples))]
    public void Example_in_PostgreSQL_shows_no_drift(string name) =>
        AssertNoDrift(name, DatabaseTarget.FromConnectionString(postgres.ConnectionString(postgres.NewDatabase()), "postgres"));

    [ServerTheory(Server.MariaDb)]
    [MemberData(nameof(Examples))]
    public void Example_in_MariaDB_shows_no_drift(string name) =>
        AssertNoDrift(name, DatabaseTarget.FromConnectionString(mariaDb.ConnectionString(mariaDb.NewDatabase()), "mysql"));

    private static void AssertNoDrift(string name, DatabaseTarget target)
    {
        // It is about the tables: few rows do.
        Plan plan = Plan.Create(Example.Schema(name), new PlanOptions { Count = 50 });
        using (var sink = new DatabaseSink(target))
            Exporter.Run(plan, sink, 2);
        Assert.Empty(new SchemaDrift(target).Compare(plan.Schema.Tables).Select(d => d.Message));
    }
}
