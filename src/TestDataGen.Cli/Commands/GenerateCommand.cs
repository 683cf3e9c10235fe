using System.CommandLine;
using System.Globalization;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary><c>tdg generate</c>: from a file straight to a destination.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The .tdg file." };
        var to = new Option<string>("--to")
        {
            Description = "Where to: sqlite:FILE, csv:DIR, json:DIR, ndjson:DIR, sql:FILE, or postgres:, mysql: or sqlserver: with a connection string, or with env:NAME of a variable that holds it, or connection:NAME of a saved one. Without it, a SQLite database named after the schema in the current folder.",
            HelpName = "KIND:PATH",
        };
        var count = new Option<long?>("--count") { Description = "Rows of every table that is not counted by its parents; 100_000 and 1e5 are fine.", HelpName = "N", CustomParser = RowNumber.Parse };
        var tableCounts = new Option<string[]>("--table-count") { Description = "Rows of one table, as name=N.", HelpName = "TABLE=N", AllowMultipleArgumentsPerToken = true };
        var tables = new Option<string[]>("--table") { Description = "Only these tables.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var only = new Option<string[]>("--only")
        {
            Description = "A slice: these rows with all that hangs on them and everything they need, as \"orders where id <= 100\".",
            HelpName = "ROWS",
            AllowMultipleArgumentsPerToken = true,
        };
        var schemaName = new Option<string>("--schema") { Description = "Which schema, where the file has several.", HelpName = "NAME" };
        var profile = new Option<string>("--profile") { Description = "Which named profile of the file: generate SCHEMA as NAME.", HelpName = "NAME" };
        var seed = new Option<long?>("--seed") 
        {
            Description = "The seed; the same seed gives the same data.",
            HelpName = "N",
            CustomParser = result => WholeNumber.Parse(result, "--seed", long.MinValue, long.MaxValue),
        };
        var locale = new Option<string>("--locale") { Description = "The locale of names and addresses: en, de, fr …", HelpName = "NAME" };
        var now = new Option<DateTime?>("--now")
        {
            Description = "What now means in the file, as 2026-01-31 or 2026-01-31T12:00:00.",
            HelpName = "DATE",
            CustomParser = result =>
            {
                if (DateTime.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime value))
                    return DateTime.SpecifyKind(value, DateTimeKind.Unspecified);
                result.AddError($"'{result.Tokens[0].Value}' is no date. Write 2026-01-31 or 2026-01-31T12:00:00.");
                return null;
            },
        };
        var partition = new Option<string>("--partition") { Description = "One part of each table, as k/n.", HelpName = "K/N" };
        var threads = new Option<int>("--threads") 
        {
            Description = "How many threads fill rows; the data is the same with any number.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            CustomParser = result => (int?)WholeNumber.Parse(result, "--threads", 1, 1024) ?? 0,
        };
        var dialect = new Option<string>("--dialect") { Description = "For sql:FILE: sqlite, postgres, mysql or sqlserver.", HelpName = "NAME", DefaultValueFactory = _ => "sqlite" };
        dialect.AcceptOnlyFromAmong([.. SqlDialects.All.Select(d => d.Name)]);
        Option<string[]> generatorFiles = Generators.Option();
        var force = new Option<bool>("--force") { Description = "Replace files that exist." };
        var flatten = new Option<bool>("--flatten") { Description = "Make columns of the parts of composite types, home_street, and not JSON." };
        var append = new Option<bool>("--append") { Description = "Add the rows to those of a database: keys go on behind what is there, and unique values avoid it." };

        var whatIf = new Option<bool>("--what-if") { Description = "Tell what would be written, and by which statements, and do nothing." };
        var load = new LoadArguments();

        var command = new Command("generate", "Fill a database or write files from a .tdg file.\n\nExample: tdg generate shop.tdg --count 1e5 --to sqlite:shop.db")
        {
            file, to, count, tableCounts, tables, only, schemaName, profile, seed, locale, now, partition, threads, dialect, generatorFiles, flatten, force, append, whatIf,
        };
        foreach (Option option in load.All)
            command.Add(option);
        command.SetAction((result, cancellation) => Task.FromResult(Guarded.Run(cancellation, () =>
        {
            IReadOnlyDictionary<string, ITdgGenerator> generators = Generators.Load(result.GetValue(generatorFiles));
            Schema schema = Sources.Choose(Sources.Read(result.GetRequiredValue(file), [.. generators.Keys], result.GetValue(flatten)), result.GetValue(schemaName), result.GetRequiredValue(file));
            (int part, int parts) = Partition(result.GetValue(partition));
            var options = new PlanOptions
            {
                Count = result.GetValue(count),
                TableCounts = TableCounts(result.GetValue(tableCounts) ?? []),
                Tables = result.GetValue(tables) ?? [],
                Only = result.GetValue(only) ?? [],
                Generators = generators,
                Profile = result.GetValue(profile),
                Seed = result.GetValue(seed),
                Locale = result.GetValue(locale),
                Now = result.GetValue(now),
                Partition = part,
                PartitionCount = parts,
            };
            LoadOptions loading = load.Read(result, result.GetValue(force));
            if (result.GetValue(append) && (loading.Truncate || result.GetValue(force)))
                throw new UsageException($"--append adds to what is there and {(loading.Truncate ? "--truncate deletes" : "--force replaces")} it: give one of them.");
            // The parts of one run fit together as they are.
            DatabaseTarget? joined = result.GetValue(append) ? Destination.Joined(result.GetValue(to), schema.Name) : null;
            Plan plan;
            using (ExistingRows? existing = joined is null || parts > 1 ? null : new ExistingRows(joined, loading.Timeout, cancellation))
                plan = Plan.Create(schema, options with { Existing = existing }, cancellation);
            foreach (Diagnostic warning in plan.Warnings)
                Console.Error.WriteLine(warning.ToDisplayString());
            using RowSink sink = Destination.Open(
                result.GetValue(to), plan, result.GetRequiredValue(dialect), result.GetValue(force), result.GetValue(append), loading, load.Given(result), cancellation);
            if (result.GetValue(whatIf))
                return Tell(plan, sink);
            Summary.Write(ProgressBar.Run(plan, progress => Exporter.Run(plan, sink, result.GetValue(threads), progress, cancellation)));
            foreach (string warning in sink.Warnings)
                Console.Error.WriteLine(warning);
            return ExitCode.Success;
        })));
        return command;
    }

    private static int Tell(Plan plan, RowSink sink)
    {
        foreach (TablePlan table in plan.Tables)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Table.Name}: {table.RowCount:N0} rows{(table.ExistingRows > 0 ? string.Create(CultureInfo.InvariantCulture, $" behind {table.ExistingRows:N0}") : "")} to {sink.DestinationOf(table.Table)}"));
        foreach (string statement in (sink as DatabaseSink)?.Explain(plan) ?? [])
            Console.Out.WriteLine(statement + ";");
        return ExitCode.Success;
    }

    private static (int Part, int Parts) Partition(string? text)
    {
        if (text is null)
            return (1, 1);
        string[] ends = text.Split('/');
        if (ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, null, out int part) && int.TryParse(ends[1], NumberStyles.None, null, out int parts) && part >= 1 && part <= parts)
            return (part, parts);
        throw new UsageException($"--partition takes k/n with k from 1 to n, as in 2/4, not '{text}'.");
    }

    private static Dictionary<string, long> TableCounts(string[] texts)
    {
        var counts = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (string text in texts)
        {
            int equals = text.LastIndexOf('=');
            if (equals < 1)
                throw new UsageException($"--table-count takes TABLE=N, as in orders=1000, not '{text}'.");
            if (!RowNumber.TryParse(text[(equals + 1)..], out long rows, out string error))
                throw new UsageException(error);
            counts[text[..equals]] = rows;
        }

        return counts;
    }
}
