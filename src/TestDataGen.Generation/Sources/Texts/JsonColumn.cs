using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Another source's texts, which must be JSON: one that is none would break the file it is written in, and databases refuse it.</summary>
internal sealed class JsonColumn(ColumnSource source, Field field) : ColumnSource
{
    public override string Description => source.Description;

    public override bool IsDrawn => source.IsDrawn;

    public override int MaxChars => source.MaxChars;

    public override double AverageBytes => source.AverageBytes;

    public override void Fill(Frame frame, Column column)
    {
        source.Fill(frame, column);
        var texts = (BytesColumn)column;
        for (int i = 0; i < frame.Count; i++)
        {
            if (!texts.IsNull(i) && !Utf8.IsJson(texts[i]))
                throw new GenerationException($"{field}, row {frame.Rows[i] + 1}: \"{texts.GetString(i)}\" is no JSON. Give the field texts that are, or the type text.");
        }
    }
}
