using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Counts the rows of a table, and of its partition.</summary>
internal sealed class RowCounter(PlanBuilder builder, TablePlan plan, PlanOptions options)
{
    private const long DefaultRows = 100;

    private Table Table => plan.Table;

    /// <summary>Sets <see cref="TablePlan.TotalRows"/> and, where the rows belong to parents, <see cref="TablePlan.Children"/>.</summary>
    public void Count()
    {
        if (Table.DataSet is { } set)
        {
            plan.DataSet = set is LocaleDataSet local ? local.In(builder.Locale) : (StoredDataSet)set;
            plan.TotalRows = plan.DataSet.RowCount;
            return;
        }

        if (Table.Owner is { } owner)
        {
            TablePlan whole = builder.Counted(builder.PlanOf(owner));
            plan.TotalRows = CheckedRows(whole.TotalRows);
            plan.Start = (long)Int128.Min((Int128)whole.Start * Table.RowsOfOwner, long.MaxValue - PlanLimits.MaxRows);
            return;
        }

        if (Table.Schema != builder.Schema)
        {
            // A binding such as `person` takes any of them.
            plan.TotalRows = 1L << 40;
            return;
        }

        if (builder.Existing.IsThere && builder.Existing.IsWanted(Table))
        {
            plan.ExistingRows = builder.Existing.Count(Table);
            plan.LeftOut = builder.Existing.FindGiven(Table);
            plan.Start = builder.Existing.StartOf(plan, plan.LeftOut.Count);
        }

        builder.Profile.Counts.TryGetValue(Table, out RowCount? count);
        long? given = options.TableCounts.Where(c => string.Equals(c.Key, Table.Name, StringComparison.OrdinalIgnoreCase)).Select(c => (long?)c.Value).FirstOrDefault();
        if (count is SeriesRows { Series: var series })
        {
            long moments = CountMoments(series, count.Span);
            plan.Children = new EqualCounts(1, given ??= moments);
        }

        if (given is null && count is PerParentCount per)
        {
            try
            {
                plan.Children = CountChildren(per);
                if (plan.ExistingRows > 0)
                    plan.ExistingChildren = builder.Existing.CountChildren(per.Reference);
                given = plan.Children.Total;
            }
            catch (OverflowException)
            {
                builder.Report(PlanDiagnostic.TooManyRows(Table, per.Span));
            }
        }

        // A table with rows of its own has those and no others, unless its count says more.
        if (count is null && Table.Rows.Count > 0)
            given ??= Table.Rows.Count;
        plan.TotalRows = given ?? options.Count ?? builder.Profile.Scaled((count as FixedCount)?.Rows ?? DefaultRows);
        if (plan.TotalRows > PlanLimits.MaxRows)
            builder.Report(PlanDiagnostic.TooManyRows(Table, count!.Span));
        LeaveOut();
        plan.Divide(options.Partition, options.PartitionCount);
    }

    private void LeaveOut()
    {
        plan.LeftOut = [.. plan.LeftOut.Where(row => row < plan.TotalRows)];
        if (plan.LeftOut.Count == 0)
            return;
        plan.Chosen = new RowSet(plan.TotalRows);
        plan.Chosen.AddRange(0, plan.TotalRows);
        plan.Chosen.Remove(plan.LeftOut);
    }

    private long CountMoments(SeriesCount series, TextSpan span)
    {
        Int128 first = series.From.At(builder.Now).Ticks;
        long count = series.CountAt(builder.Now);
        // A table that is one series goes on; the series of a parent is its own.
        if (builder.Profile.Counts[Table] is SeriesRows)
            first += (Int128)plan.Start * series.Step.Ticks;
        if (first + ((Int128)count * series.Step.Ticks) > DateTime.MaxValue.Ticks)
        {
            builder.Report(PlanDiagnostic.NoNumbersLeft(Table));
            first = 0;
        }

        plan.Series = ((long)first, series.Step.Ticks);
        if (count < 1)
            builder.Report(PlanDiagnostic.EmptySeries(Table, series.From.At(builder.Now), series.To.At(builder.Now), span));
        return Math.Max(0, count);
    }

    private long CheckedRows(long ofOwner)
    {
        if (ofOwner <= PlanLimits.MaxRows / Table.RowsOfOwner)
            return ofOwner * Table.RowsOfOwner;
        builder.Report(PlanDiagnostic.TooManyRows(Table, Table.Span));
        return 0;
    }

    private ChildCounts CountChildren(PerParentCount per)
    {
        TablePlan parent = builder.Counted(builder.ParentOf(per.Reference));
        long most = per.Draw.Max ?? PlanLimits.MaxRows;
        // As many different rows as there are: where the text names no greatest number, that is it.
        foreach (Reference distinct in per.Distinct)
            most = Math.Min(most, builder.Counted(builder.ParentOf(distinct)).TotalRows);
        ulong key = StreamKey.Of(builder.Seed, builder.Schema.Name, Table.Name, "", builder.Behind(Table, "children"));
        if (parent.IsExisting && !builder.Existing.IsThere)
            return new EqualCounts(parent.TotalRows, 1);
        switch (per.Draw)
        {
            case UniformCount { Low: var low, High: var high } when low == high:
                return new EqualCounts(parent.TotalRows, low);
            case SeriesCount series:
                return new EqualCounts(parent.TotalRows, CountMoments(series, per.Span));
            case ComputedCount computed:
                builder.Built(parent);
                var context = new CompileContext(builder, parent, computed.Owner);
                return new ComputedCounts(parent, ExpressionCompiler.Compile(computed.Expression, new DataType(TypeKind.BigInt), context), most, builder.CancellationToken);
            default:
                return new DrawnCounts(parent.TotalRows, per.Draw, most, key, builder.CancellationToken);
        }
    }
}
