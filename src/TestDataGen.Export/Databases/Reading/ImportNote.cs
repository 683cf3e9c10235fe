namespace TestDataGen.Export;

/// <summary>Something of a database that its <c>.tdg</c> text does not say, and so rows may miss or a server may refuse.</summary>
/// <param name="Table">The table; null: a type, or the whole.</param>
/// <param name="Column">The column; null: the whole table.</param>
/// <param name="Reason">What it is, and why.</param>
public sealed record ImportNote(string? Table, string? Column, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => (Table, Column) switch
    {
        (null, _) => Reason,
        (_, null) => $"{Table}: {Reason}",
        _ => $"{Table}.{Column}: {Reason}",
    };
}
