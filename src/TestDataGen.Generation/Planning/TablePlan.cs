using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>How one table will be filled.</summary>
public sealed class TablePlan
{
    internal TablePlan(Table table)
    {
        Table = table;
        Sources = new ColumnSource[table.Fields.Count];
        Parents = new ParentLink?[table.References.Count];
        GroupOfReference = new CheckGroup?[table.References.Count];
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>A plan a field, in the fields' order.</summary>
    public IReadOnlyList<ColumnPlan> Columns { get; internal set; } = [];

    /// <summary>Where the rows come from that its bindings stand for.</summary>
    public IReadOnlyList<BindingPlan> Bindings { get; internal set; } = [];

    /// <summary>How each of the table's checks will be met, in the order of the text.</summary>
    public IReadOnlyList<CheckPlan> Checks { get; internal set; } = [];

    /// <summary>All rows of the table, in every partition, be they in the slice or not.</summary>
    public long TotalRows { get; internal set; }

    /// <summary>How many rows of it the database holds whose rows the run joins; 0 where there is none.</summary>
    public long ExistingRows { get; internal set; }

    /// <summary>The first row of this partition, from 0; in a slice, as its rows count.</summary>
    public long FirstRow { get; internal set; }

    /// <summary>How many rows this partition has.</summary>
    public long RowCount { get; internal set; }

    /// <summary>Estimated size of this partition's rows as CSV, in bytes.</summary>
    public long EstimatedBytes => (long)Math.Min(long.MaxValue, RowBytes * RowCount);

    /// <summary>Estimated size of a row as CSV, in bytes.</summary>
    internal double RowBytes { get; set; }

    /// <summary>Whether its rows are none of the run's, but those that the database holds.</summary>
    internal bool IsExisting { get; init; }

    /// <summary>How far sequences, row numbers and the places of unique values lie behind those of the rows that the database holds.</summary>
    internal long Start { get; set; }

    /// <summary>How many children the database holds of each of the parents there that the rows are counted per; null: it does not matter, or there are none.</summary>
    internal int[]? ExistingChildren { get; set; }

    /// <summary>The rows that the table gives and the database holds already.</summary>
    internal IReadOnlyList<long> LeftOut { get; set; } = [];

    /// <summary>How many rows the run makes.</summary>
    internal long NewRows => TotalRows - LeftOut.Count;

    /// <summary>What deals out the values of keys, and can give a row another one, by the keys' fields.</summary>
    internal List<(IReadOnlyList<Field> Fields, IRowMover Mover)> Movers { get; } = [];

    /// <summary>The rows that are written; null: all.</summary>
    internal RowSet? Chosen { get; set; }

    /// <summary>A source a field.</summary>
    internal ColumnSource[] Sources { get; }

    /// <summary>A link for each of the table's references.</summary>
    internal ParentLink?[] Parents { get; }

    /// <summary>The fields that are drawn from a narrower range than the text says, so that their checks hold.</summary>
    internal Dictionary<Field, BetweenSource> Narrowed { get; } = [];

    /// <summary>The expressions that a field of the table computes.</summary>
    internal IReadOnlyList<Expression> ExpressionsOf(Field field) => (Narrowed.GetValueOrDefault(field) ?? field.Source).Expressions;

    /// <summary>The checks that rows are tried again for.</summary>
    internal List<CheckGroup> CheckGroups { get; } = [];

    /// <summary>For each of the table's references, the checks that decide which parent is drawn; null: none.</summary>
    internal CheckGroup?[] GroupOfReference { get; }

    /// <summary>How the rows are divided among parents in a table counted per parent; otherwise null.</summary>
    internal ChildCounts? Children { get; set; }

    /// <summary>The rows of a table that is a data set; otherwise null.</summary>
    internal StoredDataSet? DataSet { get; set; }

    /// <summary>The first moment and the step of a time series, in ticks; null: the table is none.</summary>
    internal (long First, long Step)? Series { get; set; }

    /// <summary>How many nodes the expressions of this table have.</summary>
    internal int NodeCount { get; set; }

    /// <summary>
    /// What one value of a field's own generator takes, measured by making some of this partition's rows; null where the field has none, or the partition no rows.
    /// </summary>
    /// <exception cref="GenerationException">The generator fails.</exception>
    public TimeSpan? MeasureGenerator(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Source is not GeneratorSource || RowCount == 0)
            return null;
        var frame = new Frame(this);
        // One that takes long is asked for one value only.
        TimeSpan one = frame.Measure(field.Index, Chosen, FirstRow, 1);
        int rows = (int)Math.Min(50, RowCount);
        return one > TimeSpan.FromMilliseconds(20) ? one : Enumerable.Range(0, 3).Min(_ => frame.Measure(field.Index, Chosen, FirstRow, rows)) / rows;
    }

    /// <summary>Sets which part of the rows is this partition.</summary>
    internal void Divide(int partition, int partitions)
    {
        long rows = Chosen?.Count ?? TotalRows;
        FirstRow = (long)((Int128)rows * (partition - 1) / partitions);
        RowCount = (long)((Int128)rows * partition / partitions) - FirstRow;
    }

    /// <summary>Fills a frame with some rows of this partition.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="from">How many of the partition's rows come before them.</param>
    /// <param name="count">How many.</param>
    internal RowBatch Fill(Frame frame, long from, int count) => frame.FillRange(Chosen, FirstRow + from, count);

    /// <inheritdoc/>
    public override string ToString() => $"{Table.Name}: {RowCount} rows";
}
