using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>MySQL and MariaDB by MySqlConnector: rows by LOAD DATA LOCAL where both sides allow it, else by INSERT statements of many rows.</summary>
public sealed class MySqlProvider : DatabaseProvider
{
    // Of rows, though their states do not say so: no such value, a check, no default, cut off.
    private static readonly int[] AboutRows = [1264, 1265, 1292, 1364, 1366, 1526, 1690, 3819, 4025];

    private const string Files = "Allow Load Local Infile";

    internal MySqlProvider(SqlDialect dialect) => Dialect = dialect;

    /// <inheritdoc/>
    public override SqlDialect Dialect { get; }

    /// <inheritdoc/>
    public override string Title => "MySQL";

    /// <inheritdoc/>
    public override int DefaultPort => 3306;

    internal override IReadOnlyList<string> ConnectionTypes => ["MySqlConnection"];

    internal override bool HasTransactionalDdl => false;

    private protected override DbConnectionStringBuilder Read(string connectionString) => new MySqlConnectionStringBuilder(connectionString);

    internal override bool IsLikely(DbConnectionStringBuilder written) => HasPort(written, "3306");

    internal override string ConnectionStringOf(ServerAddress address)
    {
        var settings = new MySqlConnectionStringBuilder { Server = address.Server };
        if (address.Database is { } database)
            settings.Database = database;
        if (address.User is { } user)
            settings.UserID = user;
        if (address.Password is { } password)
            settings.Password = password;
        if (address.Port is { } port)
            settings.Port = (uint)port;
        return settings.ConnectionString;
    }

    // Who sends no files needs not allow the server to ask for any.
    internal override DbConnectionStringBuilder ToRead(DbConnectionStringBuilder settings) =>
        settings.ShouldSerialize(Files) ? settings : new MySqlConnectionStringBuilder(settings.ConnectionString) { AllowLoadLocalInfile = false };

