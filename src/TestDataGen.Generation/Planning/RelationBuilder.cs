using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Chooses for each reference of a table how its rows find their parents.</summary>
internal sealed class RelationBuilder(PlanBuilder builder, TablePlan plan, KeyPlan keys)
{
    /// <summary>Fills <see cref="TablePlan.Parents"/>.</summary>
    public void Build()
    {
        foreach (Reference reference in plan.Table.References)
        {
            TablePlan parent = builder.ParentOf(reference);
            bool isAbsent = parent.IsExisting && !builder.Existing.IsThere;
            if (isAbsent && plan.TotalRows > 0 && builder.Existing.IsWanted(plan.Table))
                builder.Report(PlanDiagnostic.NoDatabase(reference));
            else if (!isAbsent && parent.TotalRows == 0 && plan.TotalRows > 0 && !reference.IsNullable && !(builder.Existing.IsThere && !builder.Existing.IsWanted(plan.Table)))
                builder.Report(PlanDiagnostic.NoParents(reference, plan.TotalRows));
            ParentSource source = SourceOf(reference, parent);
            NullDraw? nulls = reference.NullFraction > 0 && source is not PerParent ? new NullDraw(reference.NullFraction, builder.Key(reference, "null")) : null;
            plan.Parents[reference.Index] = new ParentLink(reference, parent, source, nulls) { Given = Given(reference, parent) };
        }

        plan.Bindings = [.. plan.Table.References.Where(r => r.IsBinding && r.For is null && r.Whole is null).Select(r => new BindingPlan(r.Alias!, $"row of {r.Parent.Name}, {plan.Parents[r.Index]!.Source.Description}"))];
    }

    private long[] Given(Reference reference, TablePlan parent)
    {
        if (reference.IsBinding || plan.Table.Rows.Count == 0 || reference.Fields.Any(f => f.Index >= plan.Table.Rows[0].Count) || (parent.IsExisting && !builder.Existing.IsThere))
            return [];
        return [.. plan.Table.Rows.Select(row => parent.IsExisting ? FindExisting(reference, parent, row) : reference.FindGivenParent(row))];
    }

    private long FindExisting(Reference reference, TablePlan parent, IReadOnlyList<Literal> row)
    {
        if (reference.Fields.Any(f => row[f.Index].Value is null))
            return -1;
        ulong? wanted = KeyHash.Of([.. reference.Fields.Zip(reference.Targets, (f, t) => GivenColumn.Of(t.Type, [row[f.Index]]))], 0);
        Column[] there = [.. reference.Targets.Select(t => ((StoredColumn)parent.Sources[t.Index]).Values)];
        for (int i = 0; i < parent.TotalRows; i++)
        {
            if (KeyHash.Of(there, i) == wanted)
                return i;
        }

        builder.Report(PlanDiagnostic.NoSuchParent(reference, string.Join(", ", reference.Fields.Select(f => row[f.Index].Value))));
        return -1;
    }

    private ParentSource SourceOf(Reference reference, TablePlan parent)
    {
        if (plan.Children is { } children && builder.Profile.Counts[plan.Table] is PerParentCount per && per.Reference == reference)
            return new PerParent(children, $"{Show(per.Draw)} per {parent.Table.Name}");
        if (reference.Whole is not null)
            return new SameRow();
        ulong key = builder.Key(reference, "parent");
        // Nothing can be read of them: that is told, and all else of the schema is looked at.
        if (parent.IsExisting && !builder.Existing.IsThere)
            return new RandomParent(parent.TotalRows, key);
        if (reference.Lookup is { } lookup)
            return FindRow(parent.DataSet!, lookup, reference.For!);
        if (keys.IndexOf(reference) is { } index)
            return new IndexedParent(index, "drawn so that no combination comes twice");
        ParentSource source = reference.Condition is not null || reference.Weight is not null ? Choosy(reference, parent, key) : Plain(reference, parent, key);
        if (keys.DistinctFor(reference) is not { } fields)
            return source;
        var distinct = new DistinctParent(source, plan.Children!, parent.TotalRows, plan, reference.ToString());
        plan.Movers.Add((fields, distinct));
        return distinct;
    }

