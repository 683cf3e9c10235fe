namespace TestDataGen.Generation;

/// <summary>Texts drawn part by part, as the domain likes them to look.</summary>
internal sealed class DrawnColumn(TextDomain domain, ulong key, string description) : ColumnSource
{
    public override string Description => description;

    public override int MaxChars => domain.MaxChars;

    public override double AverageBytes => domain.MaxBytes;

    public override void Fill(Frame frame, Column column)
    {
        var texts = (BytesColumn)column;
        ReadOnlySpan<long> rows = frame.Draws;
        for (int i = 0; i < rows.Length; i++)
        {
            var draws = new RandomDraws(key, (ulong)rows[i] << Squares.DrawBits);
            texts.Commit(i, domain.Draw(ref draws, texts.Reserve(domain.MaxBytes)));
        }
    }
}
