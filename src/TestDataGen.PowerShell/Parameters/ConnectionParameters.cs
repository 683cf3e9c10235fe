using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;

namespace TestDataGen.Parameters;

/// <summary>
/// The parameters that name a database, the same for every cmdlet that connects to one. A cmdlet gives out an object of its own class of them by
/// <see cref="IDynamicParameters"/>: a <see cref="ConnectionParametersOf{TCommand}"/>, or one that adds those of its parameters which only a database has. Its other
/// parameters name the parameter sets below where they may stand beside a database.
/// </summary>
/// <remarks>
/// The engine keeps what it knows of a class of parameters once a process, and writes into it which parameter sets the cmdlet has that it is just binding. With one class for
/// two cmdlets, in one pipeline or on two threads, one would be bound by the sets of the other. And it chooses among the parameter sets before it asks for these parameters: one
/// of the cmdlet's own that stands in several of the sets below, and in no other, would leave it without a choice.
/// </remarks>
public abstract class ConnectionParameters
{
    /// <summary>The parameter set of -ConnectionString.</summary>
    public const string StringSet = "ConnectionString";

    /// <summary>The parameter set of -Server.</summary>
    public const string ServerSet = "Server";

    /// <summary>The parameter set of -SqlInstance.</summary>
    public const string InstanceSet = "SqlInstance";

    /// <summary>The parameter set of -Connection.</summary>
    public const string ConnectionSet = "Connection";

    private protected ConnectionParameters()
    {
    }

    /// <summary>The connection string of a database.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StringSet)]
    [ValidateNotNullOrEmpty]
    public string ConnectionString { get; set; } = "";

    /// <summary>The server.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string Server { get; set; } = "";

    /// <summary>The instance of SQL Server.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet)]
    [Alias("ServerInstance")]
    [ValidateNotNullOrEmpty]
    public string SqlInstance { get; set; } = "";

    /// <summary>The database on the server.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [ValidateNotNullOrEmpty]
    public string? Database { get; set; }

    /// <summary>The server's port.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>Who connects.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>A connection that is open, or the name of a saved one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ConnectionSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public ConnectionArgument Connection { get; set; } = null!;

    /// <summary>What kind of database it is.</summary>
    [Parameter(ParameterSetName = StringSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Parameter(ParameterSetName = ConnectionSet)]
    [ArgumentCompleter(typeof(DialectCompleter))]
    public string? Provider { get; set; }

    /// <summary>The database that is named.</summary>
    /// <param name="parameterSet">The parameter set by which it is named.</param>
    /// <param name="folder">Where a file is found that is named without its folder.</param>
    /// <exception cref="ExportException">What is given names none.</exception>
    internal DatabaseTarget Target(string parameterSet, string folder) => parameterSet switch
    {
        StringSet => DatabaseTarget.FromConnectionString(ConnectionString, Provider, folder),
        ServerSet => DatabaseTarget.FromAddress(Address(Server), Provider, folder),
        InstanceSet => DatabaseTarget.FromAddress(Address(SqlInstance), "sqlserver"),
        ConnectionSet => Connection.Target(Provider, Credential),
        _ => throw new ArgumentOutOfRangeException(nameof(parameterSet), parameterSet, "It names no database."),
    };

    /// <summary>Whether a database is named by a parameter set.</summary>
    internal static bool IsNamedBy(string parameterSet) => parameterSet is StringSet or ServerSet or InstanceSet or ConnectionSet;

    private ServerAddress Address(string server) => new(server, Database, Port, Credential?.UserName, Credential?.GetNetworkCredential().Password);
}
