using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>Rows that a database holds, by the names of tables and fields.</summary>
internal sealed class Held : IExistingRows
{
    private readonly Dictionary<string, List<Dictionary<string, object?>>> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds rows by hand.</summary>
    public Held With(string table, string[] fields, params object?[][] rows)
    {
        foreach (object?[] row in rows)
            RowsOf(table).Add(fields.Zip(row).ToDictionary(p => p.First, p => p.Second, StringComparer.OrdinalIgnoreCase));
        return this;
    }

    /// <summary>Adds all rows that a plan makes.</summary>
    public Held With(Plan plan)
    {
        foreach (TablePlan table in plan.Tables)
        {
            foreach (RowBatch batch in plan.Read(table, 1, CancellationToken.None))
            {
                for (int i = 0; i < batch.Count; i++)
                    RowsOf(table.Table.Name).Add(table.Table.Fields.ToDictionary(f => f.Name, f => CellValue.Get(batch.Columns[f.Index], i), StringComparer.OrdinalIgnoreCase));
            }
        }

        return this;
    }

    /// <summary>All values of a field.</summary>
    public IReadOnlyList<object?> Values(string table, params string[] fields) =>
        [.. RowsOf(table).Select(r => fields.Length == 1 ? r[fields[0]] : string.Join('|', fields.Select(f => r[f])))];

    public long Count(Table table) => RowsOf(table.Name).Count;

    public object? FindExtreme(Field field, bool isGreatest)
    {
        IEnumerable<object?> values = RowsOf(field.Table.Name).Select(r => r[field.Name]).Where(v => v is not null);
        return isGreatest ? values.Max() : values.Min();
    }

    public IEnumerable<object?[]> Read(Table table, IReadOnlyList<Field> fields, bool inOrder) => RowsOf(table.Name).Select(r => fields.Select(f => r[f.Name]).ToArray());

    private List<Dictionary<string, object?>> RowsOf(string table)
    {
        if (!_tables.TryGetValue(table, out List<Dictionary<string, object?>>? rows))
            _tables.Add(table, rows = []);
        return rows;
    }
}
