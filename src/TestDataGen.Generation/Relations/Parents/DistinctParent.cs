using System.Buffers;

namespace TestDataGen.Generation;

/// <summary>
/// Parents that are drawn by a distribution or by weights, but no two children of a row have the same: the children draw in their order, each again until it meets a
/// parent that none before it has.
/// </summary>
/// <param name="candidates">Draws parents; by the draws alone, whatever the row.</param>
/// <param name="children">The children among which no parent comes twice.</param>
/// <param name="parentCount">How many parents there are.</param>
/// <param name="plan">The table.</param>
/// <param name="what">The reference, for the error.</param>
internal sealed class DistinctParent(ParentSource candidates, ChildCounts children, long parentCount, TablePlan plan, string what) : ParentSource, IRowMover
{
    private const int MaxTries = 100;
    private const int MaxMoves = 1000;
    private readonly Dictionary<long, int> _moves = [];
    private Dictionary<long, long>? _moved;

    public override string Description => $"{candidates.Description}, none twice";

    // Which parents are taken depends on the children before, who draw by their rows.
    public override bool IsDrawn => false;

    public override void Fill(Frame frame, ReadOnlySpan<long> draws, Span<long> parentRows)
    {
        int count = frame.Count;
        long[] buffer = ArrayPool<long>.Shared.Rent(2 * count);
        long[] taken = ArrayPool<long>.Shared.Rent(64);
        try
        {
            Span<long> owners = buffer.AsSpan(0, count);
            Span<long> numbers = buffer.AsSpan(count, count);
            ReadOnlySpan<long> rows = frame.Rows;
            children.Locate(frame.ScratchOf(children), rows, owners, numbers);
            long owner = -1;
            int used = 0;
            for (int i = 0; i < count; i++)
            {
                if (owners[i] != owner || numbers[i] < used)
                    (owner, used) = (owners[i], 0);
                if (numbers[i] >= parentCount)
                    throw new GenerationException($"{what}: a row has {numbers[i] + 1} children or more, which can't all have different ones of {parentCount} parents. Count fewer children, or give the parent more rows.");
                for (; used <= numbers[i]; used++)
                {
                    if (used == taken.Length)
                        Grow(ref taken);
                    taken[used] = Next(frame, rows[i] - numbers[i] + used, taken.AsSpan(0, used));
                }

                parentRows[i] = _moved is not null && _moved.TryGetValue(rows[i], out long moved) ? moved : taken[numbers[i]];
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(buffer);
            ArrayPool<long>.Shared.Return(taken);
        }
    }

    /// <inheritdoc/>
    public bool TryMove(long row)
    {
        Span<long> owner = stackalloc long[1];
        Span<long> first = stackalloc long[1];
        Span<long> count = stackalloc long[1];
        Frame? scratch = children.CreateScratch();
        children.Locate(scratch, [row], owner, []);
        children.Ranges(scratch, owner, first, count);
        var siblings = new Frame(plan);
        siblings.PointAt(first[0], (int)count[0]);
        Span<long> taken = new long[(int)count[0]];
        Fill(siblings, siblings.Rows, taken);
        Span<long> draw = stackalloc long[1];
        Span<long> parent = stackalloc long[1];
        for (int attempt = _moves.GetValueOrDefault(row); attempt < MaxMoves; attempt++)
        {
            draw[0] = Frame.Salted(row, MaxTries + attempt);
            candidates.Fill(siblings, draw, parent);
            if (taken.Contains(parent[0]))
                continue;
            _moves[row] = attempt + 1;
            (_moved ??= [])[row] = parent[0];
            return true;
        }

        return false;
    }

    private long Next(Frame frame, long row, ReadOnlySpan<long> taken)
    {
        Span<long> draw = stackalloc long[1];
        Span<long> parent = stackalloc long[1];
        for (int attempt = 0; attempt < MaxTries; attempt++)
        {
            draw[0] = attempt == 0 ? row : Frame.Salted(row, attempt);
            candidates.Fill(frame, draw, parent);
            if (!taken.Contains(parent[0]))
                return parent[0];
        }

        // Nearly all that is ever drawn is taken: the next one that is free.
        do
            parent[0] = (parent[0] + 1) % parentCount;
        while (taken.Contains(parent[0]));
        return parent[0];
    }

    private static void Grow(ref long[] taken)
    {
        long[] grown = ArrayPool<long>.Shared.Rent(taken.Length * 2);
        taken.CopyTo(grown, 0);
        ArrayPool<long>.Shared.Return(taken);
        taken = grown;
    }
}
