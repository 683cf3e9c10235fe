using System.Text.RegularExpressions;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Asks whether the texts that a field has anyway, as by its name, meet a form that the database asks for: an address of e-mail that is one reads better than any text with @ in it.
/// </summary>
internal static class NamedTexts
{
    private const int Sample = 2_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether all of a sample do. What they are drawn from is a list of the same words for every seed, so that it speaks for the rest.</summary>
    /// <param name="table">The table's name, as the text has it.</param>
    /// <param name="field">The field as the text has it, without what the form would be: <c>email: string(80) unique</c>.</param>
    /// <param name="form">A regular expression that finds itself in each text that is allowed.</param>
    public static bool Meet(string table, string field, string form)
    {
        var source = new SourceText("<import>", $"schema s {{ table {table} {{ {field} }} }}");
        ReadResult read = SchemaReader.Read(source, FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        return !read.HasErrors && Meet(read.Schemas[0].Tables[0].Fields[0], form);
    }

    /// <summary>Whether all of a sample of a field's texts do.</summary>
    public static bool Meet(Field field, string form)
    {
        try
        {
            var allowed = new Regex(form, RegexOptions.CultureInvariant, Longest);
            Table table = field.Table;
            Plan plan = Plan.Create(table.Schema, new PlanOptions { Tables = [table.Name], TableCounts = new Dictionary<string, long> { [table.Name] = Sample } });
            return plan.Read(plan.Tables[0], 1, CancellationToken.None).SelectMany(b => Texts(b, field)).All(t => t is null || allowed.IsMatch(t));
        }
        catch (Exception e) when (e is SchemaException or GenerationException or ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static IEnumerable<string?> Texts(RowBatch batch, Field field)
    {
        using var reader = new RowBatchReader([field], [(batch, 0, batch.Count)]);
        while (reader.Read())
            yield return reader.IsDBNull(0) ? null : reader.GetString(0);
    }
}
