namespace TestDataGen.Language;

/// <summary>
/// Fields whose values run along the children of a parent: each needs, by <c>previous(…)</c>, what it or another of them is in the child before.
/// </summary>
/// <param name="Fields">The fields, in the table's order.</param>
/// <param name="Inputs">The other fields of the row that they read.</param>
public sealed record RunningFields(IReadOnlyList<Field> Fields, IReadOnlyList<Field> Inputs);
