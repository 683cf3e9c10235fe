namespace TestDataGen.Generation;

/// <summary>
/// How many children each parent row has, and so which children are whose: the children of parent 0 come first, then those of parent 1, … Counts are drawn again
/// whenever they are asked for; what is kept is the number of children before each block of parents, at most <see cref="MaxBlocks"/> numbers.
/// </summary>
internal sealed class ChildCounts
{
    private const int MaxBlocks = 1 << 17;
    private readonly long _parents;
    private readonly long _min;
    private readonly ulong _range;
    private readonly ulong _key;
    private readonly int _blockBits;
    private readonly long[] _before;

    /// <summary>Draws all counts once and keeps their sums by block.</summary>
    /// <param name="parents">Number of parent rows.</param>
    /// <param name="min">Least number of children of a parent.</param>
    /// <param name="max">Greatest number of children of a parent.</param>
    /// <param name="key">The stream's key.</param>
    /// <param name="cancellationToken">Stops the count of very many parents.</param>
    /// <exception cref="OverflowException">More children than <see cref="PlanLimits.MaxRows"/>.</exception>
    public ChildCounts(long parents, long min, long max, ulong key, CancellationToken cancellationToken)
    {
        (_parents, _min, _range, _key) = (parents, min, (ulong)(max - min) + 1, key);
        // Few parents a block make a random look-up cheap, few blocks keep the memory flat.
        _blockBits = 6;
        while (parents >> _blockBits > MaxBlocks)
            _blockBits++;
        if (max > 0 && parents > PlanLimits.MaxRows / max)
            throw new OverflowException();
        int blocks = (int)((parents + (1L << _blockBits) - 1) >> _blockBits);
        _before = new long[blocks + 1];
        var sums = new long[blocks];
        if (min == max)
        {
            for (int block = 0; block < blocks; block++)
                sums[block] = (Math.Min(parents, (block + 1L) << _blockBits) - ((long)block << _blockBits)) * min;
        }
        else
        {
            var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
            const int stripe = 256;
            Parallel.For(0, (blocks + stripe - 1) / stripe, options, s =>
            {
                for (int block = s * stripe; block < Math.Min(blocks, (s + 1) * stripe); block++)
                    sums[block] = Sum((long)block << _blockBits, Math.Min(parents, (block + 1L) << _blockBits), cancellationToken);
            });
        }

        for (int block = 0; block < blocks; block++)
            _before[block + 1] = _before[block] + sums[block];
    }

    /// <summary>All children of all parents.</summary>
    public long Total => _before[^1];

    /// <summary>How many children a parent has.</summary>
    public long Count(long parent) => _min + (long)Squares.Below(Squares.AtRow(_key, parent), _range);

    /// <summary>The first child row of a parent.</summary>
    public long FirstChild(long parent)
    {
        long first = _before[parent >> _blockBits];
        for (long p = parent & (-1L << _blockBits); p < parent; p++)
            first += Count(p);
        return first;
    }

    /// <summary>The parent of each child row and, where wanted, the child's number among its siblings, from 0.</summary>
    /// <param name="children">Child rows below <see cref="Total"/>; cheapest when ascending.</param>
    /// <param name="parents">Takes the parents' rows; may be empty.</param>
    /// <param name="indexes">Takes the numbers among the siblings; may be empty.</param>
    public void Locate(ReadOnlySpan<long> children, Span<long> parents, Span<long> indexes)
    {
        // A table without rows is asked only for the parents of no row at all.
        if (Total == 0)
        {
            parents.Clear();
            indexes.Clear();
            return;
        }

        long parent = -1;
        long first = 0;
        long end = 0;
        for (int i = 0; i < children.Length; i++)
        {
            long child = children[i];
            if (child < first || child >= end + (_range == 1 ? 0 : 64))
                (parent, first, end) = Seek(child);
            while (child >= end && parent < _parents - 1)
            {
                parent++;
                first = end;
                end += Count(parent);
            }

            if (!parents.IsEmpty)
                parents[i] = parent;
            if (!indexes.IsEmpty)
                indexes[i] = child - first;
        }
    }

    private long Sum(long from, long end, CancellationToken cancellationToken)
    {
        long sum = 0;
        for (long parent = from; parent < end; parent++)
        {
            sum += Count(parent);
            if ((parent & 0xFFFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }

        return sum;
    }

    private (long Parent, long First, long End) Seek(long child)
    {
        if (_range == 1)
        {
            long at = _min == 0 ? 0 : child / _min;
            return (at, at * _min, (at + 1) * _min);
        }

        int block = Array.BinarySearch(_before, child);
        // Blocks without children repeat a number: the last of them is the one where the child's parent can be.
        if (block < 0)
            block = ~block - 1;
        while (block + 1 < _before.Length - 1 && _before[block + 1] <= child)
            block++;
        long parent = (long)block << _blockBits;
        long first = _before[block];
        return (parent, first, first + Count(parent));
    }
}
