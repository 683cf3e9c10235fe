namespace TestDataGen.Language;

/// <summary>A condition that every row of a table meets. As in SQL, one that is null is met.</summary>
/// <param name="Table">The table.</param>
/// <param name="Condition">A boolean; it reads the row and its parents, and draws nothing.</param>
/// <param name="Text">The condition as the formatter writes it, in one line.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record Check(Table Table, Expression Condition, string Text, TextSpan Span);
