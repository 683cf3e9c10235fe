using System.Globalization;

namespace TestDataGen.Servers;

/// <summary>A MariaDB server. Its user <c>root</c> needs no password.</summary>
public sealed class MariaDbServer : DatabaseServer
{
    internal static readonly string[] Programs = ["mariadb-install-db", "mariadbd", "mariadb"];

    /// <summary>A server that is not started yet.</summary>
    public MariaDbServer()
        : base("mysql")
    {
    }

    private string Data => Path.Combine(Folder, "data");

    /// <inheritdoc/>
    public override string ConnectionString(string database) => $"Server=127.0.0.1;Port={Port};User ID=root;Database={database};Pooling=false";

    private protected override string ProcessIdFile => Path.Combine(Folder, "pid");

    private protected override string StopSignal => "TERM";

    private protected override string[] Initialize() =>
        [Program("mariadb-install-db"), "--no-defaults", $"--datadir={Data}", $"--tmpdir={Folder}", "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"];

    private protected override string[] Serve() =>
    [
        // Another server that starts takes away what it finds in a folder for temporary tables.
        Program("mariadbd"), "--no-defaults", $"--datadir={Data}", $"--tmpdir={Folder}", $"--socket={Path.Combine(Folder, "socket")}", "--bind-address=127.0.0.1",
        $"--port={Port.ToString(CultureInfo.InvariantCulture)}", "--skip-name-resolve", $"--pid-file={ProcessIdFile}", $"--innodb-flush-log-at-trx-commit={(IsDurable ? 1 : 2)}",
    ];

    private protected override string[] QueryArguments(string? database, string sql) => [.. Client(database), "-N", "-B", "-e", sql];

    private protected override string[] ScriptArguments(string database, string path) => Client(database);

    private string[] Client(string? database) =>
    [
        Program("mariadb"), "--no-defaults", "--protocol=tcp", "--host=127.0.0.1", $"--port={Port.ToString(CultureInfo.InvariantCulture)}", "--user=root",
        .. database is null ? Array.Empty<string>() : [database],
    ];
}
