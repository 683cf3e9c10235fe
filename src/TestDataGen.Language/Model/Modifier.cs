namespace TestDataGen.Language;

/// <summary>A modifier of a field: what may stand behind the type.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Parameters">Its parameters, for people; empty: none.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Example">A field that uses it.</param>
public sealed record Modifier(string Name, string Parameters, string Summary, string Example);
