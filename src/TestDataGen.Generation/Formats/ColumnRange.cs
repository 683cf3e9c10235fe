namespace TestDataGen.Generation;

/// <summary>Between which values a column lies whose field names no source.</summary>
/// <param name="Low">Least value, a literal of the field's type.</param>
/// <param name="High">Greatest value.</param>
internal sealed record ColumnRange(object Low, object High);
