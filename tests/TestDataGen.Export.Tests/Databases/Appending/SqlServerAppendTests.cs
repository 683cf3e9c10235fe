using Microsoft.Data.SqlClient;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>Rows that join those of a SQL Server: of a small one of its protocol, or with <c>TDG_TEST_SQLSERVER</c> of a real one.</summary>
public sealed class SqlServerAppendTests : IDisposable
{
    private readonly string? _real = Environment.GetEnvironmentVariable("TDG_TEST_SQLSERVER");
    private readonly TdsServer _server = new();

    private string Text => _real ?? _server.ConnectionString;

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Keys_go_on_uniques_are_avoided_and_references_point_at_what_is_there()
    {
        foreach (string table in _real is null ? Array.Empty<string>() : ["append_child", "append_parent"])
            Read($"IF OBJECT_ID(N'{table}', N'U') IS NOT NULL DROP TABLE {table}");
        Schema schema = Given.Schema("""
            schema S {
              table append_parent { id: bigint primary_key  code: string(3) unique pattern("###")  n: integer nullable(20%) }
              table append_child  { id: bigint primary_key  parent_id: bigint references(append_parent.id) from database as p  code: string(3) = p.code }
            }
            """);
        Load(schema, 300, null, "append_parent");
        using (var existing = new ExistingRows(DatabaseTarget.FromConnectionString(Text, "sqlserver")))
            Load(schema, 700, existing);
        List<object?[]> parents = Read("SELECT id, code FROM append_parent ORDER BY id");
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => (object?)(long)i), parents.Select(p => p[0]));
        Assert.Equal(1000, parents.Select(p => p[1]).Distinct().Count());
        List<object?[]> children = Read("SELECT parent_id, code FROM append_child");
        Assert.Equal(700, children.Count);
        Assert.All(children, c => Assert.InRange((long)c[0]!, 1, 300));
        Assert.All(children, c => Assert.Equal(parents[(int)(long)c[0]! - 1][1], c[1]));
    }

    private void Load(Schema schema, long count, IExistingRows? existing, params string[] tables)
    {
        Plan plan = Plan.Create(schema, new PlanOptions { Count = count, Seed = 1, Existing = existing, Tables = tables });
        using var sink = new DatabaseSink(DatabaseTarget.FromConnectionString(Text, "sqlserver"));
        Exporter.Run(plan, sink, 2);
    }

    private List<object?[]> Read(string sql)
    {
        using var connection = new SqlConnection(Text);
        connection.Open();
        using var command = new SqlCommand(sql, connection);
        using SqlDataReader reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }
}
