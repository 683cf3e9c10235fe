using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Lets the new rows of a table avoid the unique values of the rows that the database holds: their keys are computed once, and a row whose value is there gets
/// another one of those that are dealt out. Only such rows are kept, and of the rows there 8 bytes each while it lasts.
/// </summary>
internal sealed class ExistingKeys(PlanBuilder builder, TablePlan plan)
{
    // Two values may count as the same, such as a letter in both cases; so many in a row are no chance.
    private const int MaxIdle = 64;

    private Table Table => plan.Table;

    /// <summary>Finds the rows whose values are there, and gives them others.</summary>
    public void Avoid()
    {
        UniqueKey[] keys = [.. Table.Keys.Where(MayMeet)];
        foreach (IGrouping<IRowMover?, UniqueKey> group in keys.GroupBy(MoverOf))
            Avoid([.. group.Select(k => new Key(k.Fields, builder.Existing.HashesOf(Table, k.Fields)))], group.Key);
    }

    // Whether a new row may have the same values as one that is there.
    private bool MayMeet(UniqueKey key)
    {
        // A smaller key says more.
        if (Table.Keys.Any(k => k.Fields.Count < key.Fields.Count && k.Fields.All(key.Fields.Contains)))
            return false;
        // What is counted on lies behind what is there; of rows that are given, the key is not there.
        bool isCounted = key.Fields.Any(f => SourceBuilder.SequenceOf(f) is { Step: not 0 }) && (Table.Rows.Count == 0 || key.IsPrimary);
        bool isRandom = key.Fields.Any(f => f is { Type.Kind: TypeKind.Uuid, Source: DefaultSource, IsGiven: false });
        return !isCounted && !isRandom && !Table.References.Any(r => !r.IsBinding && r.Fields.All(key.Fields.Contains) && r.Fields.Any(f => f.Reference == r) && IsNew(r));
    }

    // No row that is there refers to a row of this run.
    private bool IsNew(Reference reference) => !builder.Existing.HoldsParentsOf(reference) && builder.PlanOf(reference.Parent).LeftOut.Count == 0;

    private IRowMover? MoverOf(UniqueKey key) => Find(key.Fields)
        // Made one to one of another field: who moves that, moves this.
        ?? (key.Fields is [{ Source: ExpressionSource { Expression: var expression } }]
            ? ExpressionTree.Accesses(expression).Where(a => a.Path.Count == 0 && a.Field.IsUnique).Select(a => Find([a.Field])).FirstOrDefault(m => m is not null) : null);

    private IRowMover? Find(IReadOnlyList<Field> fields) => plan.Movers.FindLast(m => m.Fields.Count == fields.Count && m.Fields.All(fields.Contains)).Mover;

    private void Avoid(IReadOnlyList<Key> keys, IRowMover? mover)
    {
        List<long> open = FindAmongAll(keys);
        if (open.Count > 0 && mover is null)
        {
            Refuse(keys, open[0]);
            return;
        }

        var frame = new Frame(plan);
        var idle = new Dictionary<long, int>();
        while (open.Count > 0)
        {
            builder.CancellationToken.ThrowIfCancellationRequested();
            var left = new List<long>();
            foreach (long[] rows in open.Chunk(RowBatch.MaxRows))
            {
                ulong?[] before = HashesOf(frame, rows, keys[0]);
                foreach (long row in rows)
                {
                    if (!mover!.TryMove(row))
                    {
                        builder.Report(PlanDiagnostic.NoValueLeft(Table, keys[0].Fields, plan.NewRows, row));
                        return;
                    }
                }

                ulong?[] after = HashesOf(frame, rows, keys[0]);
                int known = left.Count;
                Find(frame, keys, left);
                for (int i = 0; i < rows.Length && left.Count > known; i++)
                {
                    // What deals the values out does not reach these rows.
                    if (before[i] == after[i] && (idle[rows[i]] = idle.GetValueOrDefault(rows[i]) + 1) > MaxIdle)
                    {
                        Refuse(keys, rows[i]);
                        return;
                    }
                }
            }

            open = left;
        }
    }

    private void Refuse(IReadOnlyList<Key> keys, long row)
    {
        var frame = new Frame(plan);
        frame.PointAt([row]);
        Key key = keys.First(k => k.Contains(k.ColumnsOf(frame), 0));
        string value = string.Join(", ", key.Fields.Select(f => CellValue.Get(frame.Column(f.Index), 0) is { } cell ? $"\"{CellValue.ToText(cell)}\"" : "null"));
        bool isGiven = row < Table.Rows.Count;
        builder.Report(PlanDiagnostic.TakenValue(
            Table, key.Fields, value, row, isGiven
                ? "Change the row that the schema gives, or the one in the database."
                : "Draw it from values that can be counted, such as a pattern or constant ends, or put a field into it that is drawn so and `unique` itself."));
    }

    private ulong?[] HashesOf(Frame frame, long[] rows, Key key)
    {
        frame.PointAt(rows);
        Column[] columns = key.ColumnsOf(frame);
        return [.. Enumerable.Range(0, rows.Length).Select(i => KeyHash.Of(columns, i))];
    }

    private List<long> FindAmongAll(IReadOnlyList<Key> keys)
    {
        var found = new List<long>();
        using var pump = new BatchPump<List<long>>(
            plan,
            plan.NewRows,
            Environment.ProcessorCount,
            () => [],
            (slot, from, count) =>
            {
                slot.Frame.PointAt(plan.Chosen, from, count);
                slot.State.Clear();
                Find(slot.Frame, keys, slot.State);
            },
            builder.CancellationToken);
        while (pump.TryNext() is { } slot)
        {
            found.AddRange(slot.State);
            pump.Release(slot);
        }

        return found;
    }

    private static void Find(Frame frame, IReadOnlyList<Key> keys, List<long> found)
    {
        Column[][] columns = [.. keys.Select(k => k.ColumnsOf(frame))];
        for (int i = 0; i < frame.Count; i++)
        {
            for (int k = 0; k < columns.Length; k++)
            {
                if (!keys[k].Contains(columns[k], i))
                    continue;
                found.Add(frame.Rows[i]);
                break;
            }
        }
    }

    private sealed class Key(IReadOnlyList<Field> fields, ulong[] there)
    {
        public IReadOnlyList<Field> Fields => fields;

        public Column[] ColumnsOf(Frame frame) => [.. fields.Select(f => frame.Column(f.Index))];

        public bool Contains(Column[] columns, int row) => KeyHash.Of(columns, row) is { } hash && Array.BinarySearch(there, hash) >= 0;
    }
}
