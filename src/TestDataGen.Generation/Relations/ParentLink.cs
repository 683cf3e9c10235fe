namespace TestDataGen.Generation;

/// <summary>A reference of a table: the parent table, which of its rows each row points at, and which rows point at none.</summary>
/// <param name="table">The parent table.</param>
/// <param name="source">Which parent.</param>
/// <param name="nulls">Which rows have none; null: every row has one.</param>
internal sealed class ParentLink(TablePlan table, ParentSource source, NullDraw? nulls)
{
    /// <summary>The parent table.</summary>
    public TablePlan Table { get; } = table;

    /// <summary>Which parent.</summary>
    public ParentSource Source { get; } = source;

    /// <summary>Gives the parent's row for each of the rows, -1 where there is none.</summary>
    public void Fill(ReadOnlySpan<long> rows, Span<long> parentRows, out bool anyMissing)
    {
        anyMissing = false;
        if (Table.TotalRows == 0)
        {
            parentRows.Fill(-1);
            anyMissing = true;
            return;
        }

        Source.Fill(rows, parentRows);
        if (nulls is null)
            return;
        for (int i = 0; i < rows.Length; i++)
        {
            if (nulls.IsNull(rows[i]))
            {
                parentRows[i] = -1;
                anyMissing = true;
            }
        }
    }
}
