using System.CommandLine;
using System.Globalization;

namespace TestDataGen.Benchmarks.Schemas;

/// <summary><c>schemas</c>: public schemas read from their servers, filled, and what the servers refused.</summary>
internal static class SchemasCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Scripts named after schema and server: pagila.postgres.sql, sakila.mysql.sql, chinook.sqlite.sql." };
        var rows = new Option<long>("--rows") { Description = "Rows of a table that is not counted per another.", DefaultValueFactory = _ => 1000 };
        var texts = new Option<DirectoryInfo?>("--texts") { Description = "Where the .tdg texts are kept." };
        var only = new Option<string[]>("--only") { Description = "The scripts to run, by their file names; all if none is named.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("schemas", "Runs each script on a server of its own, reads the database as .tdg, fills it, and prints what was asked, loaded and refused.") { folder, rows, texts, only };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(rows), parsed.GetValue(texts), parsed.GetValue(only) ?? []));
        return command;
    }

    private static int Run(DirectoryInfo folder, long rows, DirectoryInfo? texts, string[] only)
    {
        using var servers = new SchemaServers();
        var results = new List<SchemaResult>();
        foreach (FileInfo script in folder.EnumerateFiles("*.sql").Where(f => SchemaServers.Knows(f) && (only.Length == 0 || only.Contains(f.Name, StringComparer.Ordinal))).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            SchemaResult result = script.Name.EndsWith(".sqlserver.sql", StringComparison.Ordinal) ? TSqlRun.Run(script, rows, texts) : SchemaRun.Run(servers, script, rows, texts);
            Console.Error.WriteLine($"{script.Name}: {result.Loaded} of {result.Asked} {result.Failure}");
            results.Add(result);
        }

        Print(results);
        return results.TrueForAll(r => r.Rejected == 0 && r.Broken == 0 && r.Failure is null) ? 0 : 1;
    }

    private static void Print(List<SchemaResult> results)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        Console.WriteLine("| schema | server | tables | left out | rows asked | rows loaded | rejected | constraints not met | seconds |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (SchemaResult r in results.Where(r => r.Server != "T-SQL"))
            Console.WriteLine(string.Create(culture, $"| {r.Name} | {r.Server} | {r.Tables} | {r.LeftOut} | {r.Asked:N0} | {r.Loaded:N0} | {r.Rejected:N0} | {r.Broken:N0} | {r.Seconds:N1} |"));
        Console.WriteLine();
        Console.WriteLine(string.Join(", ", results.Select(r => r.Version).Where(v => v.Length > 0).Distinct()));
        Console.WriteLine();
        Console.WriteLine("| T-SQL schema | tables | left out | rows asked | rows written | statements | not parsed |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (SchemaResult r in results.Where(r => r.Server == "T-SQL"))
            Console.WriteLine(string.Create(culture, $"| {r.Name} | {r.Tables} | {r.LeftOut} | {r.Asked:N0} | {r.Loaded:N0} | {r.Statements:N0} | {r.Rejected:N0} |"));
        foreach (SchemaResult r in results.Where(r => r.Notes.Count > 0 || r.Failure is not null))
        {
            Console.WriteLine();
            Console.WriteLine($"{r.Name}, {r.Server}:");
            foreach (string note in r.Notes.Concat(r.Failure is null ? [] : [r.Failure]))
                Console.WriteLine($"- {note}");
        }
    }
}
