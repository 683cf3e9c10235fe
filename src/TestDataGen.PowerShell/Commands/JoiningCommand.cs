using System.ComponentModel;
using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary>A cmdlet that plans a run whose rows may join those of a database.</summary>
/// <typeparam name="TCommand">The cmdlet.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JoiningCommand<TCommand> : PlanningCommand, IDynamicParameters
    where TCommand : TdgCommand
{
    /// <summary>The parameter set without a database.</summary>
    private protected const string AloneSet = "Alone";

    private protected const string SqliteSet = "Sqlite";

    private protected readonly ConnectionParametersOf<TCommand> _connection = new();

    /// <summary>The database file whose rows the new ones join.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SqliteSet)]
    [ValidateNotNullOrEmpty]
    public string SqlitePath { get; set; } = "";

    /// <inheritdoc/>
    public object GetDynamicParameters() => _connection;

    private protected override DatabaseTarget? JoinedBy(Schema schema) => ParameterSetName switch
    {
        SqliteSet => DatabaseTarget.FromSqliteFile(GetUnresolvedProviderPathFromPSPath(SqlitePath)),
        _ when ConnectionParameters.IsNamedBy(ParameterSetName) => TargetOf(_connection),
        _ => null,
    };
}
