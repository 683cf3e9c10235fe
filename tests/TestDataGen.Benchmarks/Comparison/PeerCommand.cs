using System.CommandLine;
using TestDataGen.Benchmarks.Peer;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary><c>peer csv|sqlite ROWS FILE</c>: the workload by Bogus, once; the child of <see cref="CompareCommand"/>.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        var format = new Argument<string>("format");
        format.AcceptOnlyFromAmong("csv", "sqlite");
        var rows = new Argument<int>("rows");
        var file = new Argument<string>("file");
        var command = new Command("peer", "Writes the workload once with Bogus.") { format, rows, file };
        command.SetAction(parsed => Run(parsed.GetValue(format)!, parsed.GetValue(rows), parsed.GetValue(file)!));
        return command;
    }

    private static void Run(string format, int rows, string file) =>
        ChildProcess.Measure(rows, file, () =>
        {
            if (format == "csv")
                PeerCsv.Write(rows, file);
            else
                PeerSqlite.Write(rows, file);
        });
}
