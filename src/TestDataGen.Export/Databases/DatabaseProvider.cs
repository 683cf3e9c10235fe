using System.Data.Common;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>How one kind of database is connected to, asked and loaded. What its SQL looks like is its dialect's business.</summary>
public abstract class DatabaseProvider
{
    /// <summary>The providers of all dialects, in their order.</summary>
    public static IEnumerable<DatabaseProvider> All => SqlDialects.All.Select(d => d.Provider);

    /// <summary>The provider of a name, without regard to case.</summary>
    /// <exception cref="ExportException">There is none.</exception>
    public static DatabaseProvider Find(string name) =>
        SqlDialects.Find(name)?.Provider ?? throw new ExportException($"There is no provider '{name}'.", $"Choose one of {string.Join(", ", All.Select(p => p.Name))}.");

    /// <summary>The name by which users choose it.</summary>
    public string Name => Dialect.Name;

    /// <summary>Its SQL.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>What people call it.</summary>
    public abstract string Title { get; }

    /// <summary>The port that its servers listen on when nobody says otherwise; 0: it has none.</summary>
    public abstract int DefaultPort { get; }

    /// <summary>The names of connection classes that speak to it, other modules' drivers included.</summary>
    internal abstract IReadOnlyList<string> ConnectionTypes { get; }

    /// <summary>Whether a statement that creates or alters something is taken back with its transaction.</summary>
    internal virtual bool HasTransactionalDdl => true;

    /// <summary>Whether a savepoint can be given up when its rows are in; otherwise it lasts as long as its transaction.</summary>
    internal virtual bool ReleasesSavepoints => true;

    /// <summary>Whether foreign keys are looked at while rows come in.</summary>
    internal virtual bool ChecksForeignKeys => true;

    /// <summary>Whether several connections can write at the same time.</summary>
    internal virtual bool TakesManyWriters => true;

    /// <summary>Whether names of columns that differ in case only are different names.</summary>
    internal virtual StringComparer ColumnNames => StringComparer.OrdinalIgnoreCase;

    /// <summary>Whether foreign keys are disabled for the session alone, and not for the table.</summary>
    internal virtual bool DisablesBySession => true;

    /// <summary>Whether a connection of any driver is one to this kind of database.</summary>
    internal bool IsOf(DbConnection connection)
    {
        for (Type? type = connection.GetType(); type is not null; type = type.BaseType)
        {
            if (ConnectionTypes.Contains(type.Name))
                return true;
        }

        return false;
    }

