using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Chooses the rows of a slice: those that are named, all that hangs on them, which are their children and their children's, and everything that these rows need,
/// which are their parents and their parents'. A parent that is needed brings no other children with it. Nothing is computed of a row but what the conditions and
/// the references read.
/// </summary>
/// <param name="tables">All tables of the schema.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class SliceBuilder(IReadOnlyList<TablePlan> tables, CancellationToken cancellationToken)
{
    private readonly Dictionary<TablePlan, RowSet> _chosen = tables.ToDictionary(t => t, t => new RowSet(t.TotalRows));

    /// <summary>Chooses the rows and gives them to the tables.</summary>
    /// <param name="filters">The rows that are named: all of a table, or those that meet a condition.</param>
    public void Choose(IEnumerable<(TablePlan Table, Node? Condition)> filters)
    {
        foreach ((TablePlan table, Node? condition) in filters)
            AddNamed(table, condition);
        AddChildren();
        AddParents();
        foreach (TablePlan table in tables)
        {
            // What the database holds already is no row of the run.
            _chosen[table].Remove(table.LeftOut);
            table.Chosen = _chosen[table];
        }
    }

    private void AddNamed(TablePlan table, Node? condition)
    {
        RowSet chosen = _chosen[table];
        if (condition is null)
        {
            chosen.AddRange(0, table.TotalRows);
            return;
        }

        Scan(table, null, Compute, _ => { });
        void Compute(Frame frame)
        {
            var fits = (Int64Column)condition.Value(frame);
            ReadOnlySpan<long> isTrue = fits.Values;
            ReadOnlySpan<long> rows = frame.Rows;
            lock (chosen)
            {
                for (int i = 0; i < rows.Length; i++)
                {
                    if (isTrue[i] != 0 && !fits.IsNull(i))
                        chosen.Add(rows[i]);
                }
            }
        }
    }

    // Tables in a circle are looked at again until no row is new.
    private void AddChildren()
    {
        var seen = new Dictionary<TablePlan, long>();
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (TablePlan table in tables)
            {
                int[] references = [.. References(table).Where(r => _chosen[table.Parents[r]!.Table].Count > 0 || table.Table.References[r].IsSelf)];
                long Parents() => references.Sum(r => _chosen[table.Parents[r]!.Table].Count);
                long parents = Parents();
                if (parents == seen.GetValueOrDefault(table))
                    continue;
                isChanged = true;
                AddChildren(table, references);
                // A row's parent in its own table comes before it, so that one look has found all; rows that are given may refer to any.
                seen[table] = references.All(r => table.Parents[r]!.Given.Length == 0) ? Parents() : parents;
            }
        }
        while (isChanged);
    }

    private void AddChildren(TablePlan table, int[] references)
    {
        int[] counted = [.. references.Where(r => table.Parents[r]! is { Source: PerParent, Given.Length: 0 })];
        foreach (int reference in counted)
            AddChildren(table, table.Children!, _chosen[table.Parents[reference]!.Table]);
        int[] others = [.. references.Except(counted)];
        if (!others.Any(r => _chosen[table.Parents[r]!.Table].Count > 0))
            return;
        RowSet[] parents = [.. others.Select(r => _chosen[table.Parents[r]!.Table])];
        RowSet chosen = _chosen[table];
        Scan(table, null, frame => FindParents(frame, others), frame =>
        {
            for (int i = 0; i < frame.Count; i++)
            {
                for (int k = 0; k < others.Length; k++)
                {
                    Frame of = frame.Parent(others[k], out int[]? places);
                    int place = places is null ? i : places[i];
                    if (place >= 0 && parents[k].Contains(of.Rows[place]))
                        chosen.Add(frame.Rows[i]);
                }
            }
        });
    }

    // The children of a parent follow each other: nothing is to be looked at.
    private void AddChildren(TablePlan table, ChildCounts counts, RowSet parents)
    {
        Frame? scratch = counts.CreateScratch();
        Span<long> rows = new long[RowBatch.MaxRows];
        Span<long> firsts = new long[RowBatch.MaxRows];
        Span<long> sizes = new long[RowBatch.MaxRows];
        RowSet chosen = _chosen[table];
        parents.Seal();
        for (long from = 0; from < parents.Count; from += RowBatch.MaxRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = (int)Math.Min(RowBatch.MaxRows, parents.Count - from);
            parents.CopyTo(from, rows[..count]);
            counts.Ranges(scratch, rows[..count], firsts, sizes);
            for (int i = 0; i < count; i++)
                chosen.AddRange(firsts[i], sizes[i]);
        }
    }

    private void AddParents()
    {
        // Rows whose parents have not been looked for.
        Dictionary<TablePlan, RowSet> open = _chosen.Where(c => c.Value.Count > 0).ToDictionary(c => c.Key, c => c.Value.Clone());
        while (open.Count > 0)
        {
            // Children come behind their parents, so that most tables are looked at once.
            TablePlan table = tables.Last(open.ContainsKey);
            open.Remove(table, out RowSet? rows);
            int[] references = [.. References(table)];
            if (references.Length > 0)
                Scan(table, rows, frame => FindParents(frame, references), frame => AddParents(frame, references, open));
        }
    }

    private void AddParents(Frame frame, int[] references, Dictionary<TablePlan, RowSet> open)
    {
        foreach (int reference in references)
        {
            Frame parents = frame.Parent(reference, out _);
            RowSet chosen = _chosen[parents.Table];
            foreach (long row in parents.Rows)
            {
                if (!chosen.Add(row))
                    continue;
                if (!open.TryGetValue(parents.Table, out RowSet? more))
                    open.Add(parents.Table, more = new RowSet(parents.Table.TotalRows));
                more.Add(row);
            }
        }
    }

    private static void FindParents(Frame frame, int[] references)
    {
        foreach (int reference in references)
            frame.Parent(reference, out _);
    }

    /// <summary>The foreign keys of a table, by their numbers; what stands behind bindings is in no table of the schema, and a row of the database is none of the run.</summary>
    private static IEnumerable<int> References(TablePlan table) => table.Table.References.Where(r => !r.IsBinding && !table.Parents[r.Index]!.Table.IsExisting).Select(r => r.Index);

    /// <summary>Goes through rows of a table, a batch at a time.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Which rows; null: all.</param>
    /// <param name="compute">Runs on several threads.</param>
    /// <param name="take">Runs on this one, in the order of the rows.</param>
    private void Scan(TablePlan table, RowSet? rows, Action<Frame> compute, Action<Frame> take)
    {
        long total = rows?.Count ?? table.TotalRows;
        rows?.Seal();
        using var pump = new BatchPump<object?>(
            table,
            total,
            Environment.ProcessorCount,
            () => null,
            (slot, from, count) =>
            {
                slot.Frame.PointAt(rows, from, count);
                compute(slot.Frame);
            },
            cancellationToken);
        while (pump.TryNext() is { } slot)
        {
            take(slot.Frame);
            pump.Release(slot);
        }
    }
}
