using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Fields that run along the children of a parent. Their values are computed child by child, for all parents of a frame at once: first every first child, then every
/// second, … Nothing is stored by the row: where a frame begins in the middle of a parent's children, those before are computed again, from the nearest checkpoint on.
/// </summary>
internal sealed class RunningGroup
{
    /// <summary>From how many children on it is worth to look for a checkpoint.</summary>
    private const int LongChain = 256;
    private readonly TablePlan _table;
    private readonly int[] _fields;
    private readonly int[] _inputs;
    private readonly int _node;
    private readonly bool[] _chosen;
    private readonly RunningCheckpoints _checkpoints;

    public RunningGroup(TablePlan table, RunningFields running)
    {
        _table = table;
        _fields = [.. running.Fields.Select(f => f.Index)];
        _inputs = [.. running.Inputs.Select(f => f.Index)];
        _chosen = [.. table.Table.References.Select(r => r.Lookup is not null || r.Fields.Any(running.Fields.Contains))];
        _node = table.NodeCount++;
        _checkpoints = new RunningCheckpoints(running.Fields);
    }

    /// <summary>A column for each field.</summary>
    public Column[] CreateColumns(int capacity) => [.. _fields.Select(f => Column.Create(_table.Table.Fields[f].Type, capacity))];

    /// <summary>The table.</summary>
    public TablePlan Table => _table;

    /// <summary>A field's place in the group; -1: it is none of it.</summary>
    public int PlaceOf(int field) => Array.IndexOf(_fields, field);

    /// <summary>Whether the parent of a reference may depend on what runs, so that it is not known before.</summary>
    public bool Chooses(int reference) => _chosen[reference];

    /// <summary>Fills the columns of all fields of the group.</summary>
    public void Fill(Frame frame)
    {
        RunningChain chain = frame.ChainOf(this);
        int seeds = chain.FindStarts(frame);
        if (seeds > 0)
            FindSeeds(chain, seeds);
        Run(frame, chain);
    }

    private void Run(Frame frame, RunningChain chain)
    {
        // What does not run is computed for all rows together.
        foreach (int input in _inputs)
            frame.Column(input);
        for (int k = 0; k < _fields.Length; k++)
            chain.Values[k] = frame.Open(_fields[k]);
        int[] places = chain.StepPlaces;
        while (chain.NextStep() is > 0 and int count)
        {
            Frame step = frame.Step(_node, places, count, chain);
            foreach (int field in _fields)
                step.Column(field);
            for (int k = 0; k < _fields.Length; k++)
            {
                Column values = step.Column(_fields[k]);
                for (int i = 0; i < count; i++)
                    chain.Values[k].Copy(places[i], values, i);
            }
        }

        foreach (int field in _fields)
            frame.Close(field);
        // A series that is long enough will be gone on with by the next batch.
        int last = frame.Count - 1;
        if (!frame.IsRetry && frame.ChildIndexes[last] >= LongChain)
            _checkpoints.Keep(frame.Rows[last], chain.Values, last);
    }

    // The values in the rows before the starts of a frame: their series are computed from the beginning, as many together as a batch holds.
    private void FindSeeds(RunningChain chain, int count)
    {
        chain.SortSeeds(count, out ReadOnlySpan<long> targets, out ReadOnlySpan<long> indexes);
        int used = 0;
        long last = -1;
        for (int k = 0; k < count; k++)
        {
            long target = targets[k];
            long from = Math.Max(last + 1, target - indexes[k]);
            if (target - from >= LongChain)
            {
                // What is carried belongs to the piece at hand: that goes first.
                RunPiece(chain, ref used);
                if (_checkpoints.Take(from, target, chain.Carry) is >= 0 and long kept)
                    from = kept + 1;
            }

            while (from <= target)
            {
                if (used == RowBatch.MaxRows)
                    RunPiece(chain, ref used);
                int room = (int)Math.Min(RowBatch.MaxRows - used, target - from + 1);
                for (int i = 0; i < room; i++)
                    chain.WalkRows[used + i] = from + i;
                used += room;
                from += room;
            }

            last = target;
            chain.Mark(k, used - 1);
        }

        RunPiece(chain, ref used);
    }

    private void RunPiece(RunningChain chain, ref int used)
    {
        if (used == 0)
            return;
        Frame walk = chain.Walk;
        walk.PointAt(chain.WalkRows.AsSpan(0, used));
        RunningChain inner = walk.ChainOf(this);
        // Only the first row can be in the middle of its series; what the row before it holds has been carried here.
        if (inner.FindStarts(walk) > 0)
            inner.SetSeed(0, chain.Carry, 0);
        Run(walk, inner);
        chain.TakeMarked(inner.Values);
        for (int k = 0; k < _fields.Length; k++)
        {
            chain.Carry[k].Clear();
            chain.Carry[k].Copy(0, inner.Values[k], used - 1);
        }

        used = 0;
    }
}
