using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A reference of a table: the parent table, which of its rows each row points at, and which rows point at none.</summary>
/// <param name="reference">The reference.</param>
/// <param name="table">The parent table.</param>
/// <param name="source">Which parent.</param>
/// <param name="nulls">Which rows have none; null: every row has one.</param>
internal sealed class ParentLink(Reference reference, TablePlan table, ParentSource source, NullDraw? nulls)
{
    /// <summary>The parent table.</summary>
    public TablePlan Table { get; } = table;

    /// <summary>Which parent.</summary>
    public ParentSource Source { get; } = source;

    /// <summary>Which parent, in words.</summary>
    public string Description => Table.IsExisting ? string.Create(CultureInfo.InvariantCulture, $"{Source.Description}, of {Table.TotalRows:N0} in the database") : Source.Description;

    /// <summary>The parents of the rows that the table gives itself, -1 for none.</summary>
    public long[] Given { get; init; } = [];

    /// <summary>Whether neighbouring rows are likely to have the same parent.</summary>
    public bool MayRepeat => Source is PerParent;

    /// <summary>Whether the parent is a part of the row itself, and drawn anew with it.</summary>
    public bool IsSameRow => Source is SameRow;

    /// <summary>Whether anything of it is drawn anew when a row is tried again.</summary>
    public bool IsDrawn => nulls is not null || Source.IsDrawn;

    /// <summary>Gives the parent's row for each row of a frame, -1 where there is none.</summary>
    public void Fill(Frame frame, Span<long> parentRows)
    {
        if (Table.TotalRows == 0)
        {
            parentRows.Fill(-1);
            return;
        }

        Source.Fill(frame, frame.Draws, parentRows);
        FillNulls(frame, parentRows);
        if (Given.Length == 0)
            return;
        for (int i = 0; i < frame.Count; i++)
        {
            if (frame.Rows[i] < Given.Length)
                parentRows[i] = Given[frame.Rows[i]];
        }
    }

    private void FillNulls(Frame frame, Span<long> parentRows)
    {
        if (nulls is not null)
        {
            ReadOnlySpan<long> draws = frame.Draws;
            for (int i = 0; i < draws.Length; i++)
            {
                if (nulls.IsNull(draws[i]))
                    parentRows[i] = -1;
            }
        }
        else if (!reference.IsNullable && parentRows.Contains(-1))
        {
            throw new GenerationException(
                $"{reference}, row {frame.Rows[parentRows.IndexOf(-1)] + 1}: found no row of {Table.Table.Name} that fits ({Source.Description}). Give {Table.Table.Name} more rows that do, or make {reference.Fields[0].Name} nullable.");
        }
    }
}
