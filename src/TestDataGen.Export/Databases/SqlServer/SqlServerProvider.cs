using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>SQL Server by Microsoft.Data.SqlClient.</summary>
public sealed class SqlServerProvider : DatabaseProvider
{
    // Keys, references and checks, nulls, and values that do not fit.
    private static readonly int[] AboutRows = [220, 232, 241, 242, 245, 515, 547, 2601, 2627, 2628, 4863, 4864, 8114, 8115, 8152, 8169];

    internal SqlServerProvider(SqlDialect dialect) => Dialect = dialect;

    /// <inheritdoc/>
    public override SqlDialect Dialect { get; }

    /// <inheritdoc/>
    public override string Title => "SQL Server";

    /// <inheritdoc/>
    public override int DefaultPort => 1433;

    internal override IReadOnlyList<string> ConnectionTypes => ["SqlConnection"];

    internal override bool ReleasesSavepoints => false;

    internal override bool DisablesBySession => false;

    private protected override DbConnectionStringBuilder Read(string connectionString) => new SqlConnectionStringBuilder(connectionString);

    internal override bool IsLikely(DbConnectionStringBuilder written) => Has(written, "Initial Catalog", "Integrated Security", "Trusted_Connection", "Encrypt", "TrustServerCertificate");

    internal override string ConnectionStringOf(ServerAddress address)
    {
        var settings = new SqlConnectionStringBuilder
        {
            DataSource = address.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $"{address.Server},{port}") : address.Server,
            IntegratedSecurity = address.User is null,
        };
        if (address.Database is { } database)
            settings.InitialCatalog = database;
        if (address.User is { } user)
            (settings.UserID, settings.Password) = (user, address.Password ?? "");
        return settings.ConnectionString;
    }

    // A user of one's own is none of Windows.
    internal override string WithCredential(string connectionString, string? user, string? password) =>
        base.WithCredential(user is null ? connectionString : new SqlConnectionStringBuilder(connectionString) { IntegratedSecurity = false }.ConnectionString, user, password);

    internal override DbConnection Connect(DbConnectionStringBuilder settings, LoadOptions options) =>
        new SqlConnection(new SqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, CommandTimeout = options.Timeout, Enlist = false }.ConnectionString);

    private protected override (string Server, string? Database) PlaceOf(DbConnectionStringBuilder settings)
    {
        var place = (SqlConnectionStringBuilder)settings;
        return (place.DataSource, place.InitialCatalog);
    }

    internal override string Describe(Exception e) => e switch
    {
        // A bulk copy wraps what the server says.
        InvalidOperationException { InnerException: SqlException inner } => Describe(inner),
        SqlException { Number: > 0 } refused => Sentence(string.Create(CultureInfo.InvariantCulture, $"{refused.Errors[0].Message.TrimEnd('.')} ({refused.Number})")),
        _ => base.Describe(e),
    };

    internal override bool IsDuplicate(DbException e) => e is SqlException { Number: 2601 or 2627 };

    internal override bool IsOfOthers(DbException e) => base.IsOfOthers(e) || e is SqlException { Number: 1205 or 1222 };

    internal override bool IsFullDisk(DbException e) => e is SqlException { Number: 1101 or 1105 or 9002 };

    internal override bool IsAboutRows(DbException e) => base.IsAboutRows(e) || (e is SqlException refused && AboutRows.Contains(refused.Number));

    internal override IReadOnlyList<ExistingColumn> ColumnsOf(Database database, Table table) =>
    [
        .. database.Read($"""
            SELECT c.name, t.name, c.is_nullable, CAST(CASE WHEN c.default_object_id <> 0 OR c.is_identity = 1 THEN 1 ELSE 0 END AS bit),
              CAST(CASE WHEN c.is_computed = 1 OR c.generated_always_type <> 0 OR t.name = N'timestamp' THEN 1 ELSE 0 END AS bit), c.is_identity
            FROM sys.columns c LEFT JOIN sys.types t ON t.user_type_id = c.system_type_id WHERE c.object_id = OBJECT_ID({database.Literal(Dialect.NameOf(table))}, N'U') ORDER BY c.column_id
            """).Select(r => new ExistingColumn((string)r[0]!, r[1] as string ?? "", (bool)r[2]!, (bool)r[3]!, (bool)r[4]!, (bool)r[5]!)),
    ];

    internal override RowWriter CreateWriter(Database database, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns, ConflictAction conflict) =>
        conflict == ConflictAction.Error && database.Connection is SqlConnection connection
            ? new SqlServerBulkCopy(database, connection, name, fields)
            : base.CreateWriter(database, name, fields, columns, conflict);

    internal override IReadOnlyList<ExistingForeignKey> ForeignKeysOf(Database database, IReadOnlyList<Table> tables, bool toThem)
    {
        string these = Ids(database, tables);
        return ExistingForeignKey.Of(database.Read($"""
            SELECT f.name, QUOTENAME(OBJECT_SCHEMA_NAME(f.parent_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(f.parent_object_id)), QUOTENAME(COL_NAME(k.parent_object_id, k.parent_column_id)),
              QUOTENAME(OBJECT_SCHEMA_NAME(f.referenced_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(f.referenced_object_id)), QUOTENAME(COL_NAME(k.referenced_object_id, k.referenced_column_id))
            FROM sys.foreign_keys f JOIN sys.foreign_key_columns k ON k.constraint_object_id = f.object_id
            WHERE f.parent_object_id IN ({these}){(toThem ? $" OR f.referenced_object_id IN ({these})" : "")} ORDER BY f.object_id, k.constraint_column_id
            """));
    }

    // Only those that are looked at now: one that somebody has disabled stays so.
    internal override IReadOnlyList<(string Disable, string Enable)> ConstraintSwitches(Database database, IReadOnlyList<Table> tables) =>
    [
        .. database.Read($"""
            SELECT QUOTENAME(OBJECT_SCHEMA_NAME(c.parent_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(c.parent_object_id)), QUOTENAME(c.name)
            FROM (SELECT name, parent_object_id, is_disabled FROM sys.foreign_keys UNION ALL SELECT name, parent_object_id, is_disabled FROM sys.check_constraints) c
            WHERE c.is_disabled = 0 AND c.parent_object_id IN ({Ids(database, tables)})
            """).Select(r => ($"ALTER TABLE {r[0]} NOCHECK CONSTRAINT {r[1]}", $"ALTER TABLE {r[0]} WITH CHECK CHECK CONSTRAINT {r[1]}")),
    ];

    // UNION ALL leaves the identity behind.
    internal override string CreateTemporary(string name, Table table, IEnumerable<Field> fields) =>
        $"SELECT {Names(fields)} INTO {name} FROM {Dialect.NameOf(table)} WHERE 1 = 0 UNION ALL SELECT {Names(fields)} FROM {Dialect.NameOf(table)} WHERE 1 = 0";

    internal override string TemporaryName(int number) => Dialect.Quote(string.Create(CultureInfo.InvariantCulture, $"#tdg_later_{number}"));

    internal override string UpdateFrom(string temporary, Table table, IEnumerable<Field> key, IEnumerable<Field> fields) =>
        $"UPDATE t SET {string.Join(", ", fields.Select(f => $"{Dialect.Quote(f.Name)} = l.{Dialect.Quote(f.Name)}"))} FROM {Dialect.NameOf(table)} t JOIN {temporary} l ON {string.Join(" AND ", key.Select(f => $"t.{Dialect.Quote(f.Name)} = l.{Dialect.Quote(f.Name)}"))}";

    internal override IEnumerable<string> ContinueSequences(Database database, Table table, IReadOnlyList<ExistingColumn> columns)
    {
        string name = database.Literal(Dialect.NameOf(table));
        if (columns.Any(c => c.IsIdentity))
            yield return $"DBCC CHECKIDENT ({name}, RESEED) WITH NO_INFOMSGS";
        foreach (object?[] row in database.Read($"""
            SELECT QUOTENAME(c.name), QUOTENAME(SCHEMA_NAME(s.schema_id)) + N'.' + QUOTENAME(s.name)
            FROM sys.default_constraints d JOIN sys.columns c ON c.object_id = d.parent_object_id AND c.column_id = d.parent_column_id
            JOIN sys.sql_expression_dependencies e ON e.referencing_id = d.object_id JOIN sys.sequences s ON s.object_id = e.referenced_id
            WHERE d.parent_object_id = OBJECT_ID({name})
            """))
        {
            string sequence = database.Literal((string)row[1]!);
            yield return $"""
                DECLARE @last bigint = (SELECT MAX({row[0]}) FROM {Dialect.NameOf(table)});
                IF @last >= (SELECT CAST(current_value AS bigint) FROM sys.sequences WHERE object_id = OBJECT_ID({sequence}))
                BEGIN
                  DECLARE @restart nvarchar(500) = N'ALTER SEQUENCE ' + {sequence} + N' RESTART WITH ' + CAST(@last + 1 AS nvarchar(20));
                  EXEC (@restart);
                END
                """;
        }
    }

    internal override string? UpdateStatistics(Table table) => $"UPDATE STATISTICS {Dialect.NameOf(table)}";

    private string Ids(Database database, IReadOnlyList<Table> tables) => string.Join(", ", tables.Select(t => $"OBJECT_ID({database.Literal(Dialect.NameOf(t))}, N'U')"));
}
