using System.Globalization;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Servers;

namespace TestDataGen.Benchmarks.Loading;

/// <summary>The table <c>users</c> on a server, created as we do, and empty before each run; and the script by which the server's own client fills it from a ready file.</summary>
internal sealed class ServerLoad : IDisposable
{
    private readonly DatabaseServer _server;
    private readonly string _database;
    private readonly string _provider;
    private readonly string _script;

    private ServerLoad(DatabaseServer server, string provider, Plan plan, string folder, string script)
    {
        (_server, _provider) = (server, provider);
        _database = server.NewDatabase();
        using (var sink = new DatabaseSink(Target))
        {
            sink.Begin([plan.Tables[0].Table]);
            sink.Complete();
        }

        _script = Path.Combine(folder, $"{provider}.sql");
        File.WriteAllText(_script, script);
    }

    private DatabaseTarget Target => DatabaseTarget.FromConnectionString(_server.ConnectionString(_database), _provider);

    /// <summary>A PostgreSQL that keeps what it says that it keeps, and <c>\copy</c> of a CSV.</summary>
    public static ServerLoad PostgreSql(Plan plan, string folder)
    {
        using (var csv = new FileSink(folder, new CsvFormat()))
            Exporter.Run(plan, csv, Environment.ProcessorCount);
        return new ServerLoad(new PostgreSqlServer { IsDurable = true }, "postgres", plan, folder, $"\\copy users FROM '{Path.Combine(folder, "users.csv")}' WITH (FORMAT csv, HEADER)\n");
    }

    /// <summary>A MariaDB that keeps what it says that it keeps, and <c>LOAD DATA LOCAL</c> of a file in its own form.</summary>
    public static ServerLoad MariaDb(Plan plan, string folder)
    {
        string path = Path.Combine(folder, "users.tsv");
        var text = new CopyText(new MySqlDialect(), plan.Tables[0].Table.Fields) { BinaryPrefix = "", HasNumericBooleans = true };
        var buffer = new Utf8Buffer();
        using (FileStream file = File.Create(path))
        {
            foreach (RowBatch batch in plan.Read(plan.Tables[0], Environment.ProcessorCount, default))
            {
                buffer.Clear();
                text.Write(batch, 0, batch.Count, buffer);
                file.Write(buffer.Written);
            }
        }

        return new ServerLoad(new MariaDbServer { IsDurable = true }, "mysql", plan, folder, $"LOAD DATA LOCAL INFILE '{path}' INTO TABLE users CHARACTER SET utf8mb4;\n");
    }

    /// <summary>Fills the table by the server's own client.</summary>
    public void Theirs() => _server.RunScript(_database, _script);

    /// <summary>Fills it by us.</summary>
    public void Ours(Plan plan, int threads)
    {
        using var sink = new DatabaseSink(Target);
        Exporter.Run(plan, sink, threads);
    }

    /// <summary>Sees that all rows are there, and empties the table.</summary>
    public void Check(int rows)
    {
        string count = _server.Rows(_database, "SELECT count(*) FROM users")[0];
        if (count != rows.ToString(CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"users has {count} rows and not {rows}.");
        _server.Rows(_database, "TRUNCATE users");
        if (_server is PostgreSqlServer)
            _server.Rows(_database, "CHECKPOINT");
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
