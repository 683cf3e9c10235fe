using System.Data.Common;
using System.Globalization;

namespace TestDataGen.Export;

/// <summary>Asks SQL Server by <c>sys</c>.</summary>
internal sealed class SqlServerReader : DatabaseReader
{
    /// <summary>Tables with their columns; the name of a type is that of an alias, too.</summary>
    internal const string Columns = """
        SELECT t.object_id, nullif(s.name, schema_name()), t.name, c.name, y.name, b.name, c.max_length, c.precision, c.scale, c.is_nullable, c.is_identity, p.definition, d.definition, c.collation_name, c.generated_always_type
        FROM sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id JOIN sys.columns c ON c.object_id = t.object_id JOIN sys.types y ON y.user_type_id = c.user_type_id
          LEFT JOIN sys.types b ON b.user_type_id = c.system_type_id LEFT JOIN sys.computed_columns p ON p.object_id = c.object_id AND p.column_id = c.column_id
          LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
        WHERE t.is_ms_shipped = 0 AND t.temporal_type <> 1
        ORDER BY s.name, t.name, c.column_id;
        """;

    /// <summary>The schema in which the connection looks for tables.</summary>
    internal const string DefaultSchema = "SELECT schema_name();";

    /// <summary>Unique indexes, those of keys too.</summary>
    internal const string Keys = """
        SELECT i.object_id, i.index_id, i.is_primary_key, i.filter_definition, c.name
        FROM sys.indexes i JOIN sys.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id AND x.is_included_column = 0 JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id
        WHERE i.is_unique = 1 AND i.is_disabled = 0 AND i.type > 0
        ORDER BY i.object_id, i.is_primary_key DESC, i.index_id, x.key_ordinal;
        """;

    /// <summary>Foreign keys.</summary>
    internal const string ForeignKeys = """
        SELECT k.parent_object_id, k.object_id, k.referenced_object_id, c.name, r.name
        FROM sys.foreign_keys k JOIN sys.foreign_key_columns x ON x.constraint_object_id = k.object_id
          JOIN sys.columns c ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id JOIN sys.columns r ON r.object_id = x.referenced_object_id AND r.column_id = x.referenced_column_id
        ORDER BY k.parent_object_id, k.name, x.constraint_column_id;
        """;

    /// <summary>Checks.</summary>
    internal const string Checks = """
        SELECT parent_object_id, name, definition FROM sys.check_constraints WHERE is_disabled = 0 ORDER BY parent_object_id, name;
        """;

    /// <summary>Triggers on INSERT.</summary>
    internal const string Triggers = """
        SELECT t.parent_id, t.name, m.definition
        FROM sys.triggers t JOIN sys.trigger_events e ON e.object_id = t.object_id AND e.type_desc = 'INSERT' JOIN sys.sql_modules m ON m.object_id = t.object_id
        WHERE t.is_disabled = 0 ORDER BY t.name;
        """;

    public override SqlSyntax Syntax => SqlSyntax.SqlServer;

    public override DatabaseDescription Describe(DbConnection connection)
    {
        var database = new DatabaseDescription(connection.Database) { DefaultSchema = (string?)Query(connection, DefaultSchema)[0][0] };
        var tables = new Dictionary<int, DescribedTable>();
        foreach (object?[] row in Query(connection, Columns))
        {
            if (!tables.TryGetValue((int)row[0]!, out DescribedTable? table))
            {
                tables.Add((int)row[0]!, table = new DescribedTable((string?)row[1], (string)row[2]!));
                database.Tables.Add(table);
            }

            table.Columns.Add(ColumnOf(row));
        }

        foreach (IGrouping<(int, int), object?[]> key in Query(connection, Keys).GroupBy(r => ((int)r[0]!, (int)r[1]!)))
        {
            // Two rows with null are the same to SQL Server, unless its filter leaves them out.
            if (tables.TryGetValue(key.Key.Item1, out DescribedTable? table))
                table.Keys.Add(new DescribedKey([.. key.Select(r => (string)r[4]!)], (bool)key.First()[2]!) { Filter = (string?)key.First()[3], HasOneNull = key.First()[3] is null });
        }

        foreach (IGrouping<(int, int, int), object?[]> key in Query(connection, ForeignKeys).GroupBy(r => ((int)r[0]!, (int)r[1]!, (int)r[2]!)))
        {
            if (tables.TryGetValue(key.Key.Item1, out DescribedTable? table) && tables.TryGetValue(key.Key.Item3, out DescribedTable? parent))
                table.ForeignKeys.Add(new DescribedForeignKey([.. key.Select(r => (string)r[3]!)], parent.Schema, parent.Name, [.. key.Select(r => (string)r[4]!)]));
        }

        foreach (object?[] row in Query(connection, Checks))
        {
            if (tables.TryGetValue((int)row[0]!, out DescribedTable? table))
                table.Checks.Add(new DescribedCheck((string)row[2]!, (string)row[1]!));
        }

        foreach (object?[] row in Query(connection, Triggers))
        {
            if (tables.TryGetValue((int)row[0]!, out DescribedTable? table) && row[2] is string body)
                database.AddTrigger(table, (string)row[1]!, body, Syntax);
        }

        return database;
    }

    public override DatabaseDescription DescribeScript(string script, string name) => SqlServerScript.Read(script, name);

    public override FieldType TypeOf(string type, DatabaseDescription database) => SqlServerTypes.Of(type, database);

    private static DescribedColumn ColumnOf(object?[] row)
    {
        // An alias counts as what it is made of; the CLR's types have no other name.
        string type = (string?)row[5] ?? (string)row[4]!;
        int length = Convert.ToInt32(row[6], CultureInfo.InvariantCulture);
        string measured = type switch
        {
            "decimal" or "numeric" => string.Create(CultureInfo.InvariantCulture, $"{type}({row[7]},{row[8]})"),
            "char" or "varchar" or "binary" or "varbinary" => length < 0 ? $"{type}(max)" : $"{type}({length})",
            "nchar" or "nvarchar" => length < 0 ? $"{type}(max)" : $"{type}({length / 2})",
            _ => type,
        };
        bool isServers = type is "timestamp" or "rowversion" || Convert.ToInt32(row[14], CultureInfo.InvariantCulture) != 0;
        return new DescribedColumn((string)row[3]!, measured, (bool)row[9]!)
        {
            Default = (string?)row[12],
            Computed = (string?)row[11] ?? (isServers ? type : null),
            IsIdentity = (bool)row[10]!,
            IgnoresCase = ((string?)row[13])?.Contains("_CI", StringComparison.Ordinal) == true,
        };
    }
}