    /// <summary>Reads a connection string; null where it is none of this provider's.</summary>
    internal DbConnectionStringBuilder? TryRead(string connectionString)
    {
        try
        {
            return Read(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException or NotSupportedException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Reads a connection string, by the driver's own rules.</summary>
    private protected abstract DbConnectionStringBuilder Read(string connectionString);

    /// <summary>Whether a connection string that several providers can read is most likely meant for this one.</summary>
    /// <param name="written">The string's keys as they are written, and their values.</param>
    internal abstract bool IsLikely(DbConnectionStringBuilder written);

    private protected static bool Has(DbConnectionStringBuilder written, params string[] keys) => keys.Any(written.ContainsKey);

    private protected static bool HasPort(DbConnectionStringBuilder written, string port) => written.TryGetValue("Port", out object? value) && (string)value == port;

    /// <summary>The connection string of an address.</summary>
    internal abstract string ConnectionStringOf(ServerAddress address);

    /// <summary>A connection string of this provider without what is secret in it, and whether there was any.</summary>
    internal (string ConnectionString, bool HadSecrets) WithoutSecrets(string connectionString)
    {
        DbConnectionStringBuilder settings = Read(connectionString);
        string[] secrets = [.. settings.Keys.Cast<string>().Where(k => IsSecret(k) && settings.ShouldSerialize(k))];
        foreach (string secret in secrets)
            settings.Remove(secret);
        return (settings.ConnectionString, secrets.Length > 0);
    }

    // Of the server, of a certificate, of a proxy.
    private static bool IsSecret(string key) => key.Contains("password", StringComparison.OrdinalIgnoreCase) || key.Contains("pwd", StringComparison.OrdinalIgnoreCase);

    /// <summary>A connection string of this provider with another user or password, where one is given.</summary>
    internal virtual string WithCredential(string connectionString, string? user, string? password)
    {
        DbConnectionStringBuilder settings = Read(connectionString);
        if (user is not null)
            settings["User ID"] = user;
        if (password is not null)
            settings["Password"] = password;
        return settings.ConnectionString;
    }

    /// <summary>A connection string of this provider whose file, if it has one, is found from a folder.</summary>
    internal virtual string Rooted(string connectionString, string folder) => connectionString;

    /// <summary>Why a database can't be read, where that can be told before it is opened; null: nothing is known.</summary>
    internal virtual string? WhyMissing(DbConnectionStringBuilder settings) => null;

    /// <summary>What a connection is that only reads.</summary>
    internal virtual DbConnectionStringBuilder ToRead(DbConnectionStringBuilder settings) => settings;

    /// <summary>A connection, not open yet.</summary>
    internal abstract DbConnection Connect(DbConnectionStringBuilder settings, LoadOptions options);

    /// <summary>Server and database of a connection or a connection string, and no more.</summary>
    internal virtual string Display(string? server, string? database, string? connectionString)
    {
        if (connectionString is not null && TryRead(connectionString) is { } settings)
            (server, database) = PlaceOf(settings);
        return $"{Name}:{server}{(string.IsNullOrEmpty(database) ? "" : $"/{database}")}";
    }

    /// <summary>Whether a connection string says where the database is.</summary>
    internal bool NamesPlace(DbConnectionStringBuilder settings) => PlaceOf(settings).Server is not ("" or [':', ..]);

    /// <summary>The key by which a connection string says where the database is.</summary>
    internal virtual string PlaceKey => "Server";

    /// <summary>Server and database of a connection string.</summary>
    private protected abstract (string Server, string? Database) PlaceOf(DbConnectionStringBuilder settings);

    /// <summary>What an exception of the driver says, in one or two sentences.</summary>
    internal virtual string Describe(Exception e) => Sentence(e.InnerException is { } inner && e is DbException && inner is IOException or System.Net.Sockets.SocketException ? $"{Sentence(e.Message)} {inner.Message}" : e.Message);

    /// <summary>Whether a refusal is about the values of a row, so that other rows may be taken.</summary>
    internal virtual bool IsAboutRows(DbException e) => e.SqlState is { } state && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal));

    /// <summary>Whether a row's key is that of another one.</summary>
    internal virtual bool IsDuplicate(DbException e) => e.SqlState == "23505";

    /// <summary>Whether others were in the way, who may be gone when it is tried again.</summary>
    internal virtual bool IsOfOthers(DbException e) => e.IsTransient;

    /// <summary>Whether the server has no room for rows.</summary>
    internal abstract bool IsFullDisk(DbException e);

    /// <summary>Which row of those sent last a refusal is about, from 1; null where the server does not say.</summary>
    internal virtual long? RowOf(Exception e) => null;

    /// <summary>Prepares the session, and gives what puts it back as it was.</summary>
    internal virtual Action<Database> Prepare(Database database) => _ => { };

    /// <summary>The columns of a table, in order; none: there is no such table.</summary>
    internal abstract IReadOnlyList<ExistingColumn> ColumnsOf(Database database, Table table);

    /// <summary>The foreign keys of these tables, and with <paramref name="toThem"/> also those of others that refer to them.</summary>
    internal abstract IReadOnlyList<ExistingForeignKey> ForeignKeysOf(Database database, IReadOnlyList<Table> tables, bool toThem);

    /// <summary>What takes rows of a table.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="name">The table's name, quoted: it may be a temporary one.</param>
    /// <param name="fields">The fields that are filled.</param>
    /// <param name="columns">Their columns.</param>
    /// <param name="conflict">What happens to rows that are there.</param>
    internal virtual RowWriter CreateWriter(Database database, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns, ConflictAction conflict) =>
        new InsertWriter(database, name, fields, columns, conflict);

    /// <summary>Statements that create tables, as this server takes them: those of a circle name tables that come later.</summary>
    internal virtual IEnumerable<string> Creation(IReadOnlyList<string> statements) => statements;

    /// <summary>The statements that empty tables, which come parents first.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="isInCircle">Which references refer to a table that is emptied before theirs.</param>
    internal virtual IEnumerable<string> Empty(IReadOnlyList<Table> tables, Func<Reference, bool> isInCircle)
    {
        foreach (Reference reference in tables.SelectMany(t => t.References).Where(r => !r.IsBinding && (r.IsSelf || isInCircle(r))))
        {
            // Rows that refer to each other let go first.
            if (reference.Fields.FirstOrDefault(f => f.IsNullable) is { } field)
                yield return $"UPDATE {Dialect.NameOf(reference.Table)} SET {Dialect.Quote(field.Name)} = NULL";
        }

        foreach (Table table in tables.Reverse())
            yield return $"DELETE FROM {Dialect.NameOf(table)}";
    }

    /// <summary>The statements by which foreign keys are not looked at any more, each with the one that puts them back as they were.</summary>
    internal abstract IReadOnlyList<(string Disable, string Enable)> ConstraintSwitches(Database database, IReadOnlyList<Table> tables);

    /// <summary>Ends what the server is doing; only for drivers that do not do so themselves.</summary>
    internal virtual void Interrupt(DbConnection connection)
    {
    }

    /// <summary>A temporary table with some columns of another, and no keys.</summary>
    internal virtual string CreateTemporary(string name, Table table, IEnumerable<Field> fields) =>
        $"CREATE TEMPORARY TABLE {name} AS SELECT {Names(fields)} FROM {Dialect.NameOf(table)} WHERE 1 = 0";

    /// <summary>The name of a temporary table, quoted.</summary>
    internal virtual string TemporaryName(int number) => Dialect.Quote($"tdg_later_{number}");

    /// <summary>The statement that takes it away.</summary>
    internal virtual string DropTemporary(string name) => $"DROP TABLE {name}";

    /// <summary>The statement that brings fields from a temporary table into the rows with the same key.</summary>
    internal abstract string UpdateFrom(string temporary, Table table, IEnumerable<Field> key, IEnumerable<Field> fields);

    /// <summary>The statements by which the server's own numbers go on behind the keys that were loaded.</summary>
    internal virtual IEnumerable<string> ContinueSequences(Database database, Table table, IReadOnlyList<ExistingColumn> columns) => [];

    /// <summary>The statement that counts anew how a table's values lie, by which the server plans queries.</summary>
    internal virtual string? UpdateStatistics(Table table) => null;

    /// <summary>Fields' names, quoted, with commas between.</summary>
    private protected string Names(IEnumerable<Field> fields) => string.Join(", ", fields.Select(f => Dialect.Quote(f.Name)));

    /// <summary>A text with a point at its end.</summary>
    private protected static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : trimmed + ".";
}
