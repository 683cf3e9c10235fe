using System.Text.RegularExpressions;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Asks whether the texts that a field has by its name meet a form that the database asks for: an address of e-mail that is one reads better than any text with @ in it.
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
        if (read.HasErrors)
            return false;
        try
        {
            var allowed = new Regex(form, RegexOptions.CultureInvariant, Longest);
            Plan plan = Plan.Create(read.Schemas[0], new PlanOptions { Count = Sample });
            return plan.Read(plan.Tables[0], 1, CancellationToken.None).SelectMany(Texts).All(t => t is null || allowed.IsMatch(t));
        }
        catch (Exception e) when (e is SchemaException or GenerationException or ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static IEnumerable<string?> Texts(RowBatch batch)
    {
        using var reader = new RowBatchReader(batch);
        while (reader.Read())
            yield return reader.IsDBNull(0) ? null : reader.GetString(0);
    }
}
