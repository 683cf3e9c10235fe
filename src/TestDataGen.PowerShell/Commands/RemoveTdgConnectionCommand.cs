using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;

namespace TestDataGen.Commands;

/// <summary><c>Remove-TdgConnection</c>: forgets connections that the user has saved.</summary>
[Cmdlet(VerbsCommon.Remove, "TdgConnection", SupportsShouldProcess = true)]
public sealed class RemoveTdgConnectionCommand : TdgCommand
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(
        () =>
        {
            SavedConnections connections = SavedConnections.OfUser();
            foreach (SavedConnection connection in GetTdgConnectionCommand.Matching(connections.All(), Name, WriteError))
            {
                if (ShouldProcess(connection.ToString(), "Forget connection"))
                    connections.Remove(connection.Name);
            }
        },
        MyInvocation.MyCommand.Name);
}