    internal override DbConnection Connect(DbConnectionStringBuilder settings, LoadOptions options)
    {
        var own = new MySqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, DefaultCommandTimeout = (uint)options.Timeout, AutoEnlist = false, UseAffectedRows = true };
        // LOAD DATA LOCAL is the fast way; whoever does not trust the server says AllowLoadLocalInfile=false.
        if (!settings.ShouldSerialize(Files))
            own.AllowLoadLocalInfile = true;
        return new MySqlConnection(own.ConnectionString);
    }

    private protected override (string Server, string? Database) PlaceOf(DbConnectionStringBuilder settings)
    {
        var place = (MySqlConnectionStringBuilder)settings;
        return (string.Create(CultureInfo.InvariantCulture, $"{place.Server}:{place.Port}"), place.Database);
    }

    internal override string Describe(Exception e) => e switch
    {
        MySqlException { InnerException: null, Number: > 0 } refused => Sentence(string.Create(CultureInfo.InvariantCulture, $"{refused.Message} ({refused.Number})")),
        _ => base.Describe(e),
    };

    internal override bool IsDuplicate(DbException e) => e is MySqlException { ErrorCode: MySqlErrorCode.DuplicateKeyEntry };

    internal override bool IsFullDisk(DbException e) => e is MySqlException { ErrorCode: MySqlErrorCode.RecordFileFull or MySqlErrorCode.DiskFull or MySqlErrorCode.ErrorOnWrite };

    internal override bool IsAboutRows(DbException e) => base.IsAboutRows(e) || (e is MySqlException refused && AboutRows.Contains(refused.Number));

    internal override long? RowOf(Exception e) => (e as MySqlRefusal)?.Row;

    internal override Action<Database> Prepare(Database database)
    {
        string[] names = ["sql_mode", "time_zone", "foreign_key_checks"];
        object?[] before = database.Read($"SELECT {string.Join(", ", names.Select(n => $"@@SESSION.{n}"))}")[0];
        // Backslashes are escaped; a value that does not fit is an error; a 0 in a numbered column is a 0.
        database.Read("SET SESSION sql_mode = CONCAT_WS(',', REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''), 'STRICT_ALL_TABLES', 'NO_AUTO_VALUE_ON_ZERO'), SESSION time_zone = '+00:00'");
        return restored => restored.Read($"SET {string.Join(", ", names.Zip(before, (name, value) => $"SESSION {name} = {(value is string text ? restored.Literal(text) : Convert.ToString(value, CultureInfo.InvariantCulture))}"))}");
    }

    internal override IReadOnlyList<ExistingColumn> ColumnsOf(Database database, Table table) =>
    [
        .. database.Read($"""
            SELECT COLUMN_NAME, DATA_TYPE, IS_NULLABLE, COLUMN_DEFAULT IS NOT NULL OR EXTRA LIKE '%auto_increment%', EXTRA LIKE '% GENERATED%' OR EXTRA LIKE 'PERSISTENT%'
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND {IsNamed("TABLE_NAME", database.Literal(Dialect.PlainNameOf(table)))} ORDER BY ORDINAL_POSITION
            """).Select(r => new ExistingColumn((string)r[0]!, ((string)r[1]!).ToLowerInvariant(), (string)r[2]! == "YES", IsTrue(r[3]), IsTrue(r[4]), false)),
    ];

    internal override IReadOnlyList<ExistingForeignKey> ForeignKeysOf(Database database, IReadOnlyList<Table> tables, bool toThem)
    {
        string[] names = [.. tables.Select(t => database.Literal(Dialect.PlainNameOf(t)))];
        string these = string.Join(" OR ", names.Select(n => IsNamed("TABLE_NAME", n)));
        string parents = string.Join(" OR ", names.Select(n => IsNamed("REFERENCED_TABLE_NAME", n)));
        return ExistingForeignKey.Of(database.Read($"""
            SELECT CONSTRAINT_NAME, TABLE_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME FROM information_schema.KEY_COLUMN_USAGE
            WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL AND ({these}{(toThem ? $" OR {parents}" : "")}) ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION
            """).Select(r => new object?[] { r[0], Quote(r[1]), Quote(r[2]), $"{Quote(r[3])}.{Quote(r[4])}", Quote(r[5]) }));

        string Quote(object? name) => Dialect.Quote((string)name!);
    }

    internal override RowWriter CreateWriter(Database database, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns, ConflictAction conflict)
    {
        if (conflict == ConflictAction.Error
            && database.Connection is MySqlConnection connection
            && new MySqlConnectionStringBuilder(connection.ConnectionString).AllowLoadLocalInfile
            && IsTrue(database.ReadValue("SELECT @@GLOBAL.local_infile")))
            return new MySqlLoad(database, connection, name, fields, columns);
        long packet = Convert.ToInt64(database.ReadValue("SELECT @@max_allowed_packet"), CultureInfo.InvariantCulture);
        return new InsertWriter(database, name, fields, columns, conflict, (int)Math.Clamp(packet / 4, 1024, 512 * 1024));
    }

    // A circle of tables names some that come later.
    internal override IEnumerable<string> Creation(IReadOnlyList<string> statements) =>
        statements.Count == 0 ? [] : ["SET SESSION foreign_key_checks = 0", .. statements, "SET SESSION foreign_key_checks = 1"];

    internal override IReadOnlyList<(string Disable, string Enable)> ConstraintSwitches(Database database, IReadOnlyList<Table> tables) =>
        [("SET SESSION foreign_key_checks = 0", "SET SESSION foreign_key_checks = 1")];

    internal override string DropTemporary(string name) => $"DROP TEMPORARY TABLE {name}";

    internal override string UpdateFrom(string temporary, Table table, IEnumerable<Field> key, IEnumerable<Field> fields) =>
        $"UPDATE {temporary} l JOIN {Dialect.NameOf(table)} t ON {string.Join(" AND ", key.Select(f => $"t.{Dialect.Quote(f.Name)} = l.{Dialect.Quote(f.Name)}"))} SET {string.Join(", ", fields.Select(f => $"t.{Dialect.Quote(f.Name)} = l.{Dialect.Quote(f.Name)}"))}";

    internal override string? UpdateStatistics(Table table) => $"ANALYZE TABLE {Dialect.NameOf(table)}";

    // As the server's files are named: case may count or not.
    private static string IsNamed(string column, string name) => $"(BINARY {column} = BINARY {name} OR (@@lower_case_table_names <> 0 AND LOWER({column}) = LOWER({name})))";

    private static bool IsTrue(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0;
}
