namespace TestDataGen.Language;

/// <summary>
/// An example for every rule of <see cref="DiagnosticCatalog"/>, from which its reference page is made. Each is a file <c>shop.tdg</c>; those that name other files find them
/// beside it: <c>types.tdg</c>, <c>data/cities.csv</c>, and some that can't be read.
/// </summary>
public static partial class DiagnosticExamples
{
    private static readonly Dictionary<string, DiagnosticExample> ByCode =
        new List<DiagnosticExample[]> { OfFiles, OfWords, OfGrammar, OfNames, OfTypes, OfValues, OfRelations, OfRuns }.SelectMany(e => e).ToDictionary(e => e.Rule.Code);

    /// <summary>All of them, in the order of the rules' codes.</summary>
    public static IReadOnlyList<DiagnosticExample> All { get; } = [.. ByCode.Values.OrderBy(e => e.Rule.Code, StringComparer.Ordinal)];

    /// <summary>The example of a rule.</summary>
    public static DiagnosticExample Of(DiagnosticRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return ByCode[rule.Code];
    }

    // Most examples are about a field or two of one table.
    private static string Fields(string fields) =>
        $"schema Shop {{\n  table orders {{\n{string.Concat(fields.Split('\n').Select(f => $"    {f}\n"))}  }}\n}}\n";

    // A table of children, orders, beside its parents.
    private static string Children(string fields, string generate = "") =>
        "schema Shop {\n  table customers { id: bigint primary_key  name: string(50)  rank: integer }\n\n  table orders {\n"
        + string.Concat(fields.Split('\n').Select(f => $"    {f}\n")) + "  }\n}\n" + (generate.Length == 0 ? "" : $"\ngenerate Shop {{ {generate} }}\n");
}
