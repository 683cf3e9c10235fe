using System.CommandLine;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary><c>tdg validate</c>: the diagnostics of files, for people, editors and pipelines.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "The .tdg files; * and ? stand for any characters of a name.", Arity = ArgumentArity.OneOrMore };
        var against = new Option<string>("--against")
        {
            Description = "Compare the files with a database, too: sqlite:FILE, or postgres:, mysql: or sqlserver: and a connection string, or env:NAME of a variable that holds it, or connection:NAME of a saved one.",
            HelpName = "KIND:PLACE",
        };
        var flatten = new Option<bool>("--flatten") { Description = "With --against: the database has columns for the parts of composite types, home_street, and not JSON." };
        Option<string[]> generatorFiles = Generators.Option();
        var command = new Command(
            "validate",
            "Check .tdg files. A line a diagnostic, file(line,column): error TDG0000: …, and exit code 1 when there is an error.\n\nExample: tdg validate schemas/*.tdg\n\n"
            + "With --against a line for each difference from the database, file: drift: …, and exit code 1 when there is one.\n\nExample: tdg validate shop.tdg --against postgres:env:SHOP")
        {
            files, against, flatten, generatorFiles,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Guarded.Run(
            cancellation,
            () => Validate(
                FilePatterns.Expand(result.GetRequiredValue(files)),
                result.GetValue(against) is { } place ? new SchemaDrift(DatabaseArgument.Read("--against", place), cancellation) : null,
                result.GetValue(flatten),
                Generators.Load(result.GetValue(generatorFiles)),
                cancellation))));
        return command;
    }

    private static int Validate(IReadOnlyList<string> files, SchemaDrift? drift, bool flatten, IReadOnlyDictionary<string, ITdgGenerator> generators, CancellationToken cancellation)
    {
        bool isFailed = false;
        foreach (string path in files)
        {
            ReadResult read = SchemaReader.ReadFile(path, FormatCatalog.Signatures, generators: [.. generators.Keys], dataSets: DataSetReader.Instance, flatten: flatten);
            IReadOnlyList<Diagnostic> diagnostics = [.. read.Diagnostics, .. read.Schemas.SelectMany(s => Plan.Diagnose(s, generators, cancellation))];
            foreach (Diagnostic diagnostic in diagnostics)
            {
                Console.Out.WriteLine(diagnostic);
                if (Environment.GetEnvironmentVariable("TF_BUILD") is not null)
                    Console.Out.WriteLine(LoggingCommand(diagnostic));
            }

            isFailed |= diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
            if (drift is null || read.HasErrors)
                continue;
            foreach (SchemaDifference difference in drift.Compare([.. read.Schemas.SelectMany(s => s.Tables)]))
            {
                isFailed = true;
                Console.Out.WriteLine($"{path}: drift: {difference.Message}");
                if (Environment.GetEnvironmentVariable("TF_BUILD") is not null)
                    Console.Out.WriteLine($"##vso[task.logissue type=error;sourcepath={Escape(path)};]{Escape(difference.Message)}");
            }
        }

        return isFailed ? ExitCode.Failure : ExitCode.Success;
    }

    // https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands: %, CR, LF, ; and ] are escaped.
    private static string LoggingCommand(Diagnostic diagnostic)
    {
        string type = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string place = diagnostic.Path is null ? "" : $"sourcepath={Escape(diagnostic.Path)};linenumber={diagnostic.Line};columnnumber={diagnostic.Column};";
        return $"##vso[task.logissue type={type};{place}code={diagnostic.Code}]{Escape($"{diagnostic.Message} {diagnostic.Hint}".TrimEnd())}";
    }

    private static string Escape(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
