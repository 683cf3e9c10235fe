namespace TestDataGen.Language;

/// <summary>All modifiers of a field but the distributions, by name.</summary>
public static class Modifiers
{
    /// <summary>The modifiers in the order of the reference page.</summary>
    public static IReadOnlyList<Modifier> All { get; } =
    [
        new("primary_key", "", "The table's key: unique and never null.", "id: bigint primary_key"),
        new("unique", "", "No two rows have the same value; nulls aside.", "email: string(120) unique"),
        new("not_null", "", "Never null: so is every field without `nullable`.", "name: text not_null"),
        new("nullable", "p%", "Null in p percent of the rows; 10% without a percentage, and for `= expression` only where that says so.", "notes: text nullable(40%)"),
        new("default", "x", "The DEFAULT of the database column; the generated rows do not use it.", "active: boolean default(true)"),
        new("min", "x", "The least value, a constant.", "age: integer min(18)"),
        new("max", "x", "The greatest value, a constant.", "age: integer max(99)"),
        new("clamp", "", "A drawn value outside `min` and `max` is moved to the bound; without it the distribution is cut there.", "balance: decimal(10, 2) normal(500, 200) min(0) clamp"),
        new("between", "a, b", "From a to b, both included; the ends may be expressions.", "placed_at: datetime between(2024-01-01, now)"),
        new("length", "a, b", "Texts of a to b characters.", "nickname: string(20) length(3, 12)"),
        new("references", "table.field", "A key of a parent's row; `as alias` names the parent for expressions.", "customer_id: bigint references(customers.id) as customer"),
        new("weight", "x", "Beside references: a parent is the more likely the greater this is, an expression of the parent's fields.", "sku: string(12) references(products.sku) weight(popularity)"),
        new("sequence", "start, step", "start, start + step, …; 1 and 1 without arguments.", "id: bigint sequence(1000, 10)"),
        new("format", "name, …", "A format of the run's locale.", "first_name: string(50) format(first_name)"),
        new("pattern", "text", "# a digit, ? an upper-case letter, * either; a backslash (written \\\\) before one makes it itself.", "plate: string(7) pattern(\"??-####\")"),
        new("regex", "/…/", "A text that the regular expression matches as a whole.", "sku: string(12) regex(/[A-Z]{3}-[0-9]{6}/)"),
        new("weighted", "value: weight, …", "One of the values, each as often as its weight says.", "tier: string(10) weighted(\"basic\": 80, \"gold\": 20)"),
        new("one_of", "value, …", "One of the values, each equally often.", "size: string(2) one_of(\"S\", \"M\", \"L\")"),
        new("share", "x", "The part of a value of the parent's, by chance; the parts of all children add up to it, to the last cent.", "part: decimal(12, 2) share(order.total)"),
        new("lookup", "dataset.column", "A column's value of one row of a data set, drawn by the set's weight.", "country: string(60) lookup(countries.name)"),
    ];

    private static readonly HashSet<string> Names = [.. All.Select(m => m.Name), .. Distributions.All.Select(d => d.Name), "where"];

    internal static IEnumerable<string> KnownNames => Names;

    internal static bool IsKnown(string name) => Names.Contains(name);
}
