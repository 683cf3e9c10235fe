using System.CommandLine;
using TestDataGen.Export;

namespace TestDataGen.Benchmarks.Comparison;

/// <summary><c>ours csv|sqlite ROWS FILE</c>: the workload by this project, once; the child of <see cref="CompareCommand"/>.</summary>
internal static class OursCommand
{
    public static Command Create()
    {
        var format = new Argument<string>("format");
        format.AcceptOnlyFromAmong("csv", "sqlite");
        var rows = new Argument<long>("rows");
        var file = new Argument<string>("file") { Description = "For CSV: users.csv in any folder, since a table's file has the table's name." };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => Environment.ProcessorCount };
        var schema = new Option<string>("--schema") { DefaultValueFactory = _ => Workload.DefaultSchemaPath };
        var command = new Command("ours", "Writes the workload once with TestDataGen.") { format, rows, file, threads, schema };
        command.SetAction(parsed => Run(
            parsed.GetValue(format)!, parsed.GetValue(rows), Path.GetFullPath(parsed.GetValue(file)!), parsed.GetValue(threads), parsed.GetValue(schema)!));
        return command;
    }

    private static void Run(string format, long rows, string file, int threads, string schema)
    {
        Func<RowSink> createSink = format == "csv"
            ? () => new FileSink(Path.GetDirectoryName(file)!, new CsvFormat(), mayReplace: true)
            : () => new SqliteSink(file, mayReplace: true);
        ChildProcess.Measure(rows, file, () => Workload.Export(schema, rows, threads, createSink));
    }
}
