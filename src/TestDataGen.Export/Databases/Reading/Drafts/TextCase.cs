using System.Globalization;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Texts of which a check wants that they are in lower or in upper case.</summary>
internal static class TextCase
{
    private const int Sample = 100;

    /// <summary>Whether the texts that a field gets by its name and type are in that case by themselves, as e-mail addresses are.</summary>
    /// <param name="textCase">The function whose value they must be themselves: lower or upper.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="field">The field.</param>
    public static bool IsUsual(string textCase, string table, FieldDraft field)
    {
        string name = SchemaFormatter.Name(table);
        string text = string.Create(CultureInfo.InvariantCulture, $"schema s {{ table {name} {{ {field.Name}: {field.Type.Type} }} }} generate s {{ {name} {Sample} }}");
        ReadResult read = SchemaReader.Read(new SourceText("<import>", text), FormatCatalog.Signatures);
        if (read.HasErrors)
            return false;
        var plan = Plan.Create(read.Schemas[0], new PlanOptions());
        RowBatch batch = plan.Read(plan.Tables[0], 1, CancellationToken.None).First();
        var texts = (BytesColumn)batch.Columns[0];
        return Enumerable.Range(0, batch.Count).Select(texts.GetString).All(t => t == (textCase == "lower" ? t.ToLowerInvariant() : t.ToUpperInvariant()));
    }

    /// <summary>The form of words in that case.</summary>
    /// <param name="textCase">The function whose value they must be themselves: lower or upper.</param>
    /// <param name="longest">The most characters; null: any number.</param>
    public static string Regex(string textCase, int? longest)
    {
        string letters = textCase == "lower" ? "[a-z]" : "[A-Z]";
        return longest < 12 ? string.Create(CultureInfo.InvariantCulture, $"{letters}{{{Math.Min(3, longest.Value)},{longest}}}") : $"{letters}{{3,9}}([ ]{letters}{{3,9}})?";
    }
}
