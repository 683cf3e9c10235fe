using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Plans how the checks of a table are met.</summary>
internal sealed class CheckBuilder(PlanBuilder builder, TablePlan plan)
{
    private const int SampleRows = 1000;

    /// <summary>Under this share of the rows a check is said to hold rarely.</summary>
    private const double RareRate = 0.01;

    /// <summary>Finds out which checks always hold and which do when a field is narrowed, before the sources of the table are chosen.</summary>
    public void Prove()
    {
        var ranges = new ValueRanges(builder, plan);
        var prover = new Prover(ranges);
        var narrower = new Narrower(builder, plan, ranges, prover);
        var plans = new List<CheckPlan>();
        foreach (Check check in plan.Table.Checks)
        {
            Field? narrowed = null;
            Expression? tried = null;
            if (prover.Possible(check.Condition) == Truths.False)
                builder.Report(PlanDiagnostic.NeverHolds(check, ranges));
            foreach (Expression condition in ExpressionTree.Conjuncts(check.Condition))
            {
                if ((prover.Possible(condition) & Truths.False) == 0)
                    continue;
                if (narrower.Narrow(condition) is { } field)
                {
                    narrowed = field;
                    ranges.Forget();
                }
                else
                    tried = tried is null ? condition : new BinaryExpression(BinaryOperator.And, tried, condition, condition.Type, tried.IsNullable || condition.IsNullable, check.Span);
            }

            plans.Add(new CheckPlan(check, tried is not null ? CheckWay.TriedAgain : narrowed is not null ? CheckWay.Narrowed : CheckWay.Proved, tried, narrowed));
        }

        plan.Checks = plans;
    }

    /// <summary>Puts the checks that are tried again into groups, when all sources of the table are chosen.</summary>
    public void Build()
    {
        foreach ((List<CheckPlan> checks, CheckInputs inputs) in Groups(plan.Checks.Where(c => c.Tried is not null)))
            Add(checks, inputs);
    }

    // Checks that share what is drawn belong together.
    private List<(List<CheckPlan> Checks, CheckInputs Inputs)> Groups(IEnumerable<CheckPlan> checks)
    {
        var groups = new List<(List<CheckPlan> Checks, CheckInputs Inputs)>();
        foreach (CheckPlan check in checks)
        {
            (List<CheckPlan> Checks, CheckInputs Inputs) group = ([check], CheckInputs.Of(check.Tried!, plan));
            foreach ((List<CheckPlan> Checks, CheckInputs Inputs) other in groups.Where(g => g.Inputs.Overlaps(group.Inputs)).ToList())
            {
                groups.Remove(other);
                group = ([.. other.Checks, .. group.Checks], other.Inputs.With(group.Inputs));
            }

            groups.Add(group);
        }

        return groups;
    }

    private void Add(List<CheckPlan> checks, CheckInputs inputs)
    {
        // Where nothing is drawn, the check is looked at when a field that it reads is filled.
        Field[] fields = inputs.IsDrawn ? [.. inputs.Drawn] : [.. inputs.Read.DefaultIfEmpty(plan.Table.Fields[0])];
        // In a series a row's parents are those that it has without the check.
        int[] references = inputs.Running.Any() ? [] : [.. inputs.References.Select(r => r.Index)];
        if (inputs.Running.Any() && inputs.IsDrawn && fields.Length == 0)
            fields = [.. inputs.Running];
        Node[] conditions;
        try
        {
            conditions = [.. checks.Select(c => Compile(c.Tried!))];
        }
        catch (GenerationException e)
        {
            builder.Report(PlanDiagnostic.UnmetCheck(checks[0].Check, e.Message));
            return;
        }

        // A condition may choose a parent by what is drawn for the row.
        bool isUnder = inputs.Drawn.Any() && references.Any(r => plan.Table.References[r] is { IsSelf: true, Condition: null });
        var group = new CheckGroup(checks, conditions, [.. fields.Select(f => f.Index)], references, inputs.IsDrawn, plan.NodeCount++, isUnder ? plan.NodeCount++ : -1);
        plan.CheckGroups.Add(group);
        foreach (int reference in references)
            plan.GroupOfReference[reference] = group;
        if (inputs.Running.Any())
            Run(group, fields, inputs);
        else
        {
            foreach (Field field in fields)
                plan.Sources[field.Index] = new CheckedColumn(plan.Sources[field.Index], group);
        }
    }

    // Where a check needs the row before, that row must have met its own checks: what is drawn for them runs along with the series, child by child.
    private void Run(CheckGroup group, Field[] drawn, CheckInputs inputs)
    {
        Field[] running = [.. inputs.Running.Union(drawn).OrderBy(f => f.Index)];
        Field[] together = [.. inputs.Read.Except(running).Where(f => !CheckInputs.Of(f, plan).Overlaps(inputs))];
        var series = new RunningGroup(plan, new RunningFields(running, together));
        foreach (Field field in running)
        {
            ColumnSource source = plan.Sources[field.Index] is RunningColumn column ? column.Source : plan.Sources[field.Index];
            if (drawn.Contains(field))
                source = new CheckedColumn(source, group);
            plan.Sources[field.Index] = new RunningColumn(series, field.Index, source);
        }
    }

    private Node Compile(Expression condition)
    {
        Field subject = ExpressionTree.Accesses(condition).FirstOrDefault(a => a.Path.Count == 0 && a.Field.Table == plan.Table)?.Field ?? plan.Table.Fields[0];
        return ExpressionCompiler.Compile(condition, new CompileContext(builder, plan, subject));
    }

    /// <summary>Tries the checks on some rows of the whole table, when every table of the plan is built.</summary>
    public void Sample()
    {
        if (plan.CheckGroups.Count == 0 || plan.TotalRows == 0)
            return;
        int count = (int)Math.Min(SampleRows, plan.TotalRows);
        foreach (CheckGroup group in plan.CheckGroups)
        {
            builder.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                // The first rows of a series cost least, any row elsewhere.
                long step = group.Fields.Any(f => plan.Sources[f] is RunningColumn) ? count : plan.TotalRows;
                var frame = new Frame(plan);
                // Rows that the table gives can't be drawn anew: they are all looked at.
                frame.PointAt([.. Enumerable.Range(0, (int)Math.Min(plan.Table.Rows.Count, plan.TotalRows)).Select(i => (long)i).Union(Enumerable.Range(0, count).Select(i => (long)((Int128)step * i / count))).Order()]);
                group.Sample(frame);
                foreach (CheckPlan rare in group.Checks.Where(c => c.Rate < RareRate))
                    builder.Warn(PlanDiagnostic.RareCheck(rare));
            }
            catch (UnmetCheckException e)
            {
                builder.Report(PlanDiagnostic.UnmetCheck(group.Checks.MinBy(c => c.Rate)!.Check, e.Problem, e.Advice));
            }
            catch (GenerationException e)
            {
                builder.Report(PlanDiagnostic.UnmetCheck(group.Checks.MinBy(c => c.Rate)!.Check, e.Message));
            }
        }
    }
}
