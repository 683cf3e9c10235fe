using System.Data.Common;
using System.Globalization;

namespace TestDataGen.Export;

/// <summary>The rows of small tables that others refer to: kinds, states, roles.</summary>
internal static class LookupRows
{
    /// <summary>The most rows that such a table has.</summary>
    public const int Most = 50;

    /// <summary>Reads them all.</summary>
    public static void Read(DbConnection connection, SqlDialect dialect, DatabaseDescription database)
    {
        foreach (DescribedTable table in database.Tables.Where(t => t.ForeignKeys.Count == 0 && database.Tables.Exists(o => o != t && o.ForeignKeys.Exists(k => database.Find(k.ParentSchema, k.Parent) == t))))
        {
            string name = table.Schema is null ? dialect.Quote(table.Name) : $"{dialect.Quote(table.Schema)}.{dialect.Quote(table.Name)}";
            string[] columns = [.. table.Columns.Where(c => c.Computed is null).Select(c => dialect.Reader.Constant(dialect.Quote(c.Name)))];
            string order = table.Keys.Find(k => k.IsPrimary && k.Expressions.Count == 0) is { } key ? $" ORDER BY {string.Join(", ", key.Columns.Select(dialect.Quote))}" : "";
            using DbCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {name}{order}";
            using DbDataReader reader = command.ExecuteReader();
            var rows = new List<object?[]>();
            while (rows.Count <= Most && reader.Read())
            {
                var row = new object?[reader.FieldCount];
                for (int i = 0; i < row.Length; i++)
                    row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                rows.Add(row);
            }

            if (rows.Count is > 0 and <= Most)
                table.Rows = rows;
        }
    }

    /// <summary>Writes them, as far as the fields go whose values are constants of the language.</summary>
    public static string Write(TableDraft table, IReadOnlyList<object?[]> rows)
    {
        FieldDraft[] stored = [.. table.Columns.Where(c => c.Column.Computed is null)];
        int count = 0;
        while (count < stored.Length && stored[count].LeftOut is null && rows.All(r => Constant(r[count], stored[count]) is not null))
            count++;
        if (count == 0)
            return "// rows: the first column has values that can't be written";
        return $"rows {{ {string.Join(' ', rows.Select(r => $"({string.Join(", ", Enumerable.Range(0, count).Select(i => Constant(r[i], stored[i])))})"))} }}";
    }

    private static string? Constant(object? value, FieldDraft field)
    {
        string? text = value switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture),
            Guid id => id.ToString(),
            string or IFormattable => Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (value is null)
            return field.IsNullable ? "null" : null;
        if (text is null || field.Type.Type.StartsWith("binary", StringComparison.Ordinal))
            return null;
        return field.Type.Enum is not null && field.TypeName == field.Type.Enum.Name ? Language.SchemaFormatter.Name(text) : TdgLiterals.Of(new SqlExpression.Literal(text), field.Type.Type);
    }
}
