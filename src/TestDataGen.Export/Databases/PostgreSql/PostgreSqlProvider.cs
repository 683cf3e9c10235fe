using System.Data.Common;
using System.Globalization;
using Npgsql;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>PostgreSQL by Npgsql: rows by COPY.</summary>
public sealed class PostgreSqlProvider : DatabaseProvider
{
    internal PostgreSqlProvider(SqlDialect dialect) => Dialect = dialect;

    /// <inheritdoc/>
    public override SqlDialect Dialect { get; }

    /// <inheritdoc/>
    public override string Title => "PostgreSQL";

    /// <inheritdoc/>
    public override int DefaultPort => 5432;

    internal override IReadOnlyList<string> ConnectionTypes => ["NpgsqlConnection"];

    internal override StringComparer ColumnNames => StringComparer.Ordinal;

    private protected override DbConnectionStringBuilder Read(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString);

    internal override bool IsLikely(DbConnectionStringBuilder written) => HasPort(written, "5432") || (Has(written, "Host") && !HasPort(written, "3306"));

    internal override string ConnectionStringOf(ServerAddress address)
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = address.Server, Database = address.Database, Username = address.User, Password = address.Password };
        if (address.Port is { } port)
            settings.Port = port;
        return settings.ConnectionString;
    }

    internal override DbConnection Connect(DbConnectionStringBuilder settings, LoadOptions options) =>
        // The reason that the server gives names the row; a pool would keep a session's settings.
        new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { IncludeErrorDetail = true, Pooling = false, CommandTimeout = options.Timeout, Enlist = false }.ConnectionString);

    internal override string PlaceKey => "Host";

    private protected override (string Server, string? Database) PlaceOf(DbConnectionStringBuilder settings)
    {
        var place = (NpgsqlConnectionStringBuilder)settings;
        return (string.Create(CultureInfo.InvariantCulture, $"{place.Host}:{place.Port}"), place.Database ?? place.Username);
    }

    internal override string Describe(Exception e) => e switch
    {
        PostgresException refused => Sentence($"{refused.MessageText} ({refused.SqlState}){(string.IsNullOrEmpty(refused.Detail) ? "" : $". {refused.Detail}")}"),
        _ => base.Describe(e),
    };

    internal override bool IsFullDisk(DbException e) => e.SqlState == PostgresErrorCodes.DiskFull;

    // "COPY users, line 900000, column email"
    internal override long? RowOf(Exception e)
    {
        if (e is not PostgresException { Where: { } where } || !where.StartsWith("COPY ", StringComparison.Ordinal) || where.LastIndexOf(", line ", StringComparison.Ordinal) is not (>= 0 and var at))
            return null;
        string digits = new([.. where[(at + 7)..].TakeWhile(char.IsAsciiDigit)]);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long row) ? row : null;
    }

    internal override Action<Database> Prepare(Database database)
    {
        // Literals with backslashes, and times without a zone that go into columns with one.
        (string Name, string Value)[] wanted = [("standard_conforming_strings", "on"), ("TimeZone", "UTC"), ("client_encoding", "UTF8")];
        string[] before = [.. wanted.Select(w => (string)database.ReadValue($"SELECT current_setting({database.Literal(w.Name)})")!)];
        foreach ((string name, string value) in wanted)
            database.Read(Setting(database, name, value));
        return restored =>
        {
            foreach ((string name, string value) in wanted.Zip(before, (w, b) => (w.Name, b)))
                restored.Read(Setting(restored, name, value));
        };
    }

    internal override IReadOnlyList<ExistingColumn> ColumnsOf(Database database, Table table) =>
    [
        .. database.Read($"""
            SELECT a.attname::text, CASE WHEN coalesce(b.typtype, t.typtype) = 'e' THEN '{PostgreSqlCopy.EnumType}' ELSE coalesce(b.typname, t.typname)::text END,
              NOT (a.attnotnull OR t.typnotnull), a.atthasdef OR t.typdefault IS NOT NULL OR a.attidentity <> '', a.attgenerated <> '', a.attidentity <> ''
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype
            WHERE a.attrelid = to_regclass({database.Literal(Dialect.NameOf(table))}) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
            """).Select(r => new ExistingColumn((string)r[0]!, (string)r[1]!, (bool)r[2]!, (bool)r[3]!, (bool)r[4]!, (bool)r[5]!)),
    ];

    internal override IReadOnlyList<ExistingForeignKey> ForeignKeysOf(Database database, IReadOnlyList<Table> tables, bool toThem)
    {
        string these = $"(SELECT to_regclass(n) FROM unnest(ARRAY[{database.Literals(tables)}]) n)";
        return ExistingForeignKey.Of(database.Read($"""
            SELECT c.conname::text, c.conrelid::regclass::text, quote_ident(a.attname), c.confrelid::regclass::text, quote_ident(p.attname)
            FROM pg_constraint c CROSS JOIN unnest(c.conkey, c.confkey) WITH ORDINALITY k (child, parent, place)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.child JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = k.parent
            WHERE c.contype = 'f' AND (c.conrelid IN {these}{(toThem ? $" OR c.confrelid IN {these}" : "")}) ORDER BY c.oid, k.place
            """));
    }

    internal override RowWriter CreateWriter(Database database, string name, IReadOnlyList<Field> fields, IReadOnlyList<ExistingColumn> columns, ConflictAction conflict) =>
        conflict == ConflictAction.Error && database.Connection is NpgsqlConnection connection
            ? new PostgreSqlCopy(database, connection, name, fields, columns)
            : base.CreateWriter(database, name, fields, columns, conflict);

    // All in one statement: that may also be a circle. Tables besides them that refer to them are not emptied, but make it an error.
    internal override IEnumerable<string> Empty(IReadOnlyList<Table> tables, Func<Reference, bool> isInCircle) =>
        [$"TRUNCATE {string.Join(", ", tables.Reverse().Select(Dialect.NameOf))}"];

    // For this session alone: whatever happens to it, no table stays without its keys. Triggers of users rest, too.
    internal override IReadOnlyList<(string Disable, string Enable)> ConstraintSwitches(Database database, IReadOnlyList<Table> tables) =>
        [("SET session_replication_role = replica", "SET session_replication_role = origin")];

    internal override string UpdateFrom(string temporary, Table table, IEnumerable<Field> key, IEnumerable<Field> fields) =>
        $"UPDATE {Dialect.NameOf(table)} t SET {string.Join(", ", fields.Select(f => $"{Dialect.Quote(f.Name)} = l.{Dialect.Quote(f.Name)}"))} FROM {temporary} l WHERE {string.Join(" AND ", key.Select(f => $"t.{Dialect.Quote(f.Name)} = l.{Dialect.Quote(f.Name)}"))}";

    internal override IEnumerable<string> ContinueSequences(Database database, Table table, IReadOnlyList<ExistingColumn> columns)
    {
        string name = Dialect.NameOf(table);
        // Owned by the column, or named in its default.
        foreach (object?[] row in database.Read($"""
            SELECT DISTINCT a.attname::text, s.oid::regclass::text
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            JOIN pg_depend p ON (p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid AND p.refclassid = 'pg_class'::regclass)
              OR (p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid AND p.refobjsubid = a.attnum)
            JOIN pg_class s ON s.relkind = 'S' AND s.oid = CASE WHEN p.classid = 'pg_class'::regclass THEN p.objid ELSE p.refobjid END
            WHERE a.attrelid = to_regclass({database.Literal(name)}) AND NOT a.attisdropped
            """))
        {
            (string column, string sequence) = (Dialect.Quote((string)row[0]!), (string)row[1]!);
            // Never back: somebody may have taken the numbers between.
            yield return $"SELECT setval({database.Literal(sequence)}, m.last) FROM (SELECT max({column}) AS last FROM {name}) m, {sequence} s WHERE m.last >= s.last_value";
        }
    }

    internal override string? UpdateStatistics(Table table) => $"ANALYZE {Dialect.NameOf(table)}";

    private static string Setting(Database database, string name, string value) => $"SELECT set_config({database.Literal(name)}, {database.Literal(value)}, false)";
}
