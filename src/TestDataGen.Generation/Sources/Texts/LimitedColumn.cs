using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Another source's texts, which must not be cut since they are unique: one that is too long is an error.</summary>
internal sealed class LimitedColumn(ColumnSource source, Field field) : ColumnSource
{
    public override string Description => source.Description;

    public override bool IsDrawn => source.IsDrawn;

    public override int MaxChars => field.MaxLength;

    public override double AverageBytes => source.AverageBytes;

    public override void Fill(Frame frame, Column column)
    {
        source.Fill(frame, column);
        var texts = (BytesColumn)column;
        for (int i = 0; i < frame.Count; i++)
        {
            if (texts[i].Length > field.MaxLength && Utf8.CountCharacters(texts[i]) is int count && count > field.MaxLength)
            {
                throw new GenerationException(
                    $"{field}, row {frame.Rows[i] + 1}: \"{texts.GetString(i)}\" has {count} characters, the field holds {field.MaxLength}, and a unique value can't be cut. Make the field longer, or what fills it shorter.");
            }
        }
    }
}
