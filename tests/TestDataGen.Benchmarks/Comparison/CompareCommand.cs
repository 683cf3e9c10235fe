using System.CommandLine;
using System.Globalization;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary>
/// <c>compare</c>: the users workload by this project and by its peer (Bogus with CsvHelper and Microsoft.Data.Sqlite), side by side in one run. Each measurement is
/// a process of its own; the contestants take turns, so that a machine that grows slower or faster does so for all; medians are compared.
/// </summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Rows a run.", DefaultValueFactory = _ => 5_000_000 };
        var rounds = new Option<int>("--rounds") { Description = "Runs of each contestant.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--threads") { Description = "Threads of the parallel runs.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var schema = new Option<string>("--schema") { Description = "The workload's schema.", DefaultValueFactory = _ => Workload.DefaultSchemaPath };
        var folder = new Option<string>("--folder")
        {
            Description = "Where the files are written (and deleted again).",
            DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "tdg-compare"),
        };
        var program = new Option<string?>("--peer")
        {
            Description = "A .dll of another program to compare with in the place of the one built in; run as `dotnet PROGRAM csv|sqlite ROWS FILE`.",
        };
        var command = new Command("compare", "Compares with Bogus, CsvHelper and Microsoft.Data.Sqlite in one run, and prints the ratios.")
        {
            rows, rounds, threads, schema, folder, program,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(rows), parsed.GetValue(rounds), parsed.GetValue(threads), Path.GetFullPath(parsed.GetValue(schema)!), parsed.GetValue(folder)!,
            parsed.GetValue(program)));
        return command;
    }

    private static void Run(int rows, int rounds, int threads, string schema, string folder, string? program)
    {
        Directory.CreateDirectory(folder);
        string csv = Path.Combine(folder, "users.csv");
        string sqlite = Path.Combine(folder, "users.db");
        string count = rows.ToString(CultureInfo.InvariantCulture);
        Contestant peerCsv = Peer("csv", "Bogus + CsvHelper: CSV", csv);
        Contestant peerSqlite = Peer("sqlite", "Bogus + Microsoft.Data.Sqlite: SQLite", sqlite);
        Contestant[] contestants =
        [
            peerCsv,
            Ours("csv", threads, csv) with { Peer = peerCsv },
            Ours("csv", 1, csv) with { Peer = peerCsv },
            new("The same bytes, ready", csv, () => ChildProcess.Run(["bytes", count, $"{peerCsv.Runs[^1].FileBytes}", csv])) { Peer = peerCsv },
            peerSqlite,
            Ours("sqlite", threads, sqlite) with { Peer = peerSqlite },
            Ours("sqlite", 1, sqlite) with { Peer = peerSqlite },
        ];
        contestants = [.. contestants.DistinctBy(c => c.Name)];

        for (int round = 1; round <= rounds; round++)
        {
            foreach (Contestant contestant in contestants)
            {
                Console.Error.WriteLine($"Round {round} of {rounds}: {contestant.Name}");
                contestant.Run();
            }
        }

        ComparisonTable.Print(Console.Out, contestants, rows, rounds);

        Contestant Peer(string format, string name, string path) => program is null
            ? new(name, path, () => ChildProcess.Run(["peer", format, count, path]))
            : new($"{Path.GetFileNameWithoutExtension(program)}: {NameOf(format)}", path, () => ChildProcess.RunOther(Path.GetFullPath(program), format, rows, path));

        Contestant Ours(string format, int by, string path) => new(
            $"TestDataGen: {NameOf(format)}, {(by == 1 ? "1 thread" : $"{by} threads")}",
            path,
            () => ChildProcess.Run(["ours", format, count, path, "--threads", by.ToString(CultureInfo.InvariantCulture), "--schema", schema]));
    }

    private static string NameOf(string format) => format == "csv" ? "CSV" : "SQLite";
}
