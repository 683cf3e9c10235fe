namespace TestDataGen.Language;

/// <summary>How many rows a table has.</summary>
/// <param name="Span">Where the count stands in the text.</param>
public abstract record RowCount(TextSpan Span);

/// <summary>A number of rows.</summary>
public sealed record FixedCount(long Rows, TextSpan Span) : RowCount(Span);

/// <summary><c>a..b per parent</c>: for each parent row, uniformly from Min to Max rows, in the parent's order.</summary>
/// <param name="Min">Least number of children, 0 or more.</param>
/// <param name="Max">Greatest number of children, Min or more.</param>
/// <param name="Reference">The reference by which the children belong to the parent.</param>
/// <param name="Span">Where the count stands in the text.</param>
public sealed record PerParentCount(long Min, long Max, Reference Reference, TextSpan Span) : RowCount(Span);
