using System.CommandLine;
using System.Globalization;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary><c>tdg test-data</c>: whether the constraints of a file hold in a database.</summary>
internal static class TestDataCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The .tdg file." };
        var database = new Option<string>("--in") { Description = "Where the data is: sqlite:FILE, or postgres:, mysql: or sqlserver: and a connection string, or env:NAME of a variable that holds it, or connection:NAME of a saved one.", HelpName = "KIND:PLACE", Required = true };
        var schemaName = new Option<string>("--schema") { Description = "Which schema, where the file has several.", HelpName = "NAME" };
        var rows = new Option<bool>("--row-count") { Description = "Compare numbers of rows with those of the plan, too." };
        var count = new Option<long?>("--count") { Description = "The same, with so many rows of every table that is not counted by its parents.", HelpName = "N", CustomParser = RowNumber.Parse };
        var profile = new Option<string>("--profile") { Description = "The same, by a named profile of the file.", HelpName = "NAME" };
        Option<string[]> generatorFiles = Generators.Option();
        var command = new Command(
            "test-data",
            "Ask a database whether the constraints of a .tdg file hold in its rows. A line a constraint that does not, and exit code 1 when there is one.\n\nExample: tdg test-data shop.tdg --in sqlite:shop.db")
        {
            file, database, schemaName, rows, count, profile, generatorFiles,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Guarded.Run(cancellation, () =>
        {
            IReadOnlyDictionary<string, ITdgGenerator> generators = Generators.Load(result.GetValue(generatorFiles));
            Schema schema = Sources.Choose(Sources.Read(result.GetRequiredValue(file), [.. generators.Keys], flatten: false), result.GetValue(schemaName), result.GetRequiredValue(file));
            DatabaseTarget target = DatabaseArgument.Read("--in", result.GetRequiredValue(database));
            var options = new PlanOptions { Count = result.GetValue(count), Profile = result.GetValue(profile), Generators = generators };
            Plan? plan = result.GetValue(rows) || options.Count is not null || options.Profile is not null ? Plan.Create(schema, options, cancellation) : null;
            return Report(new DatabaseTest(target, stopped: cancellation).Run(schema.Tables, plan?.Tables.ToDictionary(t => t.Table, t => t.RowCount)));
        })));
        return command;
    }

    private static int Report(IEnumerable<ConstraintResult> results)
    {
        int met = 0, broken = 0, unasked = 0;
        foreach (ConstraintResult result in results)
        {
            if (result.IsMet == true)
            {
                met++;
                continue;
            }

            string violations = result.Violations is { } rows ? string.Create(CultureInfo.InvariantCulture, $": {rows:N0} broken") : "";
            string examples = result.Examples.Count > 0 ? $", as {string.Join("; ", result.Examples)}" : "";
            Console.Out.WriteLine($"{(result.IsMet is null ? "not asked" : "broken")}: {result.Table}: {result.Constraint}{violations}{examples}. {result.Note}".TrimEnd());
            (broken, unasked) = result.IsMet is null ? (broken, unasked + 1) : (broken + 1, unasked);
        }

        Console.Out.WriteLine($"{met} constraints hold, {broken} do not, {unasked} could not be asked for.");
        return broken > 0 ? ExitCode.Failure : ExitCode.Success;
    }
}
