using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Where rows go. Tables are begun in the order of the plan, parents first; rows of several tables may come in turn. Nothing is seen at the destination before
/// <see cref="Complete"/>; disposing a sink that is not complete takes back all that it wrote.
/// </summary>
public abstract class RowSink : IDisposable
{
    /// <summary>Prepares the destination. Called once, before anything else.</summary>
    /// <param name="tables">The tables whose rows will come, as far as they are known now.</param>
    /// <exception cref="ExportException">The destination can't be written.</exception>
    public abstract void Begin(IReadOnlyList<Table> tables);

    /// <summary>Writes some rows of a batch.</summary>
    public abstract void Write(RowBatch batch, int from, int count);

    /// <summary>Writes a table's partition straight from the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="table">One of its tables.</param>
    /// <param name="threads">How many threads fill, and format where the destination is a file.</param>
    /// <param name="written">Called with the number of rows of each batch that was written.</param>
    /// <param name="cancellationToken">Stops the work between two batches.</param>
    public virtual void WriteAll(Plan plan, TablePlan table, int threads, Action<int> written, CancellationToken cancellationToken) =>
        plan.Run<object?>(
            table,
            threads,
            () => null,
            (_, _) => { },
            (batch, _) =>
            {
                Write(batch, 0, batch.Count);
                written(batch.Count);
            },
            cancellationToken);

    /// <summary>Writes all tables of a plan, parents first.</summary>
    internal virtual void WriteTables(Plan plan, int threads, ExportReport report, CancellationToken cancellationToken)
    {
        foreach (TablePlan table in plan.Tables)
        {
            report.Begin(table);
            WriteAll(plan, table, threads, rows => report.Add(table, rows), cancellationToken);
            report.End(table);
        }
    }

    /// <summary>Makes everything that was written visible.</summary>
    /// <param name="progress">Told of long work that follows the rows, on the calling thread; null: nobody.</param>
    /// <param name="cancellationToken">Stops that work.</param>
    /// <exception cref="ExportException">The destination can't be written.</exception>
    public abstract void Complete(IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>How many seconds <see cref="Complete"/> worked on a table, such as on its indexes.</summary>
    public virtual double SecondsToComplete(Table table) => 0;

    /// <summary>How many rows of a table were given and are not there, since the destination refused or had them and was to go on.</summary>
    public virtual long RowsLeftOut(Table table) => 0;

    /// <summary>What went otherwise than one may expect, for people, once the sink is complete.</summary>
    public virtual IReadOnlyList<string> Warnings => [];

    /// <summary>Where a table's rows are once the sink is complete.</summary>
    public abstract string DestinationOf(Table table);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes back what is not complete.</summary>
    protected abstract void Dispose(bool disposing);
}
