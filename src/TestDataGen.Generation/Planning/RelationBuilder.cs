using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Chooses for each reference of a table how its rows find their parents.</summary>
internal sealed class RelationBuilder(PlanBuilder builder, TablePlan plan)
{
    /// <summary>Fills <see cref="TablePlan.Parents"/>.</summary>
    public void Build()
    {
        foreach (Reference reference in plan.Table.References)
        {
            TablePlan parent = builder.PlanOf(reference.Parent);
            if (parent.TotalRows == 0 && plan.TotalRows > 0 && !reference.IsNullable)
                builder.Report(PlanDiagnostic.NoParents(reference, plan.TotalRows));
            ParentSource source = SourceOf(reference, parent);
            NullDraw? nulls = reference.NullFraction > 0 && source is not PerParent ? new NullDraw(reference.NullFraction, builder.Key(reference, "null")) : null;
            plan.Parents[reference.Index] = new ParentLink(parent, source, nulls);
        }
    }

    private ParentSource SourceOf(Reference reference, TablePlan parent)
    {
        if (plan.Children is { } children && builder.Profile.Counts[plan.Table] is PerParentCount per && per.Reference == reference)
            return new PerParent(children, $"{Show(per.Draw)} per {parent.Table.Name}");
        ulong key = builder.Key(reference, "parent");
        if (reference.IsSelf)
            return new EarlierParent(key);
        if (reference.IsUnique)
        {
            if (plan.TotalRows > parent.TotalRows)
                builder.Report(PlanDiagnostic.DomainTooSmall(reference.Fields[0], plan.TotalRows, (UInt128)parent.TotalRows, $"{parent.Table.Name} has rows", "Give the parent more rows, or take unique away."));
            return new PermutedParent(new Permutation((ulong)Math.Max(1, parent.TotalRows), key));
        }

        return reference.Distribution is { Name: "zipf" } zipf
            ? new ZipfParent(new Zipf(Math.Max(1, parent.TotalRows), zipf.Arguments[0]), key)
            : new RandomParent(parent.TotalRows, key);
    }

    private static string Show(CountDraw draw) => draw switch
    {
        UniformCount { Low: var low, High: var high } => low == high ? $"{low}" : $"{low}..{high}",
        WeightedCount weighted => string.Join(" or ", weighted.Ranges.Select(Show)),
        DistributedCount { Distribution: { Name: var name, Arguments: var arguments } } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}({string.Join(", ", arguments)})"),
        _ => "a computed number",
    };
}
