using System.CommandLine;
using TestDataGen.Export;
using TestDataGen.Language;

namespace TestDataGen.Cli;

/// <summary><c>tdg import</c>: a database as a <c>.tdg</c> text.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("database") { Description = "KIND:CONNECTION, as in sqlite:shop.db or \"postgres:Host=…;Database=…\", or env:NAME of a variable that holds the connection; connection:NAME of a saved one; a connection string that only one kind of database takes; or a .sql script, with --dialect." };
        var dialect = new Option<string?>("--dialect") { Description = $"In whose SQL a script is written: {string.Join(", ", SqlDialects.All.Select(d => d.Name))}." };
        var output = new Option<string?>("--output", "-o") { Description = "The .tdg file; the standard output without." };
        var name = new Option<string?>("--name") { Description = "The schema's name; the database's without." };
        var lookups = new Option<bool>("--with-lookup-rows") { Description = "Keep the rows of tables that others refer to and that have 50 or fewer. These are real data." };
        var force = new Option<bool>("--force") { Description = "Replace a file that exists." };
        var command = new Command(
            "import",
            "Read a database and write it as a schema. What the schema does not say is told at the standard error, and stands in it as a comment.\n\nExample: tdg import sqlite:shop.db -o shop.tdg")
        {
            from, dialect, output, name, lookups, force,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Guarded.Run(
            cancellation,
            () => Write(
                Import(result.GetRequiredValue(from), result.GetValue(dialect), new ImportOptions { Name = result.GetValue(name), WithLookupRows = result.GetValue(lookups) }, cancellation),
                result.GetValue(output),
                result.GetValue(force)))));
        return command;
    }

    private static ImportedSchema Import(string from, string? dialect, ImportOptions options, CancellationToken cancellation)
    {
        if (!string.Equals(Path.GetExtension(from), ".sql", StringComparison.OrdinalIgnoreCase))
            return SchemaImport.From(TargetOf(from), options, cancellation);
        SqlDialect chosen = (dialect is null ? null : SqlDialects.Find(dialect))
            ?? throw new UsageException($"{(dialect is null ? $"It can't be told in whose SQL {from} is written." : $"There is no dialect '{dialect}'.")} Give --dialect {string.Join(", ", SqlDialects.All.Select(d => d.Name))}.");
        return SchemaImport.FromScript(from, chosen, options);
    }

    private static int Write(ImportedSchema imported, string? output, bool force)
    {
        foreach (ImportNote note in imported.Notes)
            Console.Error.WriteLine($"warning: {note}");
        if (output is null)
            Console.Out.Write(imported.Text);
        else
            SchemaImport.Save(new SourceText(output, imported.Text), Path.GetFullPath(output), force);
        return ExitCode.Success;
    }

    // A connection string may have a colon in it, too; what has no = in it is none.
    private static DatabaseTarget TargetOf(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal))
            return DatabaseArgument.Read("import", text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? null : DatabaseArgument.TryRead(text[..colon], text[(colon + 1)..])) ?? DatabaseTarget.FromConnectionString(text);
    }
}
