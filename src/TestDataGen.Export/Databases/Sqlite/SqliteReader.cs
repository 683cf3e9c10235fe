using System.Data.Common;
using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Asks an SQLite database by its pragmas and by the statements that it keeps.</summary>
internal sealed class SqliteReader : DatabaseReader
{
    public override SqlSyntax Syntax => SqlSyntax.Sqlite;

    public override DatabaseDescription Describe(DbConnection connection)
    {
        string file = Path.GetFileNameWithoutExtension(connection.DataSource);
        var database = new DatabaseDescription(file.Length == 0 || file.StartsWith(':') ? "Main" : file);
        // Tables of users: no virtual ones, and none in which these keep what they have.
        foreach (object?[] row in Query(connection, "SELECT m.name, m.sql FROM sqlite_master m JOIN pragma_table_list l ON l.name = m.name AND l.schema = 'main' AND l.type = 'table' WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY m.rowid"))
        {
            var table = new DescribedTable(null, (string)row[0]!);
            ReadColumns(connection, table, (string)row[1]!);
            ReadKeys(connection, table);
            ReadForeignKeys(connection, table);
            ReadChecks(table, (string)row[1]!);
            database.Tables.Add(table);
        }

        foreach (object?[] row in Query(connection, "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"))
        {
            // Behind BEGIN, for what it does and not for what it waits for.
            string sql = (string)row[2]!;
            int begin = SqlLexer.Lex(sql, Syntax).FirstOrDefault(t => t.Is("begin")).Start;
            if (sql[..begin].Contains("insert", StringComparison.OrdinalIgnoreCase) && database.Find(null, (string)row[0]!) is { } table)
                database.AddTrigger(table, (string)row[1]!, sql[begin..], Syntax);
        }

        return database;
    }

    public override FieldType TypeOf(string type, DatabaseDescription database)
    {
        ServerType parsed = ServerType.Parse(type, Syntax);
        string name = parsed.Name;
        int? length = parsed.Number(0);
        bool Has(string part) => name.Contains(part, StringComparison.Ordinal);
        // By the name first, since all that SQLite itself knows are five affinities.
        return name switch
        {
            "boolean" or "bool" or "bit" => new FieldType("boolean"),
            "date" => new FieldType("date"),
            "time" => new FieldType("time"),
            "tinyint" => new FieldType("smallint", "max(127)"),
            "smallint" or "int2" => new FieldType("smallint"),
            "bigint" or "int8" or "unsigned big int" => new FieldType("bigint"),
            "decimal" or "numeric" or "number" => new FieldType(ServerType.Decimal(parsed.Number(0) ?? 18, parsed.Number(0) is null ? 2 : parsed.Number(1))),
            "money" => new FieldType("decimal(12, 2)"),
            "uuid" or "guid" or "uniqueidentifier" => new FieldType("uuid"),
            "json" or "jsonb" => new FieldType("json"),
            _ when Has("timestamptz") || Has("with time zone") => new FieldType("timestamp"),
            _ when Has("datetime") || Has("timestamp") => new FieldType("datetime"),
            _ when Has("int") => new FieldType("integer"),
            _ when Has("char") || Has("clob") || Has("text") || Has("string") => new FieldType(length is > 0 ? $"string({length})" : "text"),
            _ when Has("blob") || Has("binary") => new FieldType(length is > 0 ? $"binary({length})" : "binary"),
            _ when Has("real") || Has("floa") || Has("doub") => new FieldType("double"),
            _ => new FieldType("text") { Remark = name.Length == 0 ? "no type" : type },
        };
    }

    private void ReadColumns(DbConnection connection, DescribedTable table, string sql)
    {
        var primary = new List<(long, string)>();
        List<object?[]> rows = Query(connection, $"SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo({Literal(table.Name)}) WHERE hidden <> 1 ORDER BY cid");
        int keys = rows.Count(r => Number(r[4]) > 0);
        foreach (object?[] row in rows)
        {
            bool isKey = Number(row[4]) > 0;
            if (isKey)
                primary.Add((Number(row[4]), (string)row[0]!));
            bool isNumbered = isKey && keys == 1 && string.Equals((string)row[1]!, "INTEGER", StringComparison.OrdinalIgnoreCase);
            table.Columns.Add(new DescribedColumn((string)row[0]!, (string)row[1]!, Number(row[2]) == 0 && !isKey)
            {
                Default = (string?)row[3],
                Computed = Number(row[5]) > 1 ? ComputedText(sql, (string)row[0]!) : null,
                IsIdentity = isNumbered,
            });
        }

        if (primary.Count > 0)
            table.Keys.Add(new DescribedKey([.. primary.OrderBy(p => p.Item1).Select(p => p.Item2)], IsPrimary: true));
    }

