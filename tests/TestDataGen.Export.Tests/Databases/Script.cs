using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Scripts of rows that tests have at hand.</summary>
internal static class Script
{
    /// <summary>Writes a script of batches and gives its path.</summary>
    public static string Write(TemporaryFolder folder, string dialect, params RowBatch[] batches)
    {
        string path = folder[$"{dialect}.sql"];
        using var sink = new SqlScriptSink(path, SqlDialects.Find(dialect)!, mayReplace: true);
        sink.Begin([]);
        foreach (RowBatch batch in batches)
            sink.Write(batch, 0, batch.Count);
        sink.Complete();
        return path;
    }

    /// <summary>Writes a script of a whole schema and gives its path.</summary>
    public static string Write(TemporaryFolder folder, string dialect, Schema schema, long count)
    {
        string path = folder[$"{dialect}.sql"];
        using var sink = new SqlScriptSink(path, SqlDialects.Find(dialect)!, mayReplace: true);
        Exporter.Run(Plan.Create(schema, new PlanOptions { Count = count, Seed = 1 }), sink, 2);
        return path;
    }
}
