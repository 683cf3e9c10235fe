using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using MySqlConnector;
using Npgsql;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Examples.Tests;

/// <summary>The examples as scripts: run in their database, whose columns then hold what the plan says; for SQL Server read by its own parser.</summary>
public sealed class ScriptTests(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg-examples-").FullName;

    public static TheoryData<string> Examples => Example.All;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Script_for_SQLite_runs(string name)
    {
        (Plan plan, string script) = Write(name, "sqlite");
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(script);
        command.ExecuteNonQuery();
        ColumnCounts.Assert(plan, connection, "sqlite");
        command.CommandText = "SELECT count(*) FROM pragma_foreign_key_check";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    [ServerTheory(Server.PostgreSql)]
    [MemberData(nameof(Examples))]
    public void Script_for_PostgreSQL_runs(string name)
    {
        (Plan plan, string script) = Write(name, "postgres");
        string database = postgres.NewDatabase();
        postgres.RunScript(database, script);
        using var connection = new NpgsqlConnection(postgres.ConnectionString(database));
        connection.Open();
        ColumnCounts.Assert(plan, connection, "postgres");
    }

    [ServerTheory(Server.MariaDb)]
    [MemberData(nameof(Examples))]
    public void Script_for_MySQL_runs(string name)
    {
        (Plan plan, string script) = Write(name, "mysql");
        string database = mariaDb.NewDatabase();
        mariaDb.RunScript(database, script);
        using var connection = new MySqlConnection(mariaDb.ConnectionString(database));
        connection.Open();
        ColumnCounts.Assert(plan, connection, "mysql");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Script_for_SQL_Server_is_read_by_its_parser(string name)
    {
        (Plan plan, string script) = Write(name, "sqlserver");
        using var reader = new StreamReader(script);
        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out IList<ParseError> errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        TSqlStatement[] statements = [.. parsed.Batches.SelectMany(b => b.Statements)];
        Assert.Equal(plan.Tables.Select(t => t.Table.BareName), statements.OfType<CreateTableStatement>().Select(t => t.SchemaObjectName.BaseIdentifier.Value));
        foreach (TablePlan table in plan.Tables)
        {
            long rows = statements.OfType<InsertStatement>()
                .Where(i => ((NamedTableReference)i.InsertSpecification.Target).SchemaObject.BaseIdentifier.Value == table.Table.BareName)
                .Sum(i => (long)((ValuesInsertSource)i.InsertSpecification.InsertSource).RowValues.Count);
            Assert.Equal(table.TotalRows, rows);
        }
    }

    private (Plan Plan, string Script) Write(string name, string dialect)
    {
        Plan plan = Plan.Create(Example.Schema(name), new PlanOptions { Count = 40 });
        string path = Path.Combine(_folder, "x.sql");
        using var sink = new SqlScriptSink(path, SqlDialects.Find(dialect)!);
        Exporter.Run(plan, sink, 2);
        return (plan, path);
    }
}
