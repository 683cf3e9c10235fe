using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;
using TestDataGen.Generation;
using TestDataGen.Language;
using TestDataGen.Servers;

namespace TestDataGen.Export.Tests;

/// <summary>What tests of loads have in common: a database of their own, rows into it, a look at it.</summary>
public abstract class LoadingTest(PostgreSqlServer postgres, MariaDbServer mariaDb) : IClassFixture<PostgreSqlServer>, IClassFixture<MariaDbServer>, IDisposable
{
    private DbConnection? _connection;

    internal TemporaryFolder Folder { get; } = new();

    private protected string Text { get; set; } = "";

    private protected DatabaseTarget Target { get; set; } = null!;

    private protected SqlDialect Dialect => Target.Provider.Dialect;

    public void Dispose()
    {
        _connection?.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty database.</summary>
    private protected void On(Server server)
    {
        _connection?.Dispose();
        _connection = null;
        DatabaseServer running = Running(server);
        Text = running.ConnectionString(running.NewDatabase());
        Target = DatabaseTarget.FromConnectionString(Text, server == Server.PostgreSql ? "postgres" : "mysql");
    }

    /// <summary>An empty database: on a server, or in a SQLite file.</summary>
    private protected void OnAny(Server? server)
    {
        if (server is { } running)
        {
            On(running);
            return;
        }

        Text = new SqliteConnectionStringBuilder { DataSource = Folder["test.db"], Pooling = false }.ConnectionString;
        Target = DatabaseTarget.FromConnectionString(Text, "sqlite");
    }

    private protected DatabaseServer Running(Server server) => server == Server.PostgreSql ? postgres : mariaDb;

    /// <summary>Loads all tables of a schema, each with so many rows.</summary>
    private protected IReadOnlyList<ExportResult> Load(string schema, long count, LoadOptions options = default, Action<ExportProgress>? told = null, CancellationToken stop = default) =>
        Load(Given.Schema(schema), count, options, told, stop);

    private protected IReadOnlyList<ExportResult> Load(Schema schema, long count, LoadOptions options = default, Action<ExportProgress>? told = null, CancellationToken stop = default)
    {
        Plan plan = Plan.Create(schema, new PlanOptions { Count = count, Seed = 1 });
        using var sink = new DatabaseSink(Target, options, stop);
        IReadOnlyList<ExportResult> results = Exporter.Run(plan, sink, 2, new Listener(told), stop);
        Warnings = sink.Warnings;
        return results;
    }

    /// <summary>Loads rows made by hand, as a pipeline brings them.</summary>
    private protected void Load(LoadOptions options, params RowBatch[] batches)
    {
        using var sink = new DatabaseSink(Target, options);
        sink.Begin([]);
        foreach (RowBatch batch in batches)
            sink.Write(batch, 0, batch.Count);
        sink.Complete();
    }

    private protected IReadOnlyList<string> Warnings { get; private set; } = [];

    private protected DbConnection Connection
    {
        get
        {
            if (_connection is null)
            {
                _connection = Connect(Text);
                _connection.Open();
            }

            return _connection;
        }
    }

    private protected DbConnection Connect(string text) => Target.Provider.Name switch
    {
        "postgres" => new NpgsqlConnection(text),
        "sqlite" => new SqliteConnection(text),
        _ => new MySqlConnection(text),
    };

    /// <summary>Executes statements of one's own.</summary>
    private protected void Run(string sql)
    {
        using DbCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, each as text with | between.</summary>
    private protected string[] Rows(string sql)
    {
        using DbCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        using DbDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return [.. rows];
    }

    private protected long Count(string table) => long.Parse(Rows($"SELECT count(*) FROM {table}")[0], CultureInfo.InvariantCulture);

    /// <summary>Whether a table is there.</summary>
    private protected bool Has(string table) => Rows($"SELECT count(*) FROM information_schema.tables WHERE table_name = '{table}' AND table_schema IN ('public', '{Connection.Database}')")[0] != "0";

    private sealed class Listener(Action<ExportProgress>? told) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => told?.Invoke(value);
    }
}
