using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TestDataGen.Export;
using TestDataGen.Servers;

namespace TestDataGen.Benchmarks.Schemas;

/// <summary>The servers on which scripts are run.</summary>
internal sealed partial class SchemaServers : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tdg-schemas-");
    private readonly PostgreSqlServer _postgres = new();
    private readonly MariaDbServer _mariaDb = new();

    /// <summary>Whether a script can be run or read, by its name.</summary>
    public static bool Knows(FileInfo script) => script.Name.Split('.') is [_, .., "postgres" or "mysql" or "sqlite" or "sqlserver", _];

    /// <summary>Runs a script in a database of its own.</summary>
    public DatabaseTarget Create(string kind, FileInfo script)
    {
        if (kind == "sqlite")
        {
            string connectionString = $"Data Source={Path.Combine(_folder.FullName, Path.ChangeExtension(script.Name, ".db"))};Pooling=false";
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = File.ReadAllText(script.FullName);
            command.ExecuteNonQuery();
            return DatabaseTarget.FromConnectionString(connectionString, kind);
        }

        DatabaseServer server = kind == "postgres" ? _postgres : _mariaDb;
        string database = server.NewDatabase();
        server.RunScript(database, Alone(script));
        // Some scripts make their own database and go there.
        Match named = OwnDatabase().Match(File.ReadAllText(script.FullName));
        return DatabaseTarget.FromConnectionString(server.ConnectionString(named.Success ? named.Groups[1].Value : database), kind);
    }

    // A script as it is, but for the lines that bring rows from files beside it.
    private string Alone(FileInfo script)
    {
        string path = Path.Combine(_folder.FullName, script.Name);
        File.WriteAllLines(path, File.ReadLines(script.FullName).Where(l => !FromAnotherFile().IsMatch(l)));
        return path;
    }

    [GeneratedRegex(@"^\s*(\\copy|source)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FromAnotherFile();

    [GeneratedRegex(@"^\s*(?:USE|\\c|\\connect)\s+[`""]?(\w+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex OwnDatabase();

    public void Dispose()
    {
        _postgres.Dispose();
        _mariaDb.Dispose();
        _folder.Delete(recursive: true);
    }
}
