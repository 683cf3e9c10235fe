using TestDataGen.Export;
using TestDataGen.Generation;

namespace TestDataGen.Examples.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void Ten_times_the_rows_take_no_more_memory()
    {
        long small = Allocated(5_000);
        long large = Allocated(50_000);
        // What is allocated is the frames and buffers of a few batches and some bytes a batch, never something a row.
        Assert.InRange(large - small, -1_000_000, 10_000_000);
    }

    private static long Allocated(long count)
    {
        Plan plan = Plan.Create(Example.Schema("shop"), new PlanOptions { Count = count, TableCounts = new Dictionary<string, long> { ["products"] = 500 } });
        using var sink = new CountingSink();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exporter.Run(plan, sink, 1);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class CountingSink : RowSink
    {
        public override void Begin(IReadOnlyList<Language.Table> tables)
        {
        }

        public override void Write(RowBatch batch, int from, int count)
        {
        }

        public override void Complete(IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
        {
        }

        public override string DestinationOf(Language.Table table) => "";

        protected override void Dispose(bool disposing)
        {
        }
    }
}
