using TestDataGen.Generation;

namespace TestDataGen.Export;

/// <summary>A JSON object a line.</summary>
public sealed class JsonLinesFormat : TextFormat
{
    /// <inheritdoc/>
    public override string Extension => ".ndjson";

    /// <inheritdoc/>
    public override void WriteRows(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        byte[][] names = JsonText.NamesOf(batch.Table);
        for (int row = from; row < from + count; row++)
        {
            JsonText.WriteRow(names, batch.Columns, row, into);
            into.Append((byte)'\n');
        }
    }
}