    private void ReadKeys(DbConnection connection, DescribedTable table)
    {
        foreach (object?[] index in Query(connection, $"SELECT l.name, l.partial, m.sql FROM pragma_index_list({Literal(table.Name)}) l LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = l.name WHERE l.\"unique\" = 1 AND l.origin <> 'pk' ORDER BY l.seq DESC"))
        {
            List<object?[]> parts = Query(connection, $"SELECT name, cid, coll FROM pragma_index_xinfo({Literal((string)index[0]!)}) WHERE key = 1 ORDER BY seqno");
            string sql = (string?)index[2] ?? "";
            int where = Number(index[1]) == 0 ? -1 : WhereIn(sql);
            string[] expressions = parts.Exists(p => Number(p[1]) == -2) ? [.. Parts(Body(where < 0 ? sql : sql[..where])).Where((_, i) => i < parts.Count && Number(parts[i][1]) == -2)] : [];
            IEnumerable<string> read = expressions.SelectMany(e => SqlExpressionParser.TryParse(e, Syntax)?.Names() ?? []);
            table.Keys.Add(new DescribedKey([.. parts.Select(p => (string?)p[0]).OfType<string>().Concat(read).Distinct(StringComparer.OrdinalIgnoreCase)], IsPrimary: false)
            {
                Filter = where < 0 ? null : sql[(where + 5)..].Trim(),
                Expressions = expressions,
            });
            foreach (object?[] part in parts.Where(p => string.Equals((string?)p[2], "NOCASE", StringComparison.OrdinalIgnoreCase)))
            {
                int at = table.Columns.FindIndex(c => c.Name == (string?)part[0]);
                if (at >= 0)
                    table.Columns[at] = table.Columns[at] with { IgnoresCase = true };
            }
        }
    }

    private static void ReadForeignKeys(DbConnection connection, DescribedTable table)
    {
        foreach (IGrouping<long, object?[]> key in Query(connection, $"SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list({Literal(table.Name)}) ORDER BY id DESC, seq").GroupBy(r => Number(r[0])))
        {
            string[] targets = [.. key.Select(r => (string?)r[3]).OfType<string>()];
            table.ForeignKeys.Add(new DescribedForeignKey([.. key.Select(r => (string)r[2]!)], null, (string)key.First()[1]!, targets.Length == key.Count() ? targets : []));
        }
    }

    // SQLite keeps checks in the text of the statement alone.
    private void ReadChecks(DescribedTable table, string sql)
    {
        IReadOnlyList<SqlToken> tokens = SqlLexer.Lex(sql, Syntax);
        for (int i = 0; i < tokens.Count - 1; i++)
        {
            if (tokens[i] is { Kind: SqlTokenKind.Word } && tokens[i].Is("check") && tokens[i + 1].Is("("))
                table.Checks.Add(new DescribedCheck(sql[tokens[i + 1].End..tokens[EndOf(tokens, i + 1)].Start].Trim()));
        }
    }

    private string ComputedText(string sql, string column)
    {
        IReadOnlyList<SqlToken> tokens = SqlLexer.Lex(sql, Syntax);
        int at = tokens.TakeWhile(t => !(t.IsName && string.Equals(t.Text, column, StringComparison.OrdinalIgnoreCase))).Count();
        while (at < tokens.Count - 1 && !(tokens[at].Is("as") && tokens[at + 1].Is("(")))
            at++;
        return at < tokens.Count - 1 ? sql[tokens[at + 1].End..tokens[EndOf(tokens, at + 1)].Start] : "";
    }

    private int WhereIn(string sql) => SqlLexer.Lex(sql, Syntax).Where(t => t.Is("where")).Select(t => t.Start).FirstOrDefault(-1);

    private static string Body(string sql) => sql.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 && sql.LastIndexOf(')') is var close && close > open ? sql[(open + 1)..close] : sql;

    private IEnumerable<string> Parts(string body)
    {
        int depth = 0;
        int start = 0;
        foreach (SqlToken token in SqlLexer.Lex(body, Syntax))
        {
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            if (token.Kind != SqlTokenKind.End && !(depth == 0 && token.Is(",")))
                continue;
            yield return body[start..token.Start].Trim();
            start = token.End;
        }
    }

    private static int EndOf(IReadOnlyList<SqlToken> tokens, int open)
    {
        int depth = 0;
        for (int i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return tokens.Count - 1;
    }

    private static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
