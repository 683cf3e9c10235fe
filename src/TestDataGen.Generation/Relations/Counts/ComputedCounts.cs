namespace TestDataGen.Generation;

/// <summary>
/// Numbers that the parents' rows say by an expression: of children, or as weights, by which a place among their sum picks a parent. Where a row says null or a
/// number under 0, it is 0.
/// </summary>
internal sealed class ComputedCounts : ChildCounts
{
    private readonly TablePlan _table;
    private readonly Node _expression;
    private readonly long _most;

    /// <summary>Computes all numbers once and keeps their sums by block.</summary>
    /// <param name="table">The parents' table, its sources built.</param>
    /// <param name="expression">Gives a column of 64-bit integers over the parents' rows.</param>
    /// <param name="most">Greater numbers are taken as this.</param>
    /// <param name="cancellationToken">Stops the count of very many parents.</param>
    /// <exception cref="OverflowException">The sum is more than can be counted.</exception>
    public ComputedCounts(TablePlan table, Node expression, long most, CancellationToken cancellationToken)
        : base(table.TotalRows, 0)
    {
        (_table, _expression, _most) = (table, expression, most);
        SumUp(cancellationToken);
    }

    public override Frame? CreateScratch() => new(_table);

    protected override void Fill(Frame? scratch, long first, Span<long> counts)
    {
        scratch!.PointAt(first, counts.Length);
        var column = (Int64Column)_expression.Value(scratch);
        ReadOnlySpan<long> values = column.Values;
        for (int i = 0; i < counts.Length; i++)
            counts[i] = column.IsNull(i) ? 0 : Math.Clamp(values[i], 0, _most);
    }
}
