using System.Data.Common;
using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Asks PostgreSQL 12 and later by <c>pg_catalog</c>.</summary>
internal sealed class PostgreSqlReader : DatabaseReader
{
    // Tables of users: none of a system schema, of an extension or of another session, and of a partitioned table only itself.
    private const string Mine = """
        n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
        AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = c.oid AND e.classid = 'pg_class'::regclass AND e.deptype = 'e')
        """;

    private const string Tables = $"""
        SELECT c.oid::bigint, nullif(n.nspname, current_schema()), c.relname, pg_get_partkeydef(c.oid)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND {Mine}
        ORDER BY n.nspname <> current_schema(), n.nspname, c.relname
        """;

    private const string Columns = """
        SELECT a.attrelid::bigint, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text, coalesce(NOT l.collisdeterministic, false)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
        ORDER BY a.attrelid, a.attnum
        """;

    // A partition may have keys of its own, too: its rows are the whole table's.
    private const string PartitionRoots = "SELECT oid::bigint, pg_partition_root(oid)::oid::bigint FROM pg_class WHERE relispartition AND relkind IN ('r', 'p')";

    // A key column of an index by its name, an expression by its text.
    private const string Keys = """
        SELECT i.indrelid::bigint, i.indexrelid::bigint, i.indisprimary, a.attname, CASE WHEN a.attname IS NULL THEN pg_get_indexdef(i.indexrelid, k.n, false) END, pg_get_expr(i.indpred, i.indrelid),
          coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)
        FROM pg_index i CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) k(n) LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.n - 1] AND a.attnum > 0
        WHERE i.indisunique AND i.indisvalid AND NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)
        ORDER BY i.indrelid, NOT i.indisprimary, i.indexrelid, k.n
        """;

    private const string ForeignKeys = """
        SELECT k.conrelid::bigint, k.oid::bigint, k.confrelid::bigint, a.attname, b.attname
        FROM pg_constraint k CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY u(own, other, n)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.own JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.other
        WHERE k.contype = 'f' AND k.conparentid = 0
        ORDER BY k.conrelid, k.conname, u.n
        """;

    private const string Checks = """
        SELECT k.conrelid::bigint, k.contypid::bigint, k.conname, CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) END, pg_get_constraintdef(k.oid)
        FROM pg_constraint k WHERE k.contype IN ('c', 'x')
        ORDER BY k.conrelid, k.conname
        """;

    private const string Types = """
        SELECT t.oid::bigint, format_type(t.oid, NULL), t.typname, t.typtype::text, t.typnotnull, CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END, format_type(r.rngsubtype, NULL)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_range r ON r.rngtypid = t.oid LEFT JOIN pg_class c ON c.oid = t.typrelid
        WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
        ORDER BY t.oid
        """;

    private const string Parts = """
        SELECT e.enumtypid::bigint, e.enumlabel, false, e.enumsortorder::double precision FROM pg_enum e
        UNION ALL
        SELECT t.oid::bigint, format_type(a.atttypid, a.atttypmod), true, a.attnum FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY 1, 4
        """;

    private const string Partitions = """
        SELECT i.inhparent::bigint, pg_get_expr(c.relpartbound, c.oid)
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relispartition
        ORDER BY 1, c.relname
        """;

    private const string Inheritors = """
        SELECT i.inhrelid::bigint, i.inhparent::bigint FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND i.inhseqno = 1
        """;

    // 4: on INSERT.
    private const string Triggers = """
        SELECT t.tgrelid::bigint, t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 4 = 4 AND p.prosrc ~* 'insert|raise|perform'
        ORDER BY t.tgname
        """;

    public override SqlSyntax Syntax => SqlSyntax.PostgreSql;

