using System.Data.Common;

namespace TestDataGen.Export;

/// <summary>A database to connect to, or to use by a connection that is open. Says of itself nothing that is secret.</summary>
public sealed class DatabaseTarget
{
    private readonly string? _connectionString;
    private readonly DbConnection? _connection;

    private DatabaseTarget(DatabaseProvider provider, string? connectionString, DbConnection? connection) =>
        (Provider, _connectionString, _connection) = (provider, connectionString, connection);

    /// <summary>What kind of database it is.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>Server and database, for people: no user, no password.</summary>
    public string Display => Provider.Display(_connection?.DataSource, _connection?.Database, _connectionString);

    /// <summary>Whether there is no other connection to be had than the one that was given.</summary>
    internal bool IsOneConnection => _connection is not null;

    /// <summary>By a connection string.</summary>
    /// <param name="connectionString">The connection string as the provider's .NET driver takes it.</param>
    /// <param name="provider">The provider's name; null: the one that the string can be for.</param>
    /// <param name="folder">Where a file is found that is named without its folder; null: in the process's folder.</param>
    /// <exception cref="ExportException">The string is none of the provider's, or may be one of several providers'.</exception>
    public static DatabaseTarget FromConnectionString(string connectionString, string? provider = null, string? folder = null)
    {
        DatabaseProvider chosen = provider is null ? ProviderOf(connectionString) : DatabaseProvider.Find(provider);
        if (chosen.TryRead(connectionString) is null)
            throw Unreadable(chosen.Name);
        return new DatabaseTarget(chosen, folder is null ? connectionString : chosen.Rooted(connectionString, folder), null);
    }

    private static DatabaseProvider ProviderOf(string connectionString)
    {
        DatabaseProvider[] fit = [.. DatabaseProvider.All.Where(p => p.TryRead(connectionString) is not null)];
        DatabaseProvider[] likely = fit.Length < 2 ? fit : [.. fit.Where(p => p.IsLikely(new DbConnectionStringBuilder { ConnectionString = connectionString }))];
        return (fit, likely) switch
        {
            ([var only], _) => only,
            (_, [var only]) => only,
            ([], _) => throw Unreadable("any provider"),
            _ => throw new ExportException($"The connection string may be one for {string.Join(" or ", fit.Select(p => p.Name))}.", $"Say which: -Provider {fit[0].Name}."),
        };
    }

    /// <summary>A SQLite database.</summary>
    public static DatabaseTarget FromSqliteFile(string path) => FromAddress(new ServerAddress(path), "sqlite");

    /// <summary>By a connection that was saved.</summary>
    /// <param name="saved">The connection.</param>
    /// <param name="user">Another user than the saved one; null: none.</param>
    /// <param name="password">The password; null: that of the environment variable that was saved, if one was.</param>
    /// <exception cref="ExportException">The variable is not set.</exception>
    public static DatabaseTarget FromSaved(SavedConnection saved, string? user = null, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(saved);
        DatabaseProvider provider = DatabaseProvider.Find(saved.Provider);
        if (password is null && saved.PasswordVariable is { } variable)
        {
            password = Environment.GetEnvironmentVariable(variable);
            if (string.IsNullOrEmpty(password))
                throw new ExportException($"The connection {saved.Name} takes its password from the environment variable {variable}, which is not set.", $"Set {variable}, or give a credential.");
        }

        return new DatabaseTarget(provider, provider.WithCredential(saved.ConnectionString, user, password), null);
    }

    /// <summary>What is saved of it: all but its secrets.</summary>
    /// <param name="name">The name to save it under.</param>
    /// <param name="passwordVariable">The environment variable that has the password; null: none.</param>
    /// <returns>The connection, and whether it had secrets.</returns>
    /// <exception cref="ExportException">Its connection string is none that could be read again.</exception>
    public (SavedConnection Connection, bool HadSecrets) ToSaved(string name, string? passwordVariable)
    {
        string text = _connectionString ?? _connection!.ConnectionString;
        if (Provider.TryRead(text) is null)
            throw Unreadable(Provider.Name);
        (string plain, bool hadSecrets) = Provider.WithoutSecrets(text);
        return (new SavedConnection(name, Provider.Name, plain, passwordVariable), hadSecrets);
    }

