namespace TestDataGen.Generation;

/// <summary>The values of a data set's column; texts are places in its own bytes.</summary>
internal sealed class StoredColumn(Column values) : ColumnSource
{
    /// <summary>The values.</summary>
    public Column Values => values;

    public override string Description => "a column of a data set";

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Column column)
    {
        ReadOnlySpan<long> rows = frame.Rows;
        if (column is BytesColumn texts)
            texts.ShareHeap((BytesColumn)values);
        for (int i = 0; i < rows.Length; i++)
        {
            int row = (int)rows[i];
            if (column is BytesColumn text && !values.IsNull(row))
                text.Share(i, (BytesColumn)values, row);
            else
                column.Copy(i, values, row);
        }
    }
}
