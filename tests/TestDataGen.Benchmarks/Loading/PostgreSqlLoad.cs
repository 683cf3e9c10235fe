using System.Globalization;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Servers;

namespace TestDataGen.Benchmarks.Loading;

/// <summary>The table <c>users</c> in PostgreSQL, empty before each run.</summary>
internal static class PostgreSqlLoad
{
    private static string _database = "";

    /// <summary>Creates the table, as we do, and writes the CSV.</summary>
    public static void Prepare(PostgreSqlServer server, Plan plan, string folder, int threads)
    {
        _database = server.NewDatabase();
        using (var sink = new DatabaseSink(Target(server)))
        {
            sink.Begin([plan.Tables[0].Table]);
            sink.Complete();
        }

        using (var csv = new FileSink(folder, new CsvFormat()))
            Exporter.Run(plan, csv, threads);
        File.WriteAllText(Path.Combine(folder, "copy.sql"), $"\\copy users FROM '{Path.Combine(folder, "users.csv")}' WITH (FORMAT csv, HEADER)\n");
    }

    public static void Copy(PostgreSqlServer server, string folder) => server.RunScript(_database, Path.Combine(folder, "copy.sql"));

    public static void Ours(PostgreSqlServer server, Plan plan, int threads)
    {
        using var sink = new DatabaseSink(Target(server));
        Exporter.Run(plan, sink, threads);
    }

    /// <summary>Sees that all rows are there, and empties the table.</summary>
    public static void Check(PostgreSqlServer server, int rows)
    {
        string count = server.Rows(_database, "SELECT count(*) FROM users")[0];
        if (count != rows.ToString(CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"users has {count} rows and not {rows}.");
        server.Rows(_database, "TRUNCATE users");
        server.Rows(_database, "CHECKPOINT");
    }

    private static DatabaseTarget Target(PostgreSqlServer server) => DatabaseTarget.FromConnectionString(server.ConnectionString(_database), "postgres");
}
