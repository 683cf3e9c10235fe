using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TestDataGen.Servers;

/// <summary>
/// A database server of the tests' own: data in a temporary folder, on loopback, started when it is first asked for a database and gone with the tests. Give it to
/// a class of tests as its fixture.
/// </summary>
public abstract class DatabaseServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // All of them at once, and none is left behind but as an entry that its parent has not asked for.
    private const string Killing = """
        all="$0 $(cat /proc/$0/task/$0/children 2>/dev/null)"
        kill -KILL $all 2>/dev/null
        for one in $all; do
          while [ -d /proc/$one ] && ! grep -q '^State:[[:space:]]*Z' /proc/$one/status 2>/dev/null; do sleep 0.02; done
        done
        """;

    private readonly object _starting = new();
    private readonly string _user;
    private Process? _server;
    private int _databases;

    private protected DatabaseServer(string user) => _user = user;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>Whether what it keeps is on the disk before it says so, as where nobody sets a server up otherwise; tests are quicker without.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Megabytes of a disk of its own that the server gets besides its folder; 0: none. Set before it starts; what is on the disk goes with the server.</summary>
    public int SmallDiskMegabytes { get; set; }

    /// <summary>The folder of that disk.</summary>
    public string SmallDisk => Path.Combine(Folder, "small");

    /// <summary>The server's folder.</summary>
    protected string Folder { get; private set; } = "";

    /// <summary>Creates an empty database and gives its name.</summary>
    public string NewDatabase()
    {
        lock (_starting)
        {
            if (_server is null)
                Start();
            string name = $"test{++_databases}";
            Query(null, $"CREATE DATABASE {name}");
            return name;
        }
    }

    /// <summary>Ends the server as a failure of the machine does. The next new database starts it again, with what it had kept.</summary>
    public void Crash()
    {
        if (_server is null)
            return;
        // With its children: one that lives on for a moment would keep the next start from its memory.
        Run(["sh", "-c", Killing, File.ReadLines(ProcessIdFile).First().Trim()]);
        _server.StandardInput.Close();
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    /// <summary>Starts the server if it is not running.</summary>
    public void Restart()
    {
        lock (_starting)
        {
            if (_server is null)
                Start();
        }
    }

    /// <summary>How a .NET provider connects to a database.</summary>
    public abstract string ConnectionString(string database);

    /// <summary>Runs a script as a user does, by the server's own client.</summary>
    /// <exception cref="InvalidOperationException">A statement failed; the message is the client's.</exception>
    public void RunScript(string database, string path) => RunClient(ScriptArguments(database, path), path);

    /// <summary>The rows of a query by the server's own client, each as it shows them.</summary>
    public string[] Rows(string database, string sql) => Run(QueryArguments(database, sql)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a statement by the server's own client; null for a database: none yet.</summary>
    protected void Query(string? database, string sql) => RunClient(QueryArguments(database, sql), null);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_server is not null)
        {
            // The shell around the server ends it as soon as nobody holds its input: also when the tests themselves are killed.
            _server.StandardInput.Close();
            if (!_server.WaitForExit(Patience))
                _server.Kill(entireProcessTree: true);
            _server.Dispose();
        }

        if (Folder.Length > 0)
            Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The command that makes an empty data folder.</summary>
    private protected abstract string[] Initialize();

    /// <summary>The command of the server itself.</summary>
    private protected abstract string[] Serve();

    /// <summary>The file whose first line is the server's process id.</summary>
    private protected abstract string ProcessIdFile { get; }

    /// <summary>The signal that ends it at once.</summary>
    private protected abstract string StopSignal { get; }

    /// <summary>The client's command for a statement.</summary>
    private protected abstract string[] QueryArguments(string? database, string sql);

    /// <summary>The client's command for a script. The script is its standard input, too.</summary>
    private protected abstract string[] ScriptArguments(string database, string path);

    /// <summary>The path of one of the server's programs.</summary>
    private protected static string Program(string name) => ServerPrograms.Find(name) ?? throw new InvalidOperationException($"{name} is not installed.");

    private void Start()
    {
        // Once, also where a start failed and is tried again.
        if (Folder.Length == 0)
            Folder = Directory.CreateTempSubdirectory("tdg-server-").FullName;
        if (Port == 0)
        {
            if (Environment.IsPrivilegedProcess)
                Run(["chown", _user, Folder]);
            Run(AsUser(Initialize()));
            Port = FreePort();
        }

        _server = Start(["sh", "-c", $"\"$@\" >{Folder}/server.log 2>&1 & read -r end; kill -{StopSignal} $!; wait", "sh", .. BesideSmallDisk(AsUser(Serve()))]);
        var waited = Stopwatch.StartNew();
        while (!TryConnect())
        {
            if (_server.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException($"The server did not start.\n{File.ReadAllText(Path.Combine(Folder, "server.log"))}");
            Thread.Sleep(50);
        }
    }

    private bool TryConnect()
    {
        try
        {
            Query(null, "SELECT 1");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // The disk is seen by the server alone, and gone with it.
    private string[] BesideSmallDisk(string[] command)
    {
        if (SmallDiskMegabytes == 0)
            return command;
        Directory.CreateDirectory(SmallDisk);
        return [.. SmallMount.Unshared, "sh", "-c", FormattableString.Invariant($"mount -t tmpfs -o size={SmallDiskMegabytes}m,uid={_user},mode=700 tdg \"$0\" && exec \"$@\""), SmallDisk, .. command];
    }

    // Servers refuse to run as root.
    private string[] AsUser(string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={_user}", $"--regid={_user}", "--clear-groups", .. command] : command;

    private void RunClient(string[] command, string? script) => Run(command, script);

    private string Run(string[] command, string? input = null)
    {
        using Process process = Start(command);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null)
            {
                using FileStream script = File.OpenRead(input);
                script.CopyTo(process.StandardInput.BaseStream);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended at an error, before the end of the script; that error is told below.
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(command[0])}: {error.Result}{output.Result}");
        return output.Result;
    }

    private Process Start(string[] command)
    {
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        return Process.Start(info)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
