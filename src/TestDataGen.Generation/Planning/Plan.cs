using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>All that is decided before the first row is made: tables in order, row counts, sources.</summary>
public sealed class Plan
{
    private Plan(PlanBuilder builder, PlanOptions options)
    {
        Schema = builder.Schema;
        Tables = builder.Build();
        Warnings = builder.Warnings;
        Profile = builder.Profile.Name;
        Seed = builder.Seed;
        Locale = builder.Locale.Name;
        Now = builder.Now;
        Version = builder.Version;
        Partition = options.Partition;
        PartitionCount = options.PartitionCount;
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The name of the profile that was planned; null: the one without a name.</summary>
    public string? Profile { get; }

    /// <summary>The seed of all random streams.</summary>
    public long Seed { get; }

    /// <summary>The locale of the formats.</summary>
    public string Locale { get; }

    /// <summary>What <c>now</c> means.</summary>
    public DateTime Now { get; }

    /// <summary>The version of the value sources.</summary>
    public int Version { get; }

    /// <summary>Which part of each table, from 1.</summary>
    public int Partition { get; }

    /// <summary>The number of parts.</summary>
    public int PartitionCount { get; }

    /// <summary>The tables wanted, parents before their children.</summary>
    public IReadOnlyList<TablePlan> Tables { get; }

    /// <summary>What the run can do, but perhaps not as it was meant.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; }

    /// <summary>Plans a run.</summary>
    /// <exception cref="SchemaException">The run asks for what can't be met: too few unique values, an unknown table, a count out of range.</exception>
    public static Plan Create(Schema schema, PlanOptions options, CancellationToken cancellationToken = default) =>
        new(new PlanBuilder(schema, options, cancellationToken), options);

    /// <summary>What only the row counts of a schema's profiles bring to light, errors and warnings, each once.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="generators">The run's own generators by name.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public static IReadOnlyList<Diagnostic> Diagnose(
        Schema schema, IReadOnlyDictionary<string, ITdgGenerator> generators, CancellationToken cancellationToken = default)
    {
        IEnumerable<Diagnostic> Of(Profile profile)
        {
            try
            {
                return Create(schema, new PlanOptions { Profile = profile.Name, Generators = generators }, cancellationToken).Warnings;
            }
            catch (SchemaException e)
            {
                // Which rows there will be in the database is nothing that the schema says.
                return e.Diagnostics.Where(d => d.Code != DiagnosticCatalog.NoDatabase.Code);
            }
        }

        return [.. schema.Profiles.Prepend(schema.Profile).SelectMany(Of).Distinct()];
    }

    /// <summary>
    /// Fills a table's partition batch by batch, in order, on up to <paramref name="threads"/> threads ahead of the reader. Each batch is the reader's to keep.
    /// </summary>
    public IEnumerable<RowBatch> Read(TablePlan table, int threads, CancellationToken cancellationToken)
    {
        Check(table, threads);
        using var pump = new BatchPump<object?>(
            table, table.RowCount, threads, () => null, (slot, from, count) => table.Fill(slot.Frame, from, count), cancellationToken);
        while (pump.TryNext() is { } slot)
        {
            RowBatch batch = slot.Frame.Detach();
            pump.Release(slot);
            yield return batch;
        }
    }

    /// <summary>
    /// Fills a table's partition on <paramref name="threads"/> threads. <paramref name="work"/> runs on the filling thread, with a state that it may reuse from
    /// batch to batch; <paramref name="consume"/> runs on the calling thread, one batch after the other in order. Batch and state belong to the engine
    /// again when <paramref name="consume"/> returns. With one thread everything runs on the calling thread.
    /// </summary>
    public void Run<TState>(
        TablePlan table, int threads, Func<TState> createState, Action<RowBatch, TState> work, Action<RowBatch, TState> consume, CancellationToken cancellationToken)
    {
        Check(table, threads);
        if (threads == 1)
        {
            var frame = new Frame(table);
            TState state = createState();
            for (long offset = 0; offset < table.RowCount; offset += RowBatch.MaxRows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RowBatch batch = table.Fill(frame, offset, (int)Math.Min(RowBatch.MaxRows, table.RowCount - offset));
                work(batch, state);
                consume(batch, state);
            }

            return;
        }

        using var pump = new BatchPump<TState>(table, table.RowCount, threads, createState, Fill, cancellationToken);
        while (pump.TryNext() is { } slot)
        {
            consume(slot.Batch!, slot.State);
            pump.Release(slot);
        }

        void Fill(BatchPump<TState>.Slot slot, long from, int count)
        {
            slot.Batch = table.Fill(slot.Frame, from, count);
            work(slot.Batch, slot.State);
        }
    }

    private void Check(TablePlan table, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!Tables.Contains(table))
            throw new ArgumentException($"Table {table.Table.Name} is of another plan.", nameof(table));
    }
}
