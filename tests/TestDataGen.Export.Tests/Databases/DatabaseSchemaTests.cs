using Microsoft.Data.Sqlite;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

public sealed class DatabaseSchemaTests : IDisposable
{
    private const string Shop = """
        schema Shop {
          table crm.customers { id: bigint primary_key  email: string(20) unique pattern("????####") }
          table sales.orders { id: bigint primary_key  customer_id: bigint references(crm.customers.id) }
          table sales.`it's` { id: bigint primary_key }
        }
        generate Shop { crm.customers 3  sales.orders 5  sales.`it's` 0 }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Postgres_gets_schemas_and_names_of_two_parts()
    {
        string script = Script("postgres");
        Assert.Contains("CREATE SCHEMA IF NOT EXISTS \"crm\";\nCREATE TABLE \"crm\".\"customers\" (", script, StringComparison.Ordinal);
        Assert.Contains("FOREIGN KEY (\"customer_id\") REFERENCES \"crm\".\"customers\" (\"id\")", script, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO \"sales\".\"orders\" (", script, StringComparison.Ordinal);
        Assert.Contains("CREATE INDEX \"ix_orders_customer_id\" ON \"sales\".\"orders\" (\"customer_id\");", script, StringComparison.Ordinal);
        Assert.Equal(3, script.Split("CREATE SCHEMA").Length);
    }

    [Fact]
    public void SQL_Server_gets_schemas_by_statements_of_their_own()
    {
        string script = Script("sqlserver");
        Assert.Contains("IF SCHEMA_ID(N'crm') IS NULL EXEC(N'CREATE SCHEMA [crm]');\nGO\n", script, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE [crm].[customers] (", script, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO [sales].[orders] (", script, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE [sales].[it's] (", script, StringComparison.Ordinal);
        Assert.Equal("IF SCHEMA_ID(N'it''s]') IS NULL EXEC(N'CREATE SCHEMA [it''s]]]')", SqlDialects.Find("sqlserver")!.CreateSchema("it's]"));
    }

    [Fact]
    public void MySQL_and_SQLite_get_one_name_of_both_parts()
    {
        Assert.Contains("INSERT INTO `sales_orders` (", Script("mysql"), StringComparison.Ordinal);
        string script = Script("sqlite");
        Assert.Contains("REFERENCES \"crm_customers\" (\"id\")", script, StringComparison.Ordinal);
        Assert.DoesNotContain("SCHEMA", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_SQLite_database_has_all_rows_and_their_keys()
    {
        Plan plan = Plan.Create(Read(Shop), new PlanOptions());
        using (var sink = new SqliteSink(_folder["shop.db"]))
            Exporter.Run(plan, sink, threads: 1);
        using var connection = new SqliteConnection($"Data Source={_folder["shop.db"]};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM sales_orders o JOIN crm_customers c ON c.id = o.customer_id), (SELECT count(*) FROM pragma_foreign_key_check), (SELECT count(*) FROM sqlite_master WHERE name = 'ix_sales_orders_customer_id')";
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal((5, 0, 1), (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("mysql")]
    public void Two_tables_that_would_have_one_name_are_refused(string dialect)
    {
        Schema schema = Read("schema S { table sales.orders { id: bigint } table sales_orders { id: bigint } }");
        var e = Assert.Throws<ExportException>(() => Script(dialect, schema));
        Assert.Contains("sales.orders and sales_orders", e.Message, StringComparison.Ordinal);
        using var sink = new SqliteSink(_folder["two.db"]);
        Assert.Throws<ExportException>(() => sink.Begin(schema.Tables));
        Assert.NotEmpty(Script("postgres", schema));
    }

    [Fact]
    public void A_file_is_named_after_both_parts()
    {
        using var sink = new FileSink(_folder["out"], new CsvFormat());
        Exporter.Run(Plan.Create(Read(Shop), new PlanOptions()), sink, threads: 1);
        Assert.Equal(["crm.customers.csv", "sales.it's.csv", "sales.orders.csv"], Directory.EnumerateFiles(_folder["out"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_made_by_hand_go_where_those_of_the_schema_go() =>
        Assert.Equal("\"sales\".\"orders\"", SqlDialects.Find("postgres")!.NameOf(LooseTable.Create("sales.orders", [("id", new DataType(TypeKind.BigInt))])));

    private string Script(string dialect) => Script(dialect, Read(Shop));

    private string Script(string dialect, Schema schema)
    {
        string path = _folder[dialect + ".sql"];
        using (var sink = new SqlScriptSink(path, SqlDialects.Find(dialect)!))
            Exporter.Run(Plan.Create(schema, new PlanOptions()), sink, threads: 1);
        return File.ReadAllText(path);
    }

    private static Schema Read(string tdg)
    {
        ReadResult read = SchemaReader.Read(new SourceText("test.tdg", tdg), FormatCatalog.Signatures);
        Assert.Empty(read.Diagnostics);
        return read.Schemas[0];
    }
}
