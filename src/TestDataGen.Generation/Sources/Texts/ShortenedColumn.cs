namespace TestDataGen.Generation;

/// <summary>Another source's texts, cut to the field's length in characters.</summary>
internal sealed class ShortenedColumn(ColumnSource source, int length) : ColumnSource
{
    public override string Description => $"{source.Description}, cut to {length} characters";

    public override bool IsDrawn => source.IsDrawn;

    public override int MaxChars => length;

    public override double AverageBytes => Math.Min(length, source.AverageBytes);

    public override void Fill(Frame frame, Column column)
    {
        source.Fill(frame, column);
        var texts = (BytesColumn)column;
        for (int i = 0; i < frame.Count; i++)
        {
            ReadOnlySpan<byte> text = texts[i];
            // As many bytes as the length are never more characters than it.
            if (text.Length > length)
                texts.Shorten(i, Utf8.LengthOf(text, length));
        }
    }
}
