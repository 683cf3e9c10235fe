using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>The tests' language: given this text, these rows.</summary>
internal static class Given
{
    public static Schema Schema(string tdg, params string[] generators)
    {
        ReadResult result = SchemaReader.Read(new SourceText("test.tdg", tdg), FormatCatalog.Signatures, generators: generators, dataSets: DataSetReader.Instance);
        if (result.HasErrors)
            throw new SchemaException(result.Diagnostics);
        return Assert.Single(result.Schemas);
    }

    /// <summary>A schema of one table <c>t</c> with these fields.</summary>
    public static Schema Table(string fields) => Schema($"schema S {{ table t {{ {fields} }} }}");

    public static Plan Plan(Schema schema, long count = 1000, long? seed = 42) =>
        Generation.Plan.Create(schema, new PlanOptions { Count = count, Seed = seed, Now = new DateTime(2026, 1, 1) });

    /// <summary>A column's cells as text; null for null.</summary>
    public static IReadOnlyList<string?> Column(Schema schema, string field, long count = 1000, long? seed = 42) =>
        Column(Plan(schema, count, seed), schema.Tables[^1].Name, field);

    public static IReadOnlyList<string?> Column(Plan plan, string table, string field, int threads = 1)
    {
        TablePlan tablePlan = plan.Tables.Single(t => t.Table.Name == table);
        int index = tablePlan.Table.FindField(field)!.Index;
        var cells = new List<string?>();
        plan.Run<object?>(
            tablePlan,
            threads,
            () => null,
            (_, _) => { },
            (batch, _) =>
            {
                Column column = batch.Columns[index];
                for (int i = 0; i < batch.Count; i++)
                    cells.Add(Cell(column, i));
            },
            CancellationToken.None);
        return cells;
    }

    public static string? Cell(Column column, int index)
    {
        if (column.IsNull(index))
            return null;
        var text = new byte[column is BytesColumn bytes ? 2 * bytes[index].Length : CellText.MaxLength];
        return Encoding.UTF8.GetString(text, 0, CellText.Write(column, index, text));
    }

    /// <summary>The diagnostics of a plan that fails.</summary>
    public static IReadOnlyList<Diagnostic> Errors(string tdg, long count = 1000) =>
        Assert.Throws<SchemaException>(() => Plan(Schema(tdg), count)).Diagnostics;
}
