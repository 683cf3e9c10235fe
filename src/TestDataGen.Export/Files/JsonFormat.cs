using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>A JSON array with an object a row, each on a line of its own.</summary>
public sealed class JsonFormat : TextFormat
{
    /// <inheritdoc/>
    public override string Extension => ".json";

    /// <inheritdoc/>
    public override int SeparatorLength => 1;

    /// <inheritdoc/>
    public override void WriteHeader(Table table, bool isFirstPart, Utf8Buffer into) => into.Append((byte)'[');

    /// <inheritdoc/>
    public override void WriteRows(RowBatch batch, int from, int count, Utf8Buffer into)
    {
        byte[][] names = JsonText.NamesOf(batch.Table);
        for (int row = from; row < from + count; row++)
        {
            into.Append(",\n"u8);
            JsonText.WriteRow(names, batch.Columns, row, into);
        }
    }

    /// <inheritdoc/>
    public override void WriteFooter(Table table, Utf8Buffer into) => into.Append("\n]\n"u8);
}
