using System.Globalization;

namespace TestDataGen.Servers;

/// <summary>A MariaDB server, or MySQL's own where <c>TDG_TEST_MYSQL</c> is set. Its user <c>root</c> needs no password.</summary>
public sealed class MariaDbServer : DatabaseServer
{
    private static readonly string[] MariaDb = ["mariadb-install-db", "mariadbd", "mariadb"];
    private static readonly string[] MySql = ["mysqld", "mysql"];

    /// <summary>A server that is not started yet.</summary>
    public MariaDbServer()
        : base("mysql")
    {
    }

    /// <summary>Whether it is MySQL's own.</summary>
    public static bool IsMySql { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TDG_TEST_MYSQL"));

    /// <summary>Its name.</summary>
    public static string Name => IsMySql ? "MySQL" : "MariaDB";

    /// <summary>The Debian package that has it.</summary>
    internal static string Package => IsMySql ? "mysql-server" : "mariadb-server";

    internal static string[] Programs => IsMySql ? MySql : MariaDb;

    private string Data => Path.Combine(Folder, "data");

    /// <inheritdoc/>
    public override string ConnectionString(string database) => $"Server=127.0.0.1;Port={Port};User ID=root;Database={database};Pooling=false";

    private protected override string ProcessIdFile => Path.Combine(Folder, "pid");

    private protected override string StopSignal => "TERM";

    private protected override string[] Initialize() => IsMySql
        ? [Program("mysqld"), "--no-defaults", $"--datadir={Data}", $"--tmpdir={Folder}", "--secure-file-priv=", "--initialize-insecure"]
        : [Program("mariadb-install-db"), "--no-defaults", $"--datadir={Data}", $"--tmpdir={Folder}", "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"];

    private protected override string[] Serve() =>
    [
        // Another server that starts takes away what it finds in a folder for temporary tables.
        Program(IsMySql ? "mysqld" : "mariadbd"), "--no-defaults", $"--datadir={Data}", $"--tmpdir={Folder}", $"--socket={Path.Combine(Folder, "socket")}", "--bind-address=127.0.0.1",
        $"--port={Port.ToString(CultureInfo.InvariantCulture)}", $"--pid-file={ProcessIdFile}", $"--innodb-flush-log-at-trx-commit={(IsDurable ? 1 : 2)}",
        // MySQL knows root by the name of this machine only, and does not allow what MariaDB does.
        .. IsMySql ? (string[])["--local-infile=1", "--mysqlx=OFF", "--secure-file-priv="] : ["--skip-name-resolve"],
    ];

    private protected override string[] QueryArguments(string? database, string sql) => [.. Client(database), "-N", "-B", "-e", sql];

    private protected override string[] ScriptArguments(string database, string path) => Client(database);

    private string[] Client(string? database) =>
    [
        Program(IsMySql ? "mysql" : "mariadb"), "--no-defaults", "--protocol=tcp", "--host=127.0.0.1", $"--port={Port.ToString(CultureInfo.InvariantCulture)}", "--user=root", "--local-infile=1",
        .. database is null ? Array.Empty<string>() : [database],
    ];
}
