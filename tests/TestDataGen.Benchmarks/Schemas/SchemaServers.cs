using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TestDataGen.Export;
using TestDataGen.Servers;

namespace TestDataGen.Benchmarks.Schemas;

/// <summary>The servers on which scripts are run.</summary>
internal sealed class SchemaServers : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tdg-schemas-");
    private readonly PostgreSqlServer _postgres = new();
    private readonly MariaDbServer _mariaDb = new();

    /// <summary>Runs a script in a new database.</summary>
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

        DatabaseServer server = kind switch
        {
            "postgres" => _postgres,
            "mysql" => _mariaDb,
            _ => throw new ArgumentException($"There is no server for {script.Name}: name it NAME.postgres.sql, NAME.mysql.sql or NAME.sqlite.sql."),
        };
        string database = server.NewDatabase();
        server.RunScript(database, WithoutDatabase(script, kind));
        return DatabaseTarget.FromConnectionString(server.ConnectionString(database), kind);
    }

    // The tables go into a database of the run's own, whatever the script says.
    private string WithoutDatabase(FileInfo script, string kind)
    {
        var statement = new Regex(kind == "mysql" ? @"^\s*((DROP|CREATE) (DATABASE|SCHEMA)|USE)\b" : @"^\s*((DROP|CREATE) DATABASE\b|\\c\b|\\connect\b)", RegexOptions.IgnoreCase);
        string path = Path.Combine(_folder.FullName, script.Name);
        File.WriteAllLines(path, File.ReadLines(script.FullName).Where(l => !statement.IsMatch(l)));
        return path;
    }

    public void Dispose()
    {
        _postgres.Dispose();
        _mariaDb.Dispose();
        _folder.Delete(recursive: true);
    }
}
