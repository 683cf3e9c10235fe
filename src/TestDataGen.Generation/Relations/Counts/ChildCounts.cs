using System.Runtime.ExceptionServices;
namespace TestDataGen.Generation;

/// <summary>
/// How many children each parent row has, and so which children are whose: the children of parent 0 come first, then those of parent 1, … Counts are drawn again
/// whenever they are asked for; what is kept is the number of children before each block of parents, at most <see cref="MaxBlocks"/> numbers.
/// </summary>
internal abstract class ChildCounts
{
    /// <summary>Most counts that are drawn at a time.</summary>
    protected const int Chunk = 64;
    private const int MaxBlocks = 1 << 17;
    private readonly long _parents;
    private readonly int _blockBits;
    private long[] _before = [];

    /// <summary>Counts for that many parents.</summary>
    /// <param name="parents">Number of parent rows.</param>
    /// <param name="blockBits">
    /// A block has at least 2 to this power parents. Few parents a block make a random look-up cheap, few blocks keep the memory flat.
    /// </param>
    protected ChildCounts(long parents, int blockBits)
    {
        _parents = parents;
        _blockBits = blockBits;
        while (parents >> _blockBits > MaxBlocks)
            _blockBits++;
    }

    /// <summary>All children of all parents.</summary>
    public virtual long Total => _before[^1];

    /// <summary>A frame for the parents' rows, where the counts are made from their fields; null where they are not.</summary>
    public virtual Frame? CreateScratch() => null;

    /// <summary>The counts of parents that follow each other, at most <see cref="Chunk"/> at a time.</summary>
    /// <param name="scratch">A frame that <see cref="CreateScratch"/> has made.</param>
    /// <param name="first">The first parent.</param>
    /// <param name="counts">Takes their counts.</param>
    protected abstract void Fill(Frame? scratch, long first, Span<long> counts);

    /// <summary>Draws all counts once and keeps their sums by block.</summary>
    /// <exception cref="OverflowException">More children than <see cref="PlanLimits.MaxRows"/>.</exception>
    protected void SumUp(CancellationToken cancellationToken)
    {
        int blocks = (int)((_parents + (1L << _blockBits) - 1) >> _blockBits);
        _before = new long[blocks + 1];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        const int stripe = 1024;
        try
        {
            Parallel.For(0, (blocks + stripe - 1) / stripe, options, CreateScratch, SumUpStripe, _ => { });
        }
        catch (AggregateException e)
        {
            // As it would be on one thread.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        Int128 sum = 0;
        for (int block = 0; block < blocks; block++)
        {
            sum += _before[block + 1];
            if (sum > long.MaxValue >> 2)
                throw new OverflowException();
            _before[block + 1] = (long)sum;
        }

        Frame? SumUpStripe(int s, ParallelLoopState state, Frame? scratch)
        {
            Span<long> counts = stackalloc long[Chunk];
            long firstBlock = (long)s * stripe;
            long end = Math.Min(_parents, (firstBlock + stripe) << _blockBits);
            for (long parent = firstBlock << _blockBits; parent < end; parent += Chunk)
            {
                int count = (int)Math.Min(Chunk, end - parent);
                Fill(scratch, parent, counts[..count]);
                for (int i = 0; i < count; i++)
                    _before[((parent + i) >> _blockBits) + 1] += counts[i];
                if ((parent & 0xFFFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
            }

            return scratch;
        }
    }

    /// <summary>The first child row of each parent and how many it has.</summary>
    /// <param name="scratch">A frame that <see cref="CreateScratch"/> has made.</param>
    /// <param name="parents">Parent rows; cheapest when ascending.</param>
    /// <param name="firsts">Takes the rows of their first children.</param>
    /// <param name="counts">Takes the numbers of their children.</param>
    public virtual void Ranges(Frame? scratch, ReadOnlySpan<long> parents, Span<long> firsts, Span<long> counts)
    {
        var walk = new Walk(this, scratch, stackalloc long[Chunk]);
        for (int i = 0; i < parents.Length; i++)
        {
            walk.ToParent(parents[i]);
            firsts[i] = walk.First;
            counts[i] = walk.Count;
        }
    }

    /// <summary>The parent of each child row and, where wanted, the child's number among its siblings, from 0.</summary>
    /// <param name="scratch">A frame that <see cref="CreateScratch"/> has made.</param>
    /// <param name="children">Child rows below <see cref="Total"/>; cheapest when ascending.</param>
    /// <param name="parents">Takes the parents' rows; may be empty.</param>
    /// <param name="indexes">Takes the numbers among the siblings; may be empty.</param>
    public virtual void Locate(Frame? scratch, ReadOnlySpan<long> children, Span<long> parents, Span<long> indexes)
    {
        // A table without rows is asked only for the parents of no row at all.
        if (Total == 0)
        {
            parents.Clear();
            indexes.Clear();
            return;
        }

        var walk = new Walk(this, scratch, stackalloc long[Chunk]);
        for (int i = 0; i < children.Length; i++)
        {
            walk.ToChild(children[i]);
            if (!parents.IsEmpty)
                parents[i] = walk.Parent;
            if (!indexes.IsEmpty)
                indexes[i] = children[i] - walk.First;
        }
    }

    /// <summary>A place among the parents, with the counts of some that follow at hand.</summary>
    private ref struct Walk(ChildCounts owner, Frame? scratch, Span<long> counts)
    {
        private readonly Span<long> _counts = counts;
        private long _chunk = -1;
        private int _size;
        private int _at;

        /// <summary>The parent.</summary>
        public readonly long Parent => _chunk + _at;

        /// <summary>Its first child.</summary>
        public long First { get; private set; }

        /// <summary>How many children it has.</summary>
        public readonly long Count => _counts[_at];

        public void ToParent(long parent)
        {
            if (_chunk < 0 || parent < Parent || parent >= _chunk + _size + Chunk)
                Load((parent >> owner._blockBits) << owner._blockBits, owner._before[parent >> owner._blockBits]);
            while (Parent < parent)
                Next();
        }

        public void ToChild(long child)
        {
            if (_chunk < 0 || child < First || child >= First + Count + Chunk)
            {
                int block = Array.BinarySearch(owner._before, child);
                // Blocks without children repeat a number: the last of them is the one where the child's parent can be.
                if (block < 0)
                    block = ~block - 1;
                while (block + 1 < owner._before.Length - 1 && owner._before[block + 1] <= child)
                    block++;
                // Stay where we are if that is nearer.
                if (_chunk < 0 || child < First || (long)block << owner._blockBits > Parent)
                    Load((long)block << owner._blockBits, owner._before[block]);
            }

            while (child >= First + Count)
                Next();
        }

        private void Next()
        {
            long first = First + Count;
            if (_at + 1 < _size)
            {
                _at++;
                First = first;
            }
            else
                Load(_chunk + _size, first);
        }

        private void Load(long chunk, long first)
        {
            _chunk = chunk;
            _size = (int)Math.Min(owner._blockBits > 0 ? Math.Min(Chunk, 1L << owner._blockBits) : Chunk, owner._parents - chunk);
            _at = 0;
            First = first;
            // Where each parent has a block of its own, nothing need be drawn again.
            if (owner._blockBits == 0)
            {
                for (int i = 0; i < _size; i++)
                    _counts[i] = owner._before[chunk + i + 1] - owner._before[chunk + i];
            }
            else
            {
                owner.Fill(scratch, chunk, _counts[.._size]);
            }
        }
    }
}
