using System.Data.Common;
using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Asks MySQL and MariaDB by <c>information_schema</c>.</summary>
internal sealed class MySqlReader : DatabaseReader
{
    private const string Columns = """
        SELECT c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, c.IS_NULLABLE, c.COLUMN_DEFAULT, c.EXTRA, c.GENERATION_EXPRESSION, c.COLLATION_NAME
        FROM information_schema.TABLES t JOIN information_schema.COLUMNS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME
        WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
        ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
        """;

    private const string ForeignKeys = """
        SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, nullif(REFERENCED_TABLE_SCHEMA, DATABASE()), REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
        FROM information_schema.KEY_COLUMN_USAGE
        WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
        ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION
        """;

    private const string Partitions = """
        SELECT TABLE_NAME, PARTITION_METHOD, PARTITION_EXPRESSION, PARTITION_DESCRIPTION FROM information_schema.PARTITIONS
        WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_METHOD IN ('RANGE', 'LIST')
        ORDER BY TABLE_NAME, PARTITION_ORDINAL_POSITION
        """;

    public override SqlSyntax Syntax => SqlSyntax.MySql;

    public override DatabaseDescription Describe(DbConnection connection)
    {
        var database = new DatabaseDescription(connection.Database);
        bool isMariaDb = ((string)Query(connection, "SELECT VERSION()")[0][0]!).Contains("MariaDB", StringComparison.OrdinalIgnoreCase);
        foreach (object?[] row in Query(connection, Columns))
        {
            if (database.Tables.Count == 0 || database.Tables[^1].Name != (string)row[0]!)
                database.Tables.Add(new DescribedTable(null, (string)row[0]!));
            database.Tables[^1].Columns.Add(ColumnOf(row, isMariaDb));
        }

        ReadKeys(connection, database);
        foreach (IGrouping<(string, string), object?[]> key in Query(connection, ForeignKeys).GroupBy(r => ((string)r[0]!, (string)r[1]!)))
        {
            database.Find(null, key.Key.Item1)?.ForeignKeys.Add(new DescribedForeignKey(
                [.. key.Select(r => (string)r[2]!)], (string?)key.First()[3], (string)key.First()[4]!, [.. key.Select(r => (string)r[5]!)]));
        }

        if (Has(connection, "CHECK_CONSTRAINTS", null))
            ReadChecks(connection, database, isMariaDb);
        ReadPartitions(connection, database);
        foreach (object?[] row in Query(connection, "SELECT EVENT_OBJECT_TABLE, TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() AND EVENT_MANIPULATION = 'INSERT' ORDER BY 2"))
        {
            if (database.Find(null, (string)row[0]!) is { } table)
                database.AddTrigger(table, (string)row[1]!, (string)row[2]!, Syntax);
        }

        return database;
    }

    public override FieldType TypeOf(string type, DatabaseDescription database) => MySqlTypes.Of(type);

    private static bool Has(DbConnection connection, string table, string? column) => Query(
        connection,
        column is null
            ? $"SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME = '{table}'"
            : $"SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME = '{table}' AND COLUMN_NAME = '{column}'").Count > 0;

    private static DescribedColumn ColumnOf(object?[] row, bool isMariaDb)
    {
        string extra = (string?)row[5] ?? "";
        string? computed = (string?)row[6];
        // MySQL gives a constant without its quotes, and an expression with a mark.
        string? value = (string?)row[4];
        if (value is not null && !isMariaDb)
        {
            value = extra.Contains("DEFAULT_GENERATED", StringComparison.OrdinalIgnoreCase)
                ? MySqlStoredExpression.Read(value)
                : $"'{value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
        }

        return new DescribedColumn((string)row[1]!, (string)row[2]!, (string)row[3]! == "YES")
        {
            Default = value == "NULL" ? null : value,
            Computed = string.IsNullOrEmpty(computed) ? null : isMariaDb ? computed : MySqlStoredExpression.Read(computed),
            IsIdentity = extra.Contains("auto_increment", StringComparison.OrdinalIgnoreCase),
            IgnoresCase = ((string?)row[7])?.Contains("_ci", StringComparison.OrdinalIgnoreCase) == true,
        };
    }

    private void ReadKeys(DbConnection connection, DatabaseDescription database)
    {
        // Parts that are expressions only MySQL has.
        string expression = Has(connection, "STATISTICS", "EXPRESSION") ? "EXPRESSION" : "NULL";
        string sql = $"SELECT TABLE_NAME, INDEX_NAME, COLUMN_NAME, {expression} FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 ORDER BY TABLE_NAME, INDEX_NAME <> 'PRIMARY', INDEX_NAME, SEQ_IN_INDEX";
        foreach (IGrouping<(string, string), object?[]> key in Query(connection, sql).GroupBy(r => ((string)r[0]!, (string)r[1]!)))
        {
            string[] expressions = [.. key.Select(r => (string?)r[3]).OfType<string>().Select(MySqlStoredExpression.Read)];
            IEnumerable<string> read = expressions.SelectMany(e => SqlExpressionParser.TryParse(e, Syntax)?.Names() ?? []);
            database.Find(null, key.Key.Item1)?.Keys.Add(new DescribedKey([.. key.Select(r => (string?)r[2]).OfType<string>().Concat(read).Distinct()], key.Key.Item2 == "PRIMARY") { Expressions = expressions });
        }
    }

    private void ReadChecks(DbConnection connection, DatabaseDescription database, bool isMariaDb)
    {
        string sql = isMariaDb
            ? "SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() ORDER BY 1, 2"
            : "SELECT t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS c JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK' WHERE c.CONSTRAINT_SCHEMA = DATABASE() ORDER BY 1, 2";
        foreach (object?[] row in Query(connection, sql))
        {
            if (database.Find(null, (string)row[0]!) is not { } table)
                continue;
            string text = isMariaDb ? (string)row[2]! : MySqlStoredExpression.Read((string)row[2]!);
            // A JSON of MariaDB is a text with this check.
            if (SqlExpressionParser.TryParse(text, Syntax) is SqlExpression.Call { Function: "json_valid", Arguments: [SqlExpression.Name column] } && table.Columns.FindIndex(c => c.Name == column.Text) is var at and >= 0)
                table.Columns[at] = table.Columns[at] with { Type = "json" };
            else
                table.Checks.Add(new DescribedCheck(text, (string)row[1]!));
        }
    }

    // A row that falls into no partition is refused.
    private static void ReadPartitions(DbConnection connection, DatabaseDescription database)
    {
        foreach (IGrouping<(string, string, string), object?[]> table in Query(connection, Partitions).GroupBy(r => ((string)r[0]!, (string)r[1]!, (string)r[2]!)))
        {
            string[] bounds = [.. table.Select(r => (string?)r[3] ?? "NULL")];
            if (bounds.Contains("MAXVALUE"))
                continue;
            database.Find(null, table.Key.Item1)?.Checks.Add(new DescribedCheck(
                table.Key.Item2 == "RANGE" ? $"{table.Key.Item3} < {bounds[^1]}" : $"{table.Key.Item3} IN ({string.Join(',', bounds)})", "partitions"));
        }
    }
}