    /// <summary>By the parts of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="provider">The provider's name; null: the one whose port is given.</param>
    /// <param name="folder">Where a file is found that is named without its folder; null: in the process's folder.</param>
    /// <exception cref="ExportException">It can't be told which provider is meant.</exception>
    public static DatabaseTarget FromAddress(ServerAddress address, string? provider = null, string? folder = null)
    {
        DatabaseProvider? chosen = provider is not null ? DatabaseProvider.Find(provider) : DatabaseProvider.All.FirstOrDefault(p => p.DefaultPort == (address.Port ?? -1));
        if (chosen is null)
            throw new ExportException($"What kind of server {address.Server} is can't be told by its name.", AdviceToChoose);
        string text = chosen.ConnectionStringOf(address);
        return new DatabaseTarget(chosen, folder is null ? text : chosen.Rooted(text, folder), null);
    }

    /// <summary>By a connection of any ADO.NET driver. It is left as it was: open if it was open.</summary>
    /// <exception cref="ExportException">It can't be told which provider is meant.</exception>
    public static DatabaseTarget FromConnection(DbConnection connection, string? provider = null)
    {
        DatabaseProvider? chosen = provider is not null ? DatabaseProvider.Find(provider) : DatabaseProvider.All.FirstOrDefault(p => p.IsOf(connection));
        if (chosen is null)
            throw new ExportException($"What kind of database a {connection.GetType().Name} is for can't be told.", AdviceToChoose);
        return new DatabaseTarget(chosen, null, connection);
    }

    /// <summary>Whether it is a file that is not there, as far as that can be known without connecting.</summary>
    public bool IsMissing => WhyMissing is not null;

    private string? WhyMissing => _connectionString is null ? null : Provider.WhyMissing(Provider.TryRead(_connectionString)!);

    /// <summary>Connects to a database that is only read, so that it must be there.</summary>
    internal Database OpenToRead(LoadOptions options, CancellationToken stopped)
    {
        if (WhyMissing is { } reason)
            throw new ExportException(reason, "Give the path of a database that is there.");
        return Open(options, stopped, isOnlyRead: true);
    }

    /// <summary>Connects. Trying again writes nothing twice, so a server that is just starting, or too busy, is given some time.</summary>
    internal Database Open(LoadOptions options, CancellationToken stopped, bool isOnlyRead = false)
    {
        if (_connection is not null)
            return Database.Borrow(this, _connection, options, stopped);
        DbConnectionStringBuilder settings = Provider.TryRead(_connectionString!)!;
        if (!Provider.NamesPlace(settings))
            throw new ExportException($"The connection string for {Provider.Title} names no server or file.", $"Put it into the string: {Provider.PlaceKey}=….");
        for (int tries = 1; ; tries++)
        {
            DbConnection connection = Provider.Connect(isOnlyRead ? Provider.ToRead(settings) : settings, options);
            try
            {
                connection.OpenAsync(stopped).GetAwaiter().GetResult();
                return new Database(this, connection, options, stopped);
            }
            catch (Exception e) when (stopped.IsCancellationRequested)
            {
                connection.Dispose();
                throw new OperationCanceledException(e.Message, e, stopped);
            }
            catch (Exception e) when (Database.IsRefusal(e) || e is ArgumentException or NotSupportedException)
            {
                connection.Dispose();
                if (tries < 3 && e is DbException { IsTransient: true })
                {
                    stopped.WaitHandle.WaitOne(TimeSpan.FromSeconds(tries));
                    stopped.ThrowIfCancellationRequested();
                    continue;
                }

                throw new ExportException($"{Provider.Title} can't be connected to ({Display}): {Provider.Describe(e)} Nothing was written.", "Check server, port, database, user and password.", e);
            }
        }
    }

    /// <summary>Whether a connection is still one; somebody else's is not opened again.</summary>
    internal bool IsOpen(Database database) => !database.IsGivenUp && (_connection is not null || database.Connection.State == System.Data.ConnectionState.Open);

    /// <inheritdoc/>
    public override string ToString() => Display;

    // The driver's own message may quote a piece of the string, and that piece may be the password.
    private static ExportException Unreadable(string provider) =>
        new($"The connection string is none for {provider}: a key in it is not known, or a value that has ; or = in it stands without quotes. It is not shown here, since it may hold a password.", "Correct it by the pages of the provider's .NET driver.");

    private static string AdviceToChoose => $"Choose -Provider {string.Join(", ", DatabaseProvider.All.Select(p => p.Name))}.";
}
