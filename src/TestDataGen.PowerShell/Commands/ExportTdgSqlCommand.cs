using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;

namespace TestDataGen.Commands;

/// <summary><c>Export-TdgSql</c>: an SQLite database, or an SQL script.</summary>
[Cmdlet(VerbsData.Export, "TdgSql", DefaultParameterSetName = DatabaseSet, SupportsShouldProcess = true)]
[OutputType(typeof(ExportSummary))]
public sealed class ExportTdgSqlCommand : ExportCommand
{
    private const string DatabaseSet = "Database";
    private const string ScriptSet = "Script";

    /// <summary>The database file.</summary>
    [Parameter(Position = 0, ParameterSetName = DatabaseSet)]
    [ValidateNotNullOrEmpty]
    public string? SqlitePath { get; set; }

    /// <summary>Whether rows are added to a database that is there.</summary>
    [Parameter(ParameterSetName = DatabaseSet)]
    public SwitchParameter Append { get; set; }

    /// <summary>The script.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>For which database the script is.</summary>
    [Parameter(ParameterSetName = ScriptSet)]
    [ArgumentCompleter(typeof(DialectCompleter))]
    public string Dialect { get; set; } = "sqlite";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Append && Force)
            Refuse("-Force replaces the database and -Append adds to it: both at once can't be.", "ForceAndAppend", this, "Give one of them.");
        if (SqlDialects.Find(Dialect) is null)
        {
            string known = string.Join(", ", SqlDialects.All.Select(d => d.Name));
            Refuse($"There is no dialect '{Dialect}'.", "UnknownDialect", Dialect, $"Choose one of {known}.");
        }

        if (ParameterSetName == ScriptSet && System.IO.Path.GetExtension(Path).ToLowerInvariant() is ".db" or ".db3" or ".sqlite" or ".sqlite3")
            Refuse($"'{Path}' looks like a database, but -Path names a script.", "ScriptNamedLikeADatabase", Path, $"Write -SqlitePath {Path} for a database, or a name that ends in .sql.");
        if (string.Equals(System.IO.Path.GetExtension(SqlitePath), ".sql", StringComparison.OrdinalIgnoreCase))
            Refuse($"'{SqlitePath}' looks like a script, but this makes a database.", "DatabaseNamedLikeAScript", SqlitePath!, $"Write -Path {SqlitePath} for a script, or a name that ends in .db.");
    }

    private protected override string DestinationFor(string name)
    {
        if (ParameterSetName == ScriptSet)
            return FilePathOf(Path);
        // A schema may have any name; a file may not.
        return FilePathOf(SqlitePath ?? System.IO.Path.Combine(".", new FileNames().For(name) + ".db"));
    }

    private protected override RowSink Open(string destination) => ParameterSetName == ScriptSet
        ? new SqlScriptSink(destination, SqlDialects.Find(Dialect)!, Force)
        : new SqliteSink(destination, Force, Append);

    private void Refuse(string message, string id, object target, string advice) =>
        ThrowTerminatingError(Failure.Of(new PSArgumentException($"{message} {advice}"), id, ErrorCategory.InvalidArgument, target, advice));
}
