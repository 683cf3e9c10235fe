using Microsoft.Data.Sqlite;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Examples.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg-examples-").FullName;

    public static TheoryData<string> Examples => Example.All;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_key_unique_and_check_holds_in_the_database(string name)
    {
        Schema schema = Example.Schema(name);
        Plan plan = Plan.Create(schema, new PlanOptions());
        string path = Path.Combine(_folder, "x.db");
        using (var sink = new SqliteSink(path))
        {
            IReadOnlyList<ExportResult> results = Exporter.Run(plan, sink, 2);
            Assert.Equal(plan.Tables.Select(t => (t.Table.Name, t.TotalRows)), results.Select(r => (r.Table, r.Rows)));
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Assert.Empty(Rows(connection, "PRAGMA foreign_key_check"));
        Assert.Equal("ok", Assert.Single(Rows(connection, "PRAGMA integrity_check")));
        foreach (TablePlan table in plan.Tables)
        {
            Assert.Equal($"{table.TotalRows}", Assert.Single(Rows(connection, $"SELECT count(*) FROM {new SqliteDialect().NameOf(table.Table)}")));
            foreach (Field field in table.Table.Fields)
                CheckColumn(connection, field);
        }

        foreach (string check in Example.Checks(name))
            Assert.True(Rows(connection, check).Count == 0, check);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_same_holds_when_it_is_filled_three_times(string name)
    {
        Schema schema = Example.Schema(name);
        string path = Path.Combine(_folder, "x.db");
        var rows = new Dictionary<string, long>();
        for (int i = 0; i < 3; i++)
        {
            using ExistingRows? existing = i == 0 ? null : new ExistingRows(DatabaseTarget.FromSqliteFile(path));
            Plan plan = Plan.Create(schema, new PlanOptions { Count = 200, Existing = existing });
            using var sink = new SqliteSink(path, append: true);
            foreach (ExportResult result in Exporter.Run(plan, sink, 2))
                rows[result.Table] = rows.GetValueOrDefault(result.Table) + result.Rows;
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Assert.Empty(Rows(connection, "PRAGMA foreign_key_check"));
        foreach (Table table in schema.Tables)
        {
            Assert.Equal($"{rows[table.Name]}", Assert.Single(Rows(connection, $"SELECT count(*) FROM {new SqliteDialect().NameOf(table)}")));
            Assert.All(table.Fields, field => CheckColumn(connection, field));
        }

        Assert.DoesNotContain(new DatabaseTest(DatabaseTarget.FromSqliteFile(path)).Run(schema.Tables), r => r.IsMet == false);
    }

    private static void CheckColumn(SqliteConnection connection, Field field)
    {
        string column = $"\"{field.Name}\"";
        string table = new SqliteDialect().NameOf(field.Table);
        if (field.IsUnique)
            Assert.Equal("0", Assert.Single(Rows(connection, $"SELECT count({column}) - count(DISTINCT {column}) FROM {table}")));
        if (!field.IsNullable)
            Assert.Equal("0", Assert.Single(Rows(connection, $"SELECT count(*) FROM {table} WHERE {column} IS NULL")));
        if (field.Type.IsText && field.MaxLength < int.MaxValue)
            Assert.Equal("0", Assert.Single(Rows(connection, $"SELECT count(*) FROM {table} WHERE length({column}) > {field.MaxLength} OR {column} = ''")));
    }

    private static List<string?> Rows(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string?>();
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString());
        return rows;
    }
}