    public override DatabaseDescription Describe(DbConnection connection)
    {
        var database = new DatabaseDescription(connection.Database) { DefaultSchema = (string?)Query(connection, "SELECT current_schema()::text")[0][0] };
        var tables = new Dictionary<long, DescribedTable>();
        var partitionKeys = new Dictionary<long, string>();
        foreach (object?[] row in Query(connection, Tables))
        {
            var table = new DescribedTable((string?)row[1], (string)row[2]!);
            tables.Add((long)row[0]!, table);
            database.Tables.Add(table);
            if (row[3] is string key)
                partitionKeys.Add((long)row[0]!, key);
        }

        foreach (object?[] row in Query(connection, Columns))
        {
            if (tables.TryGetValue((long)row[0]!, out DescribedTable? table))
                table.Columns.Add(ColumnOf(row));
        }

        ReadTypes(connection, database);
        var homes = new Dictionary<long, DescribedTable>(tables);
        foreach (object?[] row in Query(connection, PartitionRoots))
        {
            if (tables.TryGetValue((long)row[1]!, out DescribedTable? root))
                homes.Add((long)row[0]!, root);
        }

        ReadKeys(connection, homes);
        foreach (IGrouping<(long, long, long), object?[]> key in Query(connection, ForeignKeys).GroupBy(r => ((long)r[0]!, (long)r[1]!, (long)r[2]!)))
        {
            if (!homes.TryGetValue(key.Key.Item1, out DescribedTable? table) || !tables.TryGetValue(key.Key.Item3, out DescribedTable? parent))
                continue;
            var foreign = new DescribedForeignKey([.. key.Select(r => (string)r[3]!)], parent.Schema, parent.Name, [.. key.Select(r => (string)r[4]!)]);
            if (!table.ForeignKeys.Exists(k => k.Parent == foreign.Parent && k.ParentSchema == foreign.ParentSchema && k.Columns.SequenceEqual(foreign.Columns) && k.ParentColumns.SequenceEqual(foreign.ParentColumns)))
                table.ForeignKeys.Add(foreign);
        }

        foreach (object?[] row in Query(connection, Checks))
        {
            if (!tables.TryGetValue((long)row[0]!, out DescribedTable? table))
                continue;
            if (row[3] is string expression)
                table.Checks.Add(new DescribedCheck(expression, (string)row[2]!));
            else
                table.OtherRules.Add((string)row[4]!);
        }

        foreach (object?[] row in Query(connection, Inheritors))
        {
            if (tables.TryGetValue((long)row[0]!, out DescribedTable? table))
                table.Inherits = tables.GetValueOrDefault((long)row[1]!);
        }

        foreach (object?[] row in Query(connection, Triggers))
        {
            if (tables.TryGetValue((long)row[0]!, out DescribedTable? table))
                database.AddTrigger(table, (string)row[1]!, (string)row[2]!, Syntax);
        }

        foreach (IGrouping<long, object?[]> partitions in Query(connection, Partitions).GroupBy(r => (long)r[0]!))
        {
            if (tables.TryGetValue(partitions.Key, out DescribedTable? table) && partitionKeys.TryGetValue(partitions.Key, out string? key))
                PostgreSqlPartitions.AddTo(table, key, [.. partitions.Select(r => (string)r[1]!)]);
        }

        return database;
    }

    public override FieldType TypeOf(string type, DatabaseDescription database) => PostgreSqlTypes.Of(type, database);

    public override string Constant(string column) => $"{column}::text";

    private static DescribedColumn ColumnOf(object?[] row)
    {
        string? text = (string?)row[4];
        bool isComputed = ((string)row[6]!).Length > 0;
        return new DescribedColumn((string)row[1]!, (string)row[2]!, (bool)row[3]!)
        {
            Default = isComputed ? null : text,
            Computed = isComputed ? text : null,
            IsIdentity = ((string)row[5]!).Length > 0 || text?.StartsWith("nextval(", StringComparison.Ordinal) == true,
            IgnoresCase = (bool)row[7]! || ((string)row[2]!).Contains("citext", StringComparison.Ordinal),
        };
    }

    private static void ReadKeys(DbConnection connection, Dictionary<long, DescribedTable> tables)
    {
        foreach (IGrouping<(long, long), object?[]> key in Query(connection, Keys).GroupBy(r => ((long)r[0]!, (long)r[1]!)))
        {
            if (!tables.TryGetValue(key.Key.Item1, out DescribedTable? table))
                continue;
            object?[] first = key.First();
            string[] expressions = [.. key.Select(r => (string?)r[4]).OfType<string>()];
            IEnumerable<string> read = expressions.SelectMany(e => SqlExpressionParser.TryParse(e, SqlSyntax.PostgreSql)?.Names() ?? []);
            table.Keys.Add(new DescribedKey([.. key.Select(r => (string?)r[3]).OfType<string>().Concat(read).Distinct()], (bool)first[2]!)
            {
                Filter = (string?)first[5],
                Expressions = expressions,
                HasOneNull = (bool)first[6]!,
            });
        }
    }

    private static void ReadTypes(DbConnection connection, DatabaseDescription database)
    {
        ILookup<long, object?[]> parts = Query(connection, Parts).ToLookup(r => (long)r[0]!);
        ILookup<long, object?[]> checks = Query(connection, Checks).Where(r => (long)r[1]! != 0).ToLookup(r => (long)r[1]!);
        foreach (object?[] row in Query(connection, Types))
        {
            long id = (long)row[0]!;
            string[] named = [.. parts[id].Select(p => (string)p[1]!)];
            database.Types[ServerType.Parse((string)row[1]!, SqlSyntax.PostgreSql).Name] = new DescribedType((string)row[2]!)
            {
                Values = (string)row[3]! == "e" ? named : null,
                Parts = (string)row[3]! == "c" ? named : null,
                Base = (string?)row[5],
                RangeOf = (string?)row[6],
                IsNotNull = (bool)row[4]!,
                Checks = [.. checks[id].Select(c => new DescribedCheck((string)c[3]!, (string)c[2]!))],
            };
        }
    }
}
