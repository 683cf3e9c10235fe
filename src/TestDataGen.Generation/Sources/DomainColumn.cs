namespace TestDataGen.Generation;

/// <summary>Texts of a counted domain, written by their number.</summary>
internal sealed class DomainColumn(TextDomain domain, IRowIndex index, string description) : ColumnSource
{
    public override string Description => description;

    public override int MaxChars => domain.MaxChars;

    public override double AverageBytes => domain.MaxBytes;

    public override void Fill(Frame frame, Column column)
    {
        var texts = (BytesColumn)column;
        ReadOnlySpan<long> rows = index.IsDrawn ? frame.Draws : frame.Rows;
        for (int i = 0; i < rows.Length; i++)
            texts.Commit(i, domain.Write(index.At(rows[i]), texts.Reserve(domain.MaxBytes)));
    }
}
