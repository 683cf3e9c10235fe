using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>What tests start from.</summary>
internal static class Given
{
    /// <summary>Table <c>t</c> with these fields.</summary>
    public static Table Table(string fields) => Schema($"schema S {{ table t {{\n{fields}\n}} }}").Tables[0];

    /// <summary>The one schema of a text.</summary>
    public static Schema Schema(string text)
    {
        ReadResult read = SchemaReader.Read(new SourceText("test.tdg", text), FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        Assert.Empty(read.Diagnostics);
        return Assert.Single(read.Schemas);
    }

    /// <summary>A batch of rows made by hand.</summary>
    public static RowBatch Batch(Table table, params object?[][] rows)
    {
        var builder = new RowBatchBuilder(table);
        foreach (object?[] row in rows)
            builder.Add(row);
        return builder.Take()!;
    }
}
