using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary><c>Export-TdgSql</c>: a database, or an SQL script.</summary>
[Cmdlet(VerbsData.Export, "TdgSql", DefaultParameterSetName = SqliteSet, SupportsShouldProcess = true)]
[OutputType(typeof(ExportSummary))]
public sealed class ExportTdgSqlCommand : ExportCommand, IDynamicParameters
{
    private const string SqliteSet = "Sqlite";
    private const string ScriptSet = LoadParameters.ScriptSet;
    private readonly LoadParameters _load = new();
    private DatabaseTarget? _target;

    /// <summary>The database file.</summary>
    [Parameter(Position = 0, ParameterSetName = SqliteSet)]
    [ValidateNotNullOrEmpty]
    public string? SqlitePath { get; set; }

    /// <summary>Whether rows are added to a database that is there.</summary>
    [Parameter(ParameterSetName = SqliteSet)]
    [Parameter(ParameterSetName = ConnectionParameters.StringSet)]
    [Parameter(ParameterSetName = ConnectionParameters.ServerSet)]
    [Parameter(ParameterSetName = ConnectionParameters.InstanceSet)]
    [Parameter(ParameterSetName = ConnectionParameters.ConnectionSet)]
    public SwitchParameter Append { get; set; }

    /// <summary>The script.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>For which database the script is.</summary>
    [Parameter(ParameterSetName = ScriptSet)]
    [ArgumentCompleter(typeof(DialectCompleter))]
    public string Dialect { get; set; } = "sqlite";

    private bool IsOnServer => ConnectionParameters.IsNamedBy(ParameterSetName);

    /// <inheritdoc/>
    public object GetDynamicParameters() => _load;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Append && Force)
            Refuse("-Force replaces the database and -Append adds to it: both at once can't be.", "ForceAndAppend", this, "Give one of them.");
        if (Append && _load.Truncate)
            Refuse("-Truncate deletes the rows that are there and -Append adds to them: both at once can't be.", "TruncateAndAppend", this, "Give one of them.");
        if (SqlDialects.Find(Dialect) is null)
            Refuse($"There is no dialect '{Dialect}'.", "UnknownDialect", Dialect, $"Choose one of {Known}.");
        if (_load.Provider is { } provider && SqlDialects.Find(provider) is null)
            Refuse($"There is no provider '{provider}'.", "UnknownProvider", provider, $"Choose one of {Known}.");
        if (ParameterSetName == ScriptSet && System.IO.Path.GetExtension(Path).ToLowerInvariant() is ".db" or ".db3" or ".sqlite" or ".sqlite3")
            Refuse($"'{Path}' looks like a database, but -Path names a script.", "ScriptNamedLikeADatabase", Path, $"Write -SqlitePath {Path} for a database, or a name that ends in .sql.");
        if (string.Equals(System.IO.Path.GetExtension(SqlitePath), ".sql", StringComparison.OrdinalIgnoreCase))
            Refuse($"'{SqlitePath}' looks like a script, but this makes a database.", "DatabaseNamedLikeAScript", SqlitePath!, $"Write -Path {SqlitePath} for a script, or a name that ends in .db.");
    }

    private protected override string DestinationFor(string name)
    {
        if (IsOnServer)
            return Target().Display;
        if (ParameterSetName == ScriptSet)
            return FilePathOf(Path);
        // A schema may have any name; a file may not.
        return FilePathOf(SqlitePath ?? System.IO.Path.Combine(".", new FileNames().For(name) + ".db"));
    }

    // The parts of one run fit together as they are.
    private protected override DatabaseTarget? JoinedBy(Schema schema)
    {
        if (!Append || Partition is not null)
            return null;
        string destination = DestinationFor(schema.Name);
        if (IsOnServer)
            return Target().IsMissing ? null : Target();
        return SqliteSink.IsThere(destination) ? DatabaseTarget.FromSqliteFile(destination) : null;
    }

    private protected override int SecondsToAsk => _load.Timeout;

    private protected override RowSink Open(string destination) => ParameterSetName switch
    {
        SqliteSet => new SqliteSink(destination, Force, Append),
        ScriptSet => new SqlScriptSink(destination, SqlDialects.Find(Dialect)!, Force, _load.CreateTable),
        _ => new DatabaseSink(Target(), Options(), Stopped),
    };

    private protected override IReadOnlyList<string> Explain(Plan plan)
    {
        if (!IsOnServer)
            return [];
        using var sink = new DatabaseSink(Target(), Options(), Stopped);
        return sink.Explain(plan);
    }

    // Rows of others are lost for good: asked for even where nobody said -Confirm.
    private protected override bool IsConfirmed(string destination)
    {
        if (!_load.Truncate || Force || MyInvocation.BoundParameters.ContainsKey("Confirm") || Equals(SessionState.PSVariable.GetValue("ConfirmPreference"), ConfirmImpact.None))
            return true;
        try
        {
            return ShouldContinue($"All rows of the tables that are loaded are deleted first in {destination}.", "Delete rows");
        }
        catch (Exception e) when (e is PSInvalidOperationException or PSNotImplementedException or System.Management.Automation.Host.HostException)
        {
            Refuse("-Truncate deletes rows, and there is nobody here to confirm it.", "NotConfirmed", destination, "Give -Confirm:$false, or -Force.");
            return false;
        }
    }

    private DatabaseTarget Target() => _target ??= TargetOf(_load);

    private LoadOptions Options() => _load.Options(_load.BadRowPath is { } path ? FilePathOf(path) : null, Force);

    private static string Known => string.Join(", ", SqlDialects.All.Select(d => d.Name));

    private void Refuse(string message, string id, object target, string advice) =>
        ThrowTerminatingError(Failure.Of(new PSArgumentException($"{message} {advice}"), id, ErrorCategory.InvalidArgument, target, advice));
}
