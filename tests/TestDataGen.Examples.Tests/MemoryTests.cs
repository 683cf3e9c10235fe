using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Examples.Tests;

public sealed class MemoryTests
{
    public static TheoryData<string> Examples => Example.All;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Five_times_the_rows_take_no_more_memory(string name)
    {
        // More than a batch from the start: then all buffers have their size.
        long small = Allocated(name, 4_200);
        long large = Allocated(name, 21_000);
        // What is allocated is the frames and buffers of a few batches and some bytes a batch, never something a row.
        Assert.True(large - small < 12_000_000, $"{name}: {small:N0} bytes for 4,200 rows, {large:N0} for 21,000.");
    }

    private static long Allocated(string name, long count)
    {
        Schema schema = Example.Schema(name);
        Plan plan = Plan.Create(schema, new PlanOptions { Count = count });
        using var sink = new CountingSink();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exporter.Run(plan, sink, 1);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class CountingSink : RowSink
    {
        public override void Begin(IReadOnlyList<Table> tables)
        {
        }

        public override void Write(RowBatch batch, int from, int count)
        {
        }

        public override void Complete(IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
        {
        }

        public override string DestinationOf(Table table) => "";

        protected override void Dispose(bool disposing)
        {
        }
    }
}
