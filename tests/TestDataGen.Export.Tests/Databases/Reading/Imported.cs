using System.Data.Common;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Reads a database as text, makes rows by it, and puts them into the same database.</summary>
internal static class Imported
{
    /// <summary>The text of a database, read by the ordinary reader without a diagnostic.</summary>
    public static ImportedSchema Read(DbConnection connection, ImportOptions? options = null)
    {
        ImportedSchema imported = SchemaImport.From(DatabaseTarget.FromConnection(connection), options ?? new ImportOptions { Rows = 200 });
        FormatResult formatted = SchemaFormatter.Format(new SourceText("imported.tdg", imported.Text));
        Assert.Equal(imported.Text, formatted.Text);
        return imported;
    }

    /// <summary>The text of a script's tables, read by the ordinary reader without a diagnostic.</summary>
    public static ImportedSchema ReadScript(string dialect, string sql)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["script.sql"], sql);
        ImportedSchema imported = SchemaImport.FromScript(folder["script.sql"], SqlDialects.Find(dialect)!, new ImportOptions { Rows = 200 });
        Given.Schema(imported.Text);
        return imported;
    }

    /// <summary>Fills the database with rows of the text, by the loader; gives how many each table has.</summary>
    public static Dictionary<string, long> Fill(DbConnection connection, ImportedSchema imported)
    {
        Plan plan = Plan.Create(Given.Schema(imported.Text), new PlanOptions { Seed = 7, Now = new DateTime(2026, 1, 1) });
        using var sink = new DatabaseSink(DatabaseTarget.FromConnection(connection), new LoadOptions { CreateTable = TableCreation.Never });
        return Exporter.Run(plan, sink, 1).ToDictionary(r => r.Table, r => r.Rows);
    }

    /// <summary>The lines of the tables without their comments, in an order that is the same whatever that of the tables is.</summary>
    public static IEnumerable<string> Lines(ImportedSchema imported) => Given.Schema(imported.Text).Tables.OrderBy(t => t.Name, StringComparer.Ordinal)
        .SelectMany(t => t.Fields.Select(f => string.Join(' ', TextOf(imported.Text, f.Span.Start).Split("//")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))).Prepend(t.Name));

    private static string TextOf(string text, int start) => text[start..text.IndexOf('\n', start)];

    /// <summary>The rows of a query.</summary>
    public static List<object?[]> Rows(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DbDataReader reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }
}
