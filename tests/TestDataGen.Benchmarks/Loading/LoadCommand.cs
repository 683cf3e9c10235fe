using System.CommandLine;
using TestDataGen.Benchmarks.Comparison;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Servers;

namespace TestDataGen.Benchmarks.Loading;

/// <summary>
/// <c>load</c>: the users workload into databases. PostgreSQL, on a server that the command starts: generated and loaded by us, against psql's <c>\copy</c> of a ready CSV into the same table.
/// SQLite: generated and loaded by us, against ready rows by prepared inserts of the raw provider. The contestants take turns; medians are compared.
/// </summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Rows a run.", DefaultValueFactory = _ => 1_000_000 };
        var rounds = new Option<int>("--rounds") { Description = "Runs of each contestant.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--threads") { Description = "Threads that fill rows.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("load", "Loads users into PostgreSQL and SQLite, against ready rows by the databases' own fastest ways.") { rows, rounds, threads };
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
            Contest sqlite = new("SQLite: prepared inserts of ready rows", "SQLite: TestDataGen", rows);
            RawRows ready = RawRows.Of(plan);
            Contest? postgres = ServerPrograms.WhyNot(Server.PostgreSql) is { } reason ? Skipped(reason) : new("PostgreSQL: \\copy of a ready CSV", "PostgreSQL: TestDataGen", rows);
            using var server = new PostgreSqlServer();
            if (postgres is not null)
                PostgreSqlLoad.Prepare(server, plan, folder, threads);
            for (int round = 1; round <= rounds; round++)
            {
                Console.Error.WriteLine($"Round {round} of {rounds}");
                postgres?.Measure(() => PostgreSqlLoad.Copy(server, folder), () => PostgreSqlLoad.Ours(server, plan, threads), () => PostgreSqlLoad.Check(server, rows));
                string database = Path.Combine(folder, "x.db");
                sqlite.Measure(() => ready.Insert(database), () => OursToSqlite(plan, database, threads), () => File.Delete(database));
            }

            Contest.Print(Console.Out, [.. new[] { postgres, sqlite }.OfType<Contest>()], rows, rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Contest? Skipped(string reason)
    {
        Console.Error.WriteLine($"PostgreSQL is left out: {reason}");
        return null;
    }

    private static void OursToSqlite(Plan plan, string path, int threads)
    {
        using var sink = new SqliteSink(path);
        Exporter.Run(plan, sink, threads);
    }
}
