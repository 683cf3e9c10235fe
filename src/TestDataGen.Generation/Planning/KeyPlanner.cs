using System.Globalization;
using TestDataGen.Language;
using static System.FormattableString;

namespace TestDataGen.Generation;

/// <summary>
/// Makes the keys of several fields hold by construction. Where a key has the reference by which rows are counted per parent, something in it must differ among
/// the children of a parent; otherwise its parts are drawn together, as one number of a permutation of all combinations.
/// </summary>
internal sealed class KeyPlanner(PlanBuilder builder, TablePlan plan, SourceBuilder sources)
{
    private readonly KeyPlan _result = new();

    private Table Table => plan.Table;

    private PerParentCount? Per => plan.Children is null ? null : builder.Profile.Counts[Table] as PerParentCount;

    /// <summary>Plans them all.</summary>
    public KeyPlan Plan()
    {
        // The rows that the table gives itself were held against its keys when they were read.
        if (Table.Rows.Count > 0 && plan.TotalRows <= Table.Rows.Count)
            return _result;
        foreach (UniqueKey key in Table.Keys.Where(k => k.Fields.Count > 1))
        {
            // A smaller key says more.
            if (!Table.Keys.Any(k => k.Fields.Count < key.Fields.Count && k.Fields.All(key.Fields.Contains)))
                Hold(key.Fields);
        }

        if (Per is { Distinct.Count: > 0 } per)
            Hold([.. per.Reference.Fields, .. per.Distinct.SelectMany(r => r.Fields)]);
        return _result;
    }

    private void Hold(IReadOnlyList<Field> fields)
    {
        Reference[] references = [.. Table.References.Where(r => !r.IsBinding && r.Fields.All(fields.Contains) && r.Fields.Any(f => f.Reference == r))];
        if (Per is { } per && references.Contains(per.Reference))
            HoldAmongSiblings(per, fields, references);
        else
            HoldJointly(fields, references);
    }

    private void HoldAmongSiblings(PerParentCount per, IReadOnlyList<Field> fields, Reference[] references)
    {
        Field[] others = [.. fields.Where(f => !per.Reference.Fields.Contains(f))];
        if (others.Any(f => sources.DiffersAmongSiblings(f, per.Reference)))
            return;
        var candidates = new List<(ulong Size, Action Rule)>();
        foreach (Reference reference in references.Where(r => r != per.Reference && !r.IsSelf && r.Condition is null))
            candidates.Add(((ulong)builder.Counted(builder.ParentOf(reference)).TotalRows, () => Rule(reference, fields)));
        foreach (Field field in others.Where(f => f.Reference is null))
        {
            if (sources.Measure(field) is { } size)
                candidates.Add((size, () => _result.Rule(field, s => Sibling(field.ToString(), s, builder.Key(field, "key"), fields))));
        }

        if (candidates.Count == 0)
        {
            builder.Report(PlanDiagnostic.KeyNotProvablyUnique(Table, fields, "Put child_index into one of them, as in `line_no: integer = child_index + 1`, or a reference, or a field whose values can be counted."));
            return;
        }

        // The first that has enough, or else the one that has most.
        ulong wanted = (ulong)(per.Draw.Max ?? 1);
        (ulong Size, Action Rule) chosen = candidates.FirstOrDefault(c => c.Size >= wanted);
        if (chosen.Rule is null)
        {
            chosen = candidates.MaxBy(c => c.Size);
            builder.Report(PlanDiagnostic.KeyTooSmall(Table, fields, Invariant($"Up to {wanted:N0} rows per row of {per.Reference.Parent.Name}"), chosen.Size));
        }

        chosen.Rule();
    }

    private void Rule(Reference reference, IReadOnlyList<Field> fields)
    {
        if (reference.Distribution is not null || reference.Weight is not null)
            _result.Distinguish(reference, fields);
        else
            _result.Rule(reference, Sibling(reference.ToString(), (ulong)Math.Max(1, builder.ParentOf(reference).TotalRows), builder.Key(reference, "key"), fields));
    }

    private SiblingIndex Sibling(string what, ulong size, ulong key, IReadOnlyList<Field> fields)
    {
        var index = new SiblingIndex(plan.Children!, new Permutation(size, key), key, what);
        plan.Movers.Add((fields, index));
        return index;
    }

    private void HoldJointly(IReadOnlyList<Field> fields, Reference[] references)
    {
        if (fields.Any(f => f.Source is ExpressionSource { Expression: var expression } && sources.HasUniqueIngredient(expression)))
            return;
        var parts = new List<(ulong Size, IReadOnlyList<Field> Fields, Action<Func<ulong, RowIndex>> Rule)>();
        foreach (Reference reference in references.Where(r => r is { IsSelf: false, Condition: null, Weight: null, Distribution: null } && r != Per?.Reference))
        {
            ulong size = (ulong)Math.Max(1, builder.Counted(builder.ParentOf(reference)).TotalRows);
            parts.Add((size, reference.Fields, index => _result.Rule(reference, index(size))));
        }

        foreach (Field field in fields.Where(f => f.Reference is null))
        {
            if (sources.Measure(field) is { } size)
                parts.Add((size, [field], index => _result.Rule(field, index)));
        }

        if (parts.Count == 0)
        {
            builder.Report(PlanDiagnostic.KeyNotProvablyUnique(
                Table, fields, "Draw the parents evenly, or count the table per one of them: `2..5 per parent`."));
            return;
        }

        LeaveToChecks(parts);
        UInt128 all = parts.Aggregate(UInt128.One, (product, part) => UInt128.Min(product * part.Size, 1UL << 62));
        if (all < (UInt128)plan.TotalRows)
            builder.Report(PlanDiagnostic.KeyTooSmall(Table, fields, string.Create(CultureInfo.InvariantCulture, $"{plan.TotalRows:N0} rows"), all));
        var permutation = new Permutation((ulong)all, StreamKey.Of(builder.Seed, builder.Schema.Name, Table.Name, string.Join(",", fields.Select(f => f.Name)), "key"));
        var order = new RowOrder(permutation, plan);
        plan.Movers.Add((fields, order));
        ulong divisor = 1;
        foreach ((ulong size, _, Action<Func<ulong, RowIndex>> rule) in parts)
        {
            // What is beyond 2^62 combinations is never reached.
            ulong place = divisor;
            ulong part = (ulong)UInt128.Min(size, (1UL << 62) / place);
            rule(_ => new JointIndex(order, place, part));
            divisor *= part;
        }
    }

    // A check between two parts needs one that is drawn, and so can be tried again; where the others differ enough without it, that is no loss.
    private void LeaveToChecks(List<(ulong Size, IReadOnlyList<Field> Fields, Action<Func<ulong, RowIndex>> Rule)> parts)
    {
        foreach (Check check in Table.Checks)
        {
            HashSet<Field> read = [.. ExpressionTree.Accesses(check.Condition).Where(a => a.Path.Count == 0).Select(a => a.Field)];
            int[] between = [.. Enumerable.Range(0, parts.Count).Where(i => parts[i].Fields.Any(read.Contains))];
            if (between.Length < 2)
                continue;
            UInt128 others = parts.Where((_, i) => i != between[^1]).Aggregate(UInt128.One, (product, part) => UInt128.Min(product * part.Size, 1UL << 62));
            if (others >= (UInt128)plan.TotalRows)
                parts.RemoveAt(between[^1]);
        }
    }
}
