namespace TestDataGen.Language;

/// <summary>Some rows of a table: <c>orders where id &lt;= 100</c>. Made by <see cref="RowFilterReader"/>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Condition">What holds of the rows, over their own fields and their parents'; null: all of them.</param>
public sealed record RowFilter(Table Table, Expression? Condition);
