using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Compares a schema with a database that is there: what either has that the other has not, or has otherwise. Nothing is written.</summary>
/// <param name="target">The database.</param>
/// <param name="stopped">Ends the asking when the user stops the run.</param>
public sealed class SchemaDrift(DatabaseTarget target, CancellationToken stopped = default)
{
    /// <summary>The differences, table by table.</summary>
    /// <param name="tables">All tables of the schema: what the database has besides them is a difference.</param>
    /// <exception cref="ExportException">The database can't be connected to or asked.</exception>
    public IReadOnlyList<SchemaDifference> Compare(IReadOnlyList<Table> tables)
    {
        DatabaseDescription database = SchemaImport.Ask(target, stopped, (reader, connected) => reader.Describe(connected.Connection));
        return Compare(tables, database, target.Provider.Dialect);
    }

    /// <summary>The differences from a database that has told what it has.</summary>
    internal static IReadOnlyList<SchemaDifference> Compare(IReadOnlyList<Table> tables, DatabaseDescription database, SqlDialect dialect)
    {
        Dictionary<Table, DescribedTable> there = [];
        foreach (Table table in tables)
        {
            if (Find(database, dialect, table) is { } found)
                there[table] = found;
        }

        var differences = new List<SchemaDifference>();
        foreach (Table table in tables)
        {
            if (there.TryGetValue(table, out DescribedTable? found))
                differences.AddRange(new TableComparison(dialect, database, table, found, there).Run());
            else
                differences.Add(new SchemaDifference(table.Name, null, DifferenceKind.Table, $"table {dialect.NameOf(table)}", null));
        }

        differences.AddRange(database.Tables.Except(there.Values).Select(t => new SchemaDifference(t.ToString(), null, DifferenceKind.Table, null, $"table {t}")));
        return differences;
    }

    private static DescribedTable? Find(DatabaseDescription database, SqlDialect dialect, Table table)
    {
        string? schema = dialect.HasSchemas && !string.Equals(table.DatabaseSchema, database.DefaultSchema, StringComparison.OrdinalIgnoreCase) ? table.DatabaseSchema : null;
        return database.Find(schema, dialect.PlainNameOf(table));
    }
}
