using System.CommandLine;
using TestDataGen.Benchmarks.Comparison;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Servers;

namespace TestDataGen.Benchmarks.Loading;

/// <summary>
/// <c>load</c>: the users workload into databases, made and loaded by us, against ready rows by the databases' own fastest ways: psql's <c>\copy</c> of a CSV and <c>LOAD DATA LOCAL</c> into the same tables on
/// servers that the command starts, prepared inserts of SQLite's raw provider. The contestants take turns.
/// </summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Rows a run.", DefaultValueFactory = _ => 1_000_000 };
        var rounds = new Option<int>("--rounds") { Description = "Runs of each contestant.", DefaultValueFactory = _ => 5 };
        var threads = new Option<int>("--threads") { Description = "Threads that fill rows.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("load", "Loads users into PostgreSQL, MariaDB and SQLite, against ready rows by the databases' own fastest ways.") { rows, rounds, threads };
        command.SetAction(parsed => Run(parsed.GetValue(rows), parsed.GetValue(rounds), parsed.GetValue(threads)));
        return command;
    }

    private static void Run(int rows, int rounds, int threads)
    {
        string folder = Directory.CreateTempSubdirectory("tdg-load-").FullName;
        try
        {
            // Programs of a server's user read the file.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
            Plan plan = Workload.Plan(Workload.DefaultSchemaPath, rows);
            RawRows ready = RawRows.Of(plan);
            using ServerLoad? postgres = IsThere(Server.PostgreSql) ? ServerLoad.PostgreSql(plan, folder) : null;
            using ServerLoad? mariaDb = IsThere(Server.MariaDb) ? ServerLoad.MariaDb(plan, folder) : null;
            Contest postgresContest = new("PostgreSQL: \\copy of a ready CSV", "PostgreSQL: TestDataGen", rows);
            Contest mariaDbContest = new($"{MariaDbServer.Name}: LOAD DATA of a ready file", $"{MariaDbServer.Name}: TestDataGen", rows);
            Contest sqliteContest = new("SQLite: prepared inserts of ready rows", "SQLite: TestDataGen", rows);
            string database = Path.Combine(folder, "x.db");
            for (int round = 1; round <= rounds; round++)
            {
                Console.Error.WriteLine($"Round {round} of {rounds}");
                if (postgres is not null)
                    postgresContest.Measure(postgres.Theirs, () => postgres.Ours(plan, threads), () => postgres.Check(rows));
                if (mariaDb is not null)
                    mariaDbContest.Measure(mariaDb.Theirs, () => mariaDb.Ours(plan, threads), () => mariaDb.Check(rows));
                sqliteContest.Measure(() => ready.Insert(database), () => OursToSqlite(plan, database, threads), () => File.Delete(database));
            }

            Contest.Print(Console.Out, [.. postgres is null ? [] : new[] { postgresContest }, .. mariaDb is null ? [] : new[] { mariaDbContest }, sqliteContest], rows, rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsThere(Server server)
    {
        if (ServerPrograms.WhyNot(server) is not { } reason)
            return true;
        Console.Error.WriteLine($"{server} is left out: {reason}");
        return false;
    }

    private static void OursToSqlite(Plan plan, string path, int threads)
    {
        using var sink = new SqliteSink(path);
        Exporter.Run(plan, sink, threads);
    }
}
