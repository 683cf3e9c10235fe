namespace TestDataGen.Export;

/// <summary>Something in which a database is not as a schema says.</summary>
/// <param name="Table">The table, as the schema names it, or the database where only it has the table.</param>
/// <param name="Column">The column; null: it is about the table, or about several columns.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Expected">What the database would have if it were created from the schema; null: nothing.</param>
/// <param name="Actual">What it has; null: nothing.</param>
public sealed record SchemaDifference(string Table, string? Column, DifferenceKind Kind, string? Expected, string? Actual)
{
    /// <summary>It as a sentence.</summary>
    public string Message => (Kind, Expected, Actual) switch
    {
        (DifferenceKind.Table, _, null) => $"The database has no table {Table}.",
        (DifferenceKind.Table, _, _) => $"The schema has no table {Table}, and the database has one.",
        (DifferenceKind.Column, _, null) => $"The database has no column {Place}.",
        (DifferenceKind.Column, _, _) => $"The schema has no column {Place}, and the database has one: {Actual}.",
        (DifferenceKind.Type, _, _) => $"{Place} is {Actual} in the database, and would be {Expected} by the schema.",
        (DifferenceKind.Null, _, _) => $"{Place} is {Actual} in the database, and {Expected} by the schema.",
        (_, _, null) => $"{Place} has no {Expected} in the database.",
        (_, null, _) => $"{Place} has {Actual} in the database, and the schema says nothing of it.",
        _ => $"{Place} has {Actual} in the database, and {Expected} by the schema.",
    };

    private string Place => Column is null ? Table : $"{Table}.{Column}";

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
