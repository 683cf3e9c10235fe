using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>All that is decided before the first row is made: tables in order, row counts, sources.</summary>
public sealed class Plan
{
    /// <summary>The schema.</summary>
    public Schema Schema => throw new NotImplementedException();

    /// <summary>The seed of all random streams.</summary>
    public long Seed => throw new NotImplementedException();

    /// <summary>The locale of the formats.</summary>
    public string Locale => throw new NotImplementedException();

    /// <summary>What <c>now</c> means.</summary>
    public DateTime Now => throw new NotImplementedException();

    /// <summary>The version of the value sources.</summary>
    public int Version => throw new NotImplementedException();

    /// <summary>Which part of each table, from 1.</summary>
    public int Partition => throw new NotImplementedException();

    /// <summary>The number of parts.</summary>
    public int PartitionCount => throw new NotImplementedException();

    /// <summary>The tables wanted, parents before their children.</summary>
    public IReadOnlyList<TablePlan> Tables => throw new NotImplementedException();

    /// <summary>Plans a run.</summary>
    /// <exception cref="SchemaException">The run asks for what can't be met: too few unique values, an unknown table, a count out of range.</exception>
    public static Plan Create(Schema schema, PlanOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>
    /// Fills a table's partition batch by batch, in order, on up to <paramref name="threads"/> threads ahead of the reader. Each batch is the reader's to keep.
    /// </summary>
    public IEnumerable<RowBatch> Read(TablePlan table, int threads, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>
    /// Fills a table's partition on <paramref name="threads"/> threads. <paramref name="work"/> runs on the filling thread, with a state that it may reuse from
    /// batch to batch; <paramref name="consume"/> runs on the calling thread, one batch after the other in order. Batch and state belong to the engine
    /// again when <paramref name="consume"/> returns. With one thread everything runs on the calling thread.
    /// </summary>
    public void Run<TState>(
        TablePlan table, int threads, Func<TState> createState, Action<RowBatch, TState> work, Action<RowBatch, TState> consume, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
