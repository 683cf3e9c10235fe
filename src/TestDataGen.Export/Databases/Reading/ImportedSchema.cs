namespace TestDataGen.Export;

/// <summary>A database as a <c>.tdg</c> text.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Text">The text, in the canonical form.</param>
/// <param name="Notes">What it does not say.</param>
public sealed record ImportedSchema(string Name, string Text, IReadOnlyList<ImportNote> Notes);
