namespace TestDataGen.Language;

/// <summary>A scalar type as a user names it.</summary>
/// <param name="Kind">Which type.</param>
/// <param name="Name">The canonical name.</param>
/// <param name="Aliases">Other names that mean the same; the formatter prints <paramref name="Name"/> instead.</param>
/// <param name="Measures">Its measures, for people: <c>(p, s)</c>; empty: none.</param>
/// <param name="Summary">One sentence.</param>
public sealed record ScalarType(TypeKind Kind, string Name, IReadOnlyList<string> Aliases, string Measures, string Summary);
