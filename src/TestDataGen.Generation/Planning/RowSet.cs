using System.Numerics;

namespace TestDataGen.Generation;

/// <summary>Some rows of a table: a bit a row, in blocks that are there only where a row is.</summary>
internal sealed class RowSet
{
    private const int MaxBlocks = 1 << 20;
    private readonly long _size;
    private readonly int _blockBits = 12;
    private readonly ulong[]?[] _blocks;
    private long[] _before = [];

    /// <summary>No row.</summary>
    /// <param name="size">How many rows the table has.</param>
    public RowSet(long size)
    {
        _size = size;
        while (size >> _blockBits >= MaxBlocks)
            _blockBits++;
        _blocks = new ulong[]?[(int)((size + (1L << _blockBits) - 1) >> _blockBits)];
    }

    private RowSet(RowSet other)
    {
        (_size, _blockBits, Count) = (other._size, other._blockBits, other.Count);
        _blocks = [.. other._blocks.Select(b => (ulong[]?)b?.Clone())];
    }

    /// <summary>How many rows.</summary>
    public long Count { get; private set; }

    /// <summary>The same rows, in a set of their own.</summary>
    public RowSet Clone() => new(this);

    /// <summary>Whether a row is one of them.</summary>
    public bool Contains(long row) => _blocks[row >> _blockBits] is { } block && (block[WordOf(row)] & (1UL << (int)(row & 63))) != 0;

    /// <summary>Adds a row.</summary>
    /// <returns>False: it was there.</returns>
    public bool Add(long row)
    {
        ref ulong word = ref BlockOf(row)[WordOf(row)];
        ulong bit = 1UL << (int)(row & 63);
        if ((word & bit) != 0)
            return false;
        word |= bit;
        Count++;
        return true;
    }

    /// <summary>Adds rows that follow each other.</summary>
    public void AddRange(long first, long count)
    {
        long end = first + count;
        for (long row = first; row < end;)
        {
            int shift = (int)(row & 63);
            int width = (int)Math.Min(64 - shift, end - row);
            ulong bits = ulong.MaxValue >> (64 - width) << shift;
            ref ulong word = ref BlockOf(row)[WordOf(row)];
            Count += BitOperations.PopCount(bits & ~word);
            word |= bits;
            row += width;
        }
    }

    /// <summary>Takes rows out, and counts those before each block.</summary>
    public void Remove(IEnumerable<long> rows)
    {
        foreach (long row in rows.Where(Contains))
        {
            BlockOf(row)[WordOf(row)] &= ~(1UL << (int)(row & 63));
            Count--;
        }

        Seal();
    }

    /// <summary>Counts the rows before each block, for <see cref="CopyTo"/>. When rows are added later, it has to be done again.</summary>
    public void Seal()
    {
        _before = new long[_blocks.Length + 1];
        for (int i = 0; i < _blocks.Length; i++)
            _before[i + 1] = _before[i] + (_blocks[i]?.Sum(word => (long)BitOperations.PopCount(word)) ?? 0);
    }

    /// <summary>Gives some of the rows, ascending; on any number of threads.</summary>
    /// <param name="from">How many of the set's rows come before them.</param>
    /// <param name="rows">Takes as many as it has room for; the set has them.</param>
    public void CopyTo(long from, Span<long> rows)
    {
        int block = Array.BinarySearch(_before, from);
        if (block < 0)
            block = ~block - 1;
        // Blocks without rows repeat a number: the last of them is the one with the row.
        while (block + 1 < _blocks.Length && _before[block + 1] <= from)
            block++;
        long skip = from - _before[block];
        for (int used = 0; used < rows.Length; block++)
        {
            if (_blocks[block] is not { } words)
                continue;
            long first = (long)block << _blockBits;
            for (int i = 0; i < words.Length && used < rows.Length; i++)
            {
                ulong word = words[i];
                if (skip > 0)
                {
                    int count = BitOperations.PopCount(word);
                    if (skip >= count)
                    {
                        skip -= count;
                        continue;
                    }

                    for (; skip > 0; skip--)
                        word &= word - 1;
                }

                for (; word != 0 && used < rows.Length; word &= word - 1)
                    rows[used++] = first + ((long)i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private int WordOf(long row) => (int)(row & ((1L << _blockBits) - 1)) >> 6;

    private ulong[] BlockOf(long row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _size);
        return _blocks[row >> _blockBits] ??= new ulong[1 << (_blockBits - 6)];
    }
}