    private ParentSource Plain(Reference reference, TablePlan parent, ulong key)
    {
        if (parent is { DataSet: { } set, Table.Weight: { } weight })
            return new DataSetRow(set.DrawBy(weight.Index), key, string.Create(CultureInfo.InvariantCulture, $"one of {set.RowCount:N0} rows by {weight.Name}"));
        if (reference.IsSelf)
            return new EarlierParent(key);
        if (reference.IsUnique)
        {
            if (plan.TotalRows > parent.TotalRows)
                builder.Report(PlanDiagnostic.DomainTooSmall(reference.Fields[0], plan.TotalRows, (UInt128)parent.TotalRows, $"{parent.Table.Name} has rows", "Give the parent more rows, or take unique away."));
            var order = new RowOrder(new Permutation((ulong)Math.Max(1, parent.TotalRows), builder.OrderKey(reference, "parent")), plan);
            plan.Movers.Add((plan.Table.Keys.First(k => k.Fields.All(reference.Fields.Contains)).Fields, order));
            return new IndexedParent(new UniqueIndex(order), "each parent at most once");
        }

        return reference.Distribution is { Name: "zipf" } zipf
            ? new ZipfParent(new Zipf(Math.Max(1, parent.TotalRows), zipf.Arguments[0]), key)
            : new RandomParent(parent.TotalRows, key);
    }

    /// <summary>
    /// Parents by a condition or by weights. What can be answered at once is: the children of an ancestor stand side by side, and what the parent alone says, its
    /// weight too, is summed up once by blocks. The rest of the condition is tried.
    /// </summary>
    private ParentSource Choosy(Reference reference, TablePlan parent, ulong key)
    {
        List<Expression> conditions = reference.Condition is null ? [] : [.. ExpressionTree.Conjuncts(reference.Condition)];
        ParentSource? candidates = null;
        if (reference.Weight is null)
        {
            foreach (Expression condition in conditions)
            {
                if (Siblings(reference, parent, condition, key) is not { } siblings)
                    continue;
                candidates = siblings;
                conditions.Remove(condition);
                break;
            }
        }

        if (candidates is null && !reference.IsSelf && !reference.IsUnique && reference.Distribution is null && CanCompute(parent))
        {
            Expression[] ofParent = [.. conditions.Where(c => ExpressionTree.Accesses(c).All(a => a.Path.Count > 0 && a.Path[0] == reference) && !ExpressionTree.Draws(c))];
            if (ofParent.Length > 0 || reference.Weight is not null)
            {
                conditions.RemoveAll(ofParent.Contains);
                candidates = Weighted(reference, parent, ofParent, key);
            }
        }

        candidates ??= Plain(reference, parent, key);
        if (conditions.Count == 0)
            return candidates;
        if (reference.IsUnique)
            builder.Report(PlanDiagnostic.NotProvablyUnique(reference.Fields[0], "its parents are chosen by a condition", "Take `unique` or `where` away."));
        var context = new CompileContext(builder, plan, reference.Fields[0]);
        Expression rest = conditions.Aggregate((a, b) => new BinaryExpression(BinaryOperator.And, a, b, a.Type, true, a.Span));
        return new FilteredParent(candidates, ExpressionCompiler.Compile(rest, context), reference.Index, context.NextNode(), $"where {TextOf(reference)}");
    }

    private SiblingParent? Siblings(Reference reference, TablePlan parent, Expression condition, ulong key)
    {
        if (condition is not BinaryExpression { Operator: BinaryOperator.Equal } equal
            || parent.Children is not { } children || builder.Profile.Counts[parent.Table] is not PerParentCount per || per.Reference.Fields.Count != 1)
            return null;
        foreach ((Expression theirs, Expression own) in new[] { (equal.Left, equal.Right), (equal.Right, equal.Left) })
        {
            if (Unconverted(theirs) is not FieldAccess { Path: [var first] } access || first != reference || access.Field != per.Reference.Fields[0])
                continue;
            if (Unconverted(own) is not FieldAccess mine || (mine.Path.Count > 0 && mine.Path[0] == reference))
                continue;
            Field ancestor = per.Reference.Targets[0];
            int[] path = [.. mine.Path.Select(r => r.Index)];
            string text = $"among the {parent.Table.Name} of the same {ancestor.Table.Name}";
            bool isExisting = builder.ParentOf(per.Reference).IsExisting;
            if (mine.Field == ancestor && isExisting == (mine.Path.Count > 0 && builder.ParentOf(mine.Path[^1]).IsExisting))
                return new SiblingParent(children, path, reference.IsSelf, key, text);
            if (mine.Field.Reference is { Fields.Count: 1 } way && mine.Field.Target == ancestor && builder.ParentOf(way).IsExisting == isExisting)
                return new SiblingParent(children, [.. path, way.Index], reference.IsSelf, key, text);
        }

        return null;
    }

