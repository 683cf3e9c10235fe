namespace TestDataGen.Language;

/// <summary>An aggregate of the language: what it takes of a row's children, and its docs.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Parameters">Its parameter, for people.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Example">A field of a parent that uses it.</param>
public sealed record Aggregate(string Name, string Parameters, string Summary, string Example);
