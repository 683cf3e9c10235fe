namespace TestDataGen.Language;

/// <summary>
/// All aggregates of the language, by name. They give what SQL gives for the children of a row: nulls don't count, and of no value at all there is no sum, average,
/// least or greatest, but null.
/// </summary>
public static class Aggregates
{
    /// <summary>The aggregates in the order of the reference page.</summary>
    public static IReadOnlyList<Aggregate> All { get; } =
    [
        new("sum", "table.field", "The sum of a field over the row's children: bigint, an exact decimal or double, as the field is.", "total: decimal(12, 2) = sum(order_items.line_total)"),
        new("avg", "table.field", "The average: an exact decimal (28 digits, rounded to the scale of the field it is given to), or double.", "mean: decimal(12, 2) = avg(order_items.line_total)"),
        new("min", "table.field", "The least value, of the field's type; texts by their code points.", "cheapest: decimal(12, 2) = min(order_items.line_total)"),
        new("max", "table.field", "The greatest value, likewise.", "dearest: decimal(12, 2) = max(order_items.line_total)"),
        new("count", "table or table.field", "How many children the row has, or how many of them have a value in that field: bigint.", "items: integer = count(order_items)"),
    ];

    private static readonly Dictionary<string, Aggregate> ByName = All.ToDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>Finds an aggregate by name; null where there is none.</summary>
    public static Aggregate? Find(string name) => ByName.GetValueOrDefault(name);
}
