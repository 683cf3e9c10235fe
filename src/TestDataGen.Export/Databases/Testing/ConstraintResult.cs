namespace TestDataGen.Export;

/// <summary>Whether one constraint of a schema holds in a database.</summary>
/// <param name="Table">The table's name in the schema.</param>
/// <param name="Constraint">The constraint in words.</param>
/// <param name="Kind">What it is about.</param>
public sealed record ConstraintResult(string Table, string Constraint, ConstraintKind Kind)
{
    /// <summary>How many rows break it; null: they could not be counted.</summary>
    public long? Violations { get; init; }

    /// <summary>Whether it holds. Null: SQL can't say it, so nobody was asked; <see cref="Note"/> tells why.</summary>
    public bool? IsMet { get; init; }

    /// <summary>Some of the rows that break it, by their primary key or, where there is none, by the constraint's own columns.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Why it was not counted, or what else there is to know; empty: nothing.</summary>
    public string Note { get; init; } = "";
}
