using System.Data.Common;
using MySqlConnector;
using Npgsql;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Servers;

namespace TestDataGen.Examples.Tests;

/// <summary>The examples in databases on servers, which then hold what the plan says, every key in force.</summary>
public sealed class LoadTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>
{
    public static TheoryData<string> Examples => Example.All;

    [ServerTheory(Server.PostgreSql)]
    [MemberData(nameof(Examples))]
    public void Example_is_loaded_into_PostgreSQL(string name)
    {
        string text = postgres.ConnectionString(postgres.NewDatabase());
        using var connection = new NpgsqlConnection(text);
        AssertLoads(name, "postgres", text, connection, "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated");
    }

    [ServerTheory(Server.MariaDb)]
    [MemberData(nameof(Examples))]
    public void Example_is_loaded_into_MariaDB(string name)
    {
        string text = mariaDb.ConnectionString(mariaDb.NewDatabase());
        using var connection = new MySqlConnection(text);
        AssertLoads(name, "mysql", text, connection, "SELECT count(*) FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()");
    }

    private static void AssertLoads(string name, string provider, string text, DbConnection connection, string countForeignKeys)
    {
        Plan plan = Plan.Create(Example.Schema(name), new PlanOptions());
        using (var sink = new DatabaseSink(DatabaseTarget.FromConnectionString(text, provider)))
        {
            IReadOnlyList<ExportResult> results = Exporter.Run(plan, sink, 2);
            Assert.Equal(plan.Tables.Select(t => (t.Table.Name, t.TotalRows)), results.Select(r => (r.Table, r.Rows)));
            Assert.Empty(sink.Warnings);
        }

        connection.Open();
        ColumnCounts.Assert(plan, connection, provider);
        using DbCommand command = connection.CreateCommand();
        command.CommandText = countForeignKeys;
        Assert.Equal(plan.Tables.Sum(t => t.Table.References.Count(r => !r.IsBinding)), Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));

        // Some into the tables that are there, with every key in force and several at the same time.
        Plan some = Plan.Create(Example.Schema(name), new PlanOptions { Count = 500 });
        using (var sink = new DatabaseSink(DatabaseTarget.FromConnectionString(text, provider), new LoadOptions { Truncate = true, Transaction = LoadTransaction.Table, Parallel = 3 }))
            Exporter.Run(some, sink, 2);
        ColumnCounts.Assert(some, connection, provider);
    }
}
