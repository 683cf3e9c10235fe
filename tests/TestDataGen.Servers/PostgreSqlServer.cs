using System.Globalization;

namespace TestDataGen.Servers;

/// <summary>A PostgreSQL server. Its user <c>postgres</c> needs no password.</summary>
public sealed class PostgreSqlServer : DatabaseServer
{
    internal static readonly string[] Programs = ["initdb", "postgres", "psql"];

    /// <summary>A server that is not started yet.</summary>
    public PostgreSqlServer()
        : base("postgres")
    {
    }

    private string Data => Path.Combine(Folder, "data");

    /// <inheritdoc/>
    public override string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Pooling=false";

    private protected override string ProcessIdFile => Path.Combine(Data, "postmaster.pid");

    private protected override string StopSignal => "INT";

    private protected override string[] Initialize() =>
        [Program("initdb"), "--pgdata", Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];

    private protected override string[] Serve() =>
        [Program("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", IsDurable ? "fsync=on" : "fsync=off"];

    private protected override string[] QueryArguments(string? database, string sql) => [.. Client(database ?? "postgres"), "-At", "-c", sql];

    private protected override string[] ScriptArguments(string database, string path) => [.. Client(database), "-f", path];

    private string[] Client(string database) =>
        [Program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-d", database];
}
