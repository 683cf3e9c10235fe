namespace TestDataGen.Export;

/// <summary>A foreign key that a database has; all names quoted.</summary>
/// <param name="Name">Its name, as it is.</param>
/// <param name="Table">The table whose rows refer.</param>
/// <param name="Columns">The columns that refer.</param>
/// <param name="Parent">The table referred to.</param>
/// <param name="ParentColumns">The columns referred to, in the same order.</param>
internal sealed record ExistingForeignKey(string Name, string Table, IReadOnlyList<string> Columns, string Parent, IReadOnlyList<string> ParentColumns)
{
    /// <summary>Asks how many rows refer to none.</summary>
    public string CountOrphans() => $"SELECT count(*) {FromOrphans}";

    /// <summary>Where a question reads the rows that refer to none.</summary>
    public string FromOrphans =>
        $"FROM {Table} c WHERE {string.Join(" AND ", Columns.Select(c => $"c.{c} IS NOT NULL"))} AND NOT EXISTS (SELECT 1 FROM {Parent} p WHERE {string.Join(" AND ", Columns.Zip(ParentColumns, (c, p) => $"p.{p} = c.{c}"))})";

    /// <summary>Puts the rows of a query together: name, table, column, parent, parent's column, those of one key in order.</summary>
    public static IReadOnlyList<ExistingForeignKey> Of(IEnumerable<object?[]> rows) =>
        [.. rows.GroupBy(r => ((string)r[0]!, (string)r[1]!)).Select(g => new ExistingForeignKey(
            g.Key.Item1, g.Key.Item2, [.. g.Select(r => (string)r[2]!)], (string)g.First()[3]!, [.. g.Select(r => (string)r[4]!)]))];
}