    private static Expression Unconverted(Expression expression) => expression is Conversion conversion ? Unconverted(conversion.Operand) : expression;

    // In a circle of tables the parent may not be there yet.
    private bool CanCompute(TablePlan parent)
    {
        builder.Built(parent);
        return builder.IsComplete(parent);
    }

    private ParentSource Weighted(Reference reference, TablePlan parent, Expression[] conditions, ulong key)
    {
        Expression weight = reference.Weight ?? new Literal(1L, new DataType(TypeKind.BigInt), reference.Span);
        foreach (Expression condition in conditions)
        {
            // The parent's fields as it sees them itself.
            Expression own = ExpressionTree.Rewrite(condition, e => e is FieldAccess access ? access with { Path = [.. access.Path.Skip(1)] } : null);
            weight = new Conditional(own, weight, new Conversion(new Literal(0L, new DataType(TypeKind.BigInt), reference.Span), weight.Type, reference.Span), weight.Type, true, reference.Span);
        }

        var context = new CompileContext(builder, parent, reference.Fields[0]);
        // Weights that are no whole numbers count in millionths.
        if (!weight.Type.IsInteger)
        {
            var real = new DataType(TypeKind.Double);
            weight = new BinaryExpression(BinaryOperator.Multiply, new Conversion(weight, real, weight.Span), new Literal(1e6, real, weight.Span), real, true, weight.Span);
        }

        Node node = ExpressionCompiler.Compile(weight, new DataType(TypeKind.BigInt), context);
        try
        {
            var weights = new ComputedCounts(parent, node, long.MaxValue >> 2, builder.CancellationToken);
            string text = $"{(reference.Weight is null ? "" : "by weight")}{(reference.Weight is null || conditions.Length == 0 ? "" : ", ")}{(conditions.Length == 0 ? "" : $"where {TextOf(reference)}")}";
            if (weights.Total == 0 && plan.TotalRows > 0 && parent.TotalRows > 0 && !reference.IsNullable)
                builder.Report(PlanDiagnostic.NoParentFits(reference, parent.TotalRows, text));
            return new WeightedParent(weights, key, text);
        }
        catch (OverflowException)
        {
            builder.Report(PlanDiagnostic.OutOfRange(reference.Fields[0], $"The weights of {parent.Table.Name} have a sum that can't be counted.", "Take smaller weights."));
            return new RandomParent(parent.TotalRows, key);
        }
    }

    private string TextOf(Reference reference)
    {
        TextSpan span = reference.Condition!.Span;
        return span == reference.Span ? $"{string.Join(", ", reference.Fields.Select(f => f.Name))} agree" : plan.Table.Schema.Source.TextOf(span);
    }

    private ParentSource FindRow(StoredDataSet set, RowLookup lookup, Field field)
    {
        try
        {
            return new FoundRow(ExpressionCompiler.Compile(lookup.Value, new CompileContext(builder, plan, field)), set.IndexOf(lookup.Column.Index));
        }
        catch (GenerationException e)
        {
            builder.Report(PlanDiagnostic.BadSource(field, e.Message, ""));
            return new RandomParent(set.RowCount, 1);
        }
    }

    private static string Show(CountDraw draw) => draw switch
    {
        UniformCount { Low: var low, High: var high } => low == high ? $"{low}" : $"{low}..{high}",
        WeightedCount weighted => string.Join(" or ", weighted.Ranges.Select(Show)),
        DistributedCount { Distribution: { Name: var name, Arguments: var arguments } } => string.Create(CultureInfo.InvariantCulture, $"{name}({string.Join(", ", arguments)})"),
        SeriesCount { Step: var step } => string.Create(CultureInfo.InvariantCulture, $"every {step:c}"),
        _ => "a computed number",
    };
}
