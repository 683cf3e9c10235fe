using System.CommandLine;
using System.Globalization;
using TestDataGen.Benchmarks.Comparison;

namespace TestDataGen.Benchmarks.Pipeline;

/// <summary>
/// <c>pipeline</c>: rows through the PowerShell pipeline, against the most that the pipeline itself can do: two compiled cmdlets that pass as many objects and do nothing.
/// Both in the same engine, in turns.
/// </summary>
internal static class PipelineCommand
{
    private const string Empty = "Send-Object -Count $args[0] | Receive-Object";
    private const string Rows = "$schema | New-TdgData -Count $args[0] | Out-Null";

    public static Command Create()
    {
        var rows = new Option<long>("--rows") { Description = "Rows a run.", DefaultValueFactory = _ => 1_000_000 };
        var rounds = new Option<int>("--rounds") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var schema = new Option<string>("--schema") { Description = "A schema with one table.", DefaultValueFactory = _ => Workload.DefaultSchemaPath };
        var module = new Option<string>("--module")
        {
            Description = "The built module.",
            DefaultValueFactory = _ => Path.Combine(Workload.RepositoryRoot, "out", "TestDataGen"),
        };
        var command = new Command("pipeline", "Compares New-TdgData | Out-Null with two empty cmdlets.") { rows, rounds, schema, module };
        command.SetAction(parsed => Run(
            parsed.GetValue(rows), parsed.GetValue(rounds), Path.GetFullPath(parsed.GetValue(schema)!), Path.GetFullPath(parsed.GetValue(module)!)));
        return command;
    }

    private static void Run(long rows, int rounds, string schema, string module)
    {
        using var engine = new HostedEngine(module);
        engine.Set("schema", engine.Run("Import-TdgSchema -LiteralPath $args[0]", schema).Single());
        // Once before, for the compiler.
        engine.Run(Empty, rows / 4);
        engine.Run(Rows, rows / 4);

        var empty = new List<double>();
        var full = new List<double>();
        for (int i = 0; i < rounds; i++)
        {
            empty.Add(engine.Time(Empty, rows));
            full.Add(engine.Time(Rows, rows));
        }

        double emptyRate = rows / Median.Of(empty);
        double fullRate = rows / Median.Of(full);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {rows:N0} objects, median of {rounds}

            | pipeline               |  objects/s | of the empty one |
            | ---------------------- | ---------: | ---------------: |
            | two empty cmdlets      | {emptyRate,10:N0} | {1,16:N2} |
            | New-TdgData, Out-Null  | {fullRate,10:N0} | {fullRate / emptyRate,16:N2} |
            """));
    }
}
