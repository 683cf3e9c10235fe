using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>A SQLite database that is there, or is made, by Microsoft.Data.Sqlite: rows by prepared statements of the raw provider.</summary>
public sealed class SqliteProvider : DatabaseProvider
{
    static SqliteProvider() => Batteries_V2.Init();

    internal SqliteProvider(SqlDialect dialect) => Dialect = dialect;

    /// <inheritdoc/>
    public override SqlDialect Dialect { get; }

    /// <inheritdoc/>
    public override string Title => "SQLite";

    /// <inheritdoc/>
    public override int DefaultPort => 0;

    internal override IReadOnlyList<string> ConnectionTypes => ["SqliteConnection", "SQLiteConnection"];

    // They are off while rows come in, and asked for behind them.
    internal override bool ChecksForeignKeys => false;

    internal override bool TakesManyWriters => false;

    private protected override DbConnectionStringBuilder Read(string connectionString) => new SqliteConnectionStringBuilder(connectionString);

    internal override bool IsLikely(DbConnectionStringBuilder written) =>
        Read(written.ConnectionString) is SqliteConnectionStringBuilder { DataSource: var file } && (file == ":memory:" || Path.GetExtension(file) is ".db" or ".db3" or ".sqlite" or ".sqlite3");

    internal override string ConnectionStringOf(ServerAddress address) => new SqliteConnectionStringBuilder { DataSource = address.Server }.ConnectionString;

    // A file has no users.
    internal override string WithCredential(string connectionString, string? user, string? password) => base.WithCredential(connectionString, null, password);

    internal override string Rooted(string connectionString, string folder)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (!IsFile(settings) || settings.DataSource.StartsWith('|'))
            return connectionString;
        settings.DataSource = Path.GetFullPath(settings.DataSource, folder);
        return settings.ConnectionString;
    }

    // SQLite would make a new one.
    internal override string? WhyMissing(DbConnectionStringBuilder settings) => settings is SqliteConnectionStringBuilder file && IsFile(file) && !file.DataSource.StartsWith('|') && !File.Exists(file.DataSource)
        ? $"There is no database {file.DataSource}."
        : null;

    // Not in memory, and no URI.
    private static bool IsFile(SqliteConnectionStringBuilder settings) =>
        settings.Mode != SqliteOpenMode.Memory && settings.DataSource.Length > 0 && !settings.DataSource.StartsWith(':') && !settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    internal override DbConnection Connect(DbConnectionStringBuilder settings, LoadOptions options) =>
        new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false, DefaultTimeout = options.Timeout == 0 ? 30 : options.Timeout }.ConnectionString);

    internal override string PlaceKey => "Data Source";

    private protected override (string Server, string? Database) PlaceOf(DbConnectionStringBuilder settings) => (((SqliteConnectionStringBuilder)settings).DataSource, null);

    internal override bool IsDuplicate(DbException e) => e is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_ROWID };

    internal override bool IsOfOthers(DbException e) => e is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };

    internal override bool IsFullDisk(DbException e) => e is SqliteException { SqliteErrorCode: raw.SQLITE_FULL };

    internal override bool IsAboutRows(DbException e) => base.IsAboutRows(e) || (e is SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG });

    internal override void Interrupt(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
            raw.sqlite3_interrupt(handle);
    }

    internal override Action<Database> Prepare(Database database)
    {
        object? before = database.ReadValue("PRAGMA foreign_keys");
        database.Read("PRAGMA foreign_keys = OFF");
        return restored => restored.Read($"PRAGMA foreign_keys = {before}");
    }

    internal override IReadOnlyList<ExistingColumn> ColumnsOf(Database database, Table table) =>
    [
        .. database.Read($"SELECT name, type, \"notnull\" = 0, dflt_value IS NOT NULL OR (pk > 0 AND upper(type) = 'INTEGER'), hidden IN (2, 3) FROM pragma_table_xinfo({database.Literal(Dialect.PlainNameOf(table))}) WHERE hidden <> 1")
            .Select(r => new ExistingColumn((string)r[0]!, (string)r[1]!, (long)r[2]! != 0, (long)r[3]! != 0, (long)r[4]! != 0, false)),
    ];

    internal override IReadOnlyList<ExistingForeignKey> ForeignKeysOf(Database database, IReadOnlyList<Table> tables, bool toThem)
    {
        string these = string.Join(", ", tables.Select(t => database.Literal(Dialect.PlainNameOf(t))));
        return ExistingForeignKey.Of(database.Read($"""
            SELECT m.name || ' to ' || f."table" || ', number ' || f.id, m.name, f."from", f."table", coalesce(f."to", (SELECT name FROM pragma_table_info(f."table") WHERE pk = f.seq + 1))
            FROM sqlite_master m, pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' AND (m.name COLLATE NOCASE IN ({these}){(toThem ? $" OR f.\"table\" COLLATE NOCASE IN ({these})" : "")})
              AND EXISTS (SELECT 1 FROM sqlite_master p WHERE p.name = f."table" COLLATE NOCASE) ORDER BY m.name, f.id, f.seq
            """).Select(r => new object?[] { r[0], Quote(r[1]), Quote(r[2]), Quote(r[3]), Quote(r[4]) }));

        string Quote(object? name) => Dialect.Quote((string)name!);
    }

    internal override RowWriter CreateWriter(Database database, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns, ConflictAction conflict) =>
        conflict == ConflictAction.Error && database is { Connection: SqliteConnection { Handle: { } handle }, Told: null }
            ? new SqliteWriter(handle, name, fields)
            : base.CreateWriter(database, name, fields, columns, conflict);

    internal override IReadOnlyList<(string Disable, string Enable)> ConstraintSwitches(Database database, IReadOnlyList<Table> tables) => [];

    internal override string UpdateFrom(string temporary, Table table, IEnumerable<Field> key, IEnumerable<Field> fields) => throw new NotSupportedException();

    internal override string? UpdateStatistics(Table table) => $"ANALYZE {Dialect.NameOf(table)}";
}
