namespace TestDataGen.Language;

/// <summary>A primary or unique key: no two rows have the same values in all of its fields, nulls aside.</summary>
/// <param name="Fields">One field or several.</param>
/// <param name="IsPrimary">Whether it is the primary key.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record UniqueKey(IReadOnlyList<Field> Fields, bool IsPrimary, TextSpan Span);
