namespace TestDataGen.Language;

/// <summary>How <c>lookup(set.name, code, value)</c> finds its row: the first one whose column has a value; none where there is no such row.</summary>
/// <param name="Column">The column that is looked in.</param>
/// <param name="Value">What is looked for: a text, a whole number, or a day or time of the column's type.</param>
public sealed record RowLookup(Field Column, Expression Value);
