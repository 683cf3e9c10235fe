using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary><c>Set-TdgConnection</c>: gives a connection a name and keeps it, without its password.</summary>
[Cmdlet(VerbsCommon.Set, "TdgConnection", DefaultParameterSetName = ConnectionParameters.StringSet, SupportsShouldProcess = true)]
public sealed class SetTdgConnectionCommand : TdgCommand, IDynamicParameters
{
    private readonly ConnectionParametersOf<SetTdgConnectionCommand> _connection = new();

    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The environment variable that will have the password.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PasswordVariable { get; set; }

    /// <inheritdoc/>
    public object GetDynamicParameters() => _connection;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        DatabaseTarget target = TargetOf(_connection);
        (SavedConnection connection, bool hadSecrets) = Guard(() => target.ToSaved(Name, PasswordVariable), MyInvocation.MyCommand.Name);
        if (!ShouldProcess(connection.ToString(), "Save connection"))
            return;
        Guard(() => SavedConnections.OfUser().Set(connection), Name);
        if (hadSecrets)
            WriteWarning($"The password of {Name} is not saved. {(PasswordVariable is null ? "Give -Credential with -Connection, or name an environment variable that has it by -PasswordVariable." : $"It will be taken from the environment variable {PasswordVariable}.")}");
    }
}
