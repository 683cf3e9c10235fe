using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>What tests start from.</summary>
internal static class Given
{
    /// <summary>Table <c>t</c> with these fields.</summary>
    public static Table Table(string fields)
    {
        ReadResult read = SchemaReader.Read(new SourceText("test.tdg", $"schema S {{ table t {{\n{fields}\n}} }}"), FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        Assert.Empty(read.Diagnostics);
        return read.Schemas[0].Tables[0];
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
