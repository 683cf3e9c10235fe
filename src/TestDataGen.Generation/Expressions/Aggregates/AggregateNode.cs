using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// An aggregate of a field over each row's children. The children's cells are computed again, a batch of them at a time, however many a row has; a row's children
/// follow each other, so that one running state is enough.
/// </summary>
internal abstract class AggregateNode<TState>(TablePlan children, int field, DataType type, CompileContext context) : Node(type, context)
    where TState : struct
{
    public override void Evaluate(Frame frame, Column target)
    {
        ChildCounts counts = children.Children!;
        ReadOnlySpan<long> parents = frame.Rows;
        (long[] firsts, long[] sizes) = frame.ChildRanges;
        counts.Ranges(frame.ScratchOf(counts), parents, firsts, sizes);
        (long[] rows, int[] owners) = frame.ChildRoom;
        TState state = default;
        int used = 0;
        for (int i = 0; i < parents.Length; i++)
        {
            long row = firsts[i];
            long end = row + sizes[i];
            if (row == end)
                Finish(default, target, i);
            while (row < end)
            {
                int count = (int)Math.Min(end - row, RowBatch.MaxRows - used);
                for (int k = 0; k < count; k++)
                {
                    rows[used + k] = row + k;
                    owners[used + k] = i;
                }

                used += count;
                row += count;
                if (used == RowBatch.MaxRows)
                    AddPiece(frame, ref used, ref state, target, isLast: row == end);
            }
        }

        if (used > 0)
            AddPiece(frame, ref used, ref state, target, isLast: true);
    }

    /// <summary>Adds some neighbouring children of a parent to its state.</summary>
    /// <param name="state">The parent's state; of its first children the default.</param>
    /// <param name="values">The children's field.</param>
    /// <param name="from">The first child's place in it.</param>
    /// <param name="to">The place behind the last child's.</param>
    protected abstract void Add(ref TState state, Column values, int from, int to);

    /// <summary>Writes what a state comes to; of no value that is null, or 0 for a count.</summary>
    protected abstract void Finish(in TState state, Column target, int index);

    private void AddPiece(Frame frame, ref int used, ref TState state, Column target, bool isLast)
    {
        (long[] rows, int[] owners) = frame.ChildRoom;
        Column values = frame.Children(children, rows.AsSpan(0, used)).Column(field);
        for (int from = 0; from < used;)
        {
            int owner = owners[from];
            int to = from + 1;
            while (to < used && owners[to] == owner)
                to++;
            try
            {
                Add(ref state, values, from, to);
                if (to < used || isLast)
                {
                    Finish(state, target, owner);
                    state = default;
                }
            }
            catch (OverflowException)
            {
                throw Error(frame, owner, $"the aggregate over {children.Table.Name} is too large for its type.");
            }

            from = to;
        }

        used = 0;
    }
}
