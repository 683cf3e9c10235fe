namespace TestDataGen.Language;

/// <summary>How many rows a table has.</summary>
/// <param name="Span">Where the count stands in the text.</param>
public abstract record RowCount(TextSpan Span);

/// <summary>A number of rows.</summary>
public sealed record FixedCount(long Rows, TextSpan Span) : RowCount(Span);

/// <summary>A time series that belongs to no parent: the whole table is one.</summary>
public sealed record SeriesRows(SeriesCount Series, TextSpan Span) : RowCount(Span);

/// <summary><c>… per parent</c>: for each parent row as many as <paramref name="Draw"/> says, in the parent's order.</summary>
/// <param name="Draw">How many children a parent has.</param>
/// <param name="Reference">The reference by which the children belong to the parent.</param>
/// <param name="Distinct">Other references of which no two children of a parent have the same: <c>per a, b</c>.</param>
/// <param name="Span">Where the count stands in the text.</param>
public sealed record PerParentCount(CountDraw Draw, Reference Reference, IReadOnlyList<Reference> Distinct, TextSpan Span) : RowCount(Span);
