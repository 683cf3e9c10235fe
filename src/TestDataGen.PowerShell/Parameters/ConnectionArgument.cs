using System.Data.Common;
using System.Management.Automation;
using TestDataGen.Export;

namespace TestDataGen.Parameters;

/// <summary>What -Connection takes: a connection of any driver, or the name of one that <c>Set-TdgConnection</c> has saved.</summary>
/// <remarks>PowerShell makes it of a name by the constructor. One that is none makes an error there, so that a row's text column <c>connection</c> is not taken for one.</remarks>
public sealed class ConnectionArgument
{
    private readonly DbConnection? _open;
    private readonly SavedConnection? _saved;

    /// <summary>A saved connection by its name.</summary>
    /// <exception cref="ExportException">There is none of this name.</exception>
    public ConnectionArgument(string name)
    {
        try
        {
            _saved = SavedConnections.OfUser().Find(name);
        }
        catch (ExportException e)
        {
            // PowerShell shows no more than the message of what a conversion throws.
            throw new ExportException($"{e.Message} {e.Advice}", e.Advice, e);
        }
    }

    internal ConnectionArgument(DbConnection open) => _open = open;

    /// <summary>The database.</summary>
    /// <exception cref="ExportException">It can't be told which is meant, or the password is missing.</exception>
    internal DatabaseTarget Target(string? provider, PSCredential? credential) => (_open, _saved) switch
    {
        ({ } open, _) when credential is null => DatabaseTarget.FromConnection(open, provider),
        ({ }, _) => throw new ExportException("-Credential says nothing to a connection that is open.", "Give it with the name of a saved connection, or with -Server."),
        (_, { } saved) when provider is null || string.Equals(provider, saved.Provider, StringComparison.OrdinalIgnoreCase) =>
            DatabaseTarget.FromSaved(saved, credential?.UserName, credential?.GetNetworkCredential().Password),
        _ => throw new ExportException($"The connection {_saved!.Name} is one for {_saved.Provider}.", "Leave out -Provider."),
    };

    /// <inheritdoc/>
    public override string ToString() => _saved?.Name ?? _open!.GetType().Name;
}
