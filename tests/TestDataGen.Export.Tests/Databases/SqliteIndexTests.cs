using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>The indexes that are made behind the rows: long work of its own on a large table.</summary>
public sealed class SqliteIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_index_is_told_before_it_is_made_and_its_time_counts()
    {
        var told = new List<string>();
        IReadOnlyList<ExportResult> results = Run(new Listener(p => told.Add($"{p.Table}: {p.Finishing}")), default);
        Assert.Equal(["t: indexing code", "t: indexing name"], told);
        using var sink = new SqliteSink(_folder["other.db"]);
        Assert.Equal(0, sink.SecondsToComplete(Given.Table("id: bigint primary_key")));
        Assert.True(results[0].Seconds > 0);
    }

    [Fact]
    public void Stopped_in_the_middle_of_an_index_nothing_is_left()
    {
        using var stop = new CancellationTokenSource();
        // The interrupt comes from another thread while the sort runs, or at the latest with the next index.
        var listener = new Listener(p =>
        {
            if (p.Finishing == "indexing code")
                stop.CancelAfter(20);
            else
                stop.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Run(listener, stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private IReadOnlyList<ExportResult> Run(Listener listener, CancellationToken cancellationToken)
    {
        Table table = Given.Table("id: bigint primary_key\ncode: string(40) unique pattern(\"????-????-####\")\nname: string(40) unique pattern(\"????-????-####\")");
        Plan plan = Plan.Create(table.Schema, new PlanOptions { Count = 200_000 });
        using var sink = new SqliteSink(_folder["test.db"]);
        return Exporter.Run(plan, sink, 2, listener, cancellationToken);
    }

    private sealed class Listener(Action<ExportProgress> finishing) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value)
        {
            if (value.Finishing is not null)
                finishing(value);
        }
    }
}
