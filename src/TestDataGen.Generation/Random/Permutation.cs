using System.Numerics;
using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

/// <summary>
/// A keyed bijection of the numbers 0 … n-1, by which unique values need no set of values seen: a Feistel network over the next even number of bits,
/// walked along its cycle until the result is in range (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002). At most 4 steps on average.
/// </summary>
internal sealed class Permutation
{
    private const int Rounds = 4;
    private readonly ulong _size;
    private readonly int _halfBits;
    private readonly ulong _halfMask;
    private readonly ulong _key;

    /// <summary>A permutation of 0 … <paramref name="size"/> - 1.</summary>
    /// <param name="size">At least 1, at most 2^63.</param>
    /// <param name="key">A stream's key.</param>
    public Permutation(ulong size, ulong key)
    {
        ArgumentOutOfRangeException.ThrowIfZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 1UL << 63);
        _size = size;
        int bits = Math.Max(2, 64 - BitOperations.LeadingZeroCount(size - 1));
        _halfBits = (bits + 1) / 2;
        _halfMask = (1UL << _halfBits) - 1;
        _key = key;
    }

    /// <summary>How many numbers are permuted.</summary>
    public ulong Size => _size;

    /// <summary>The place of <paramref name="index"/> (below <see cref="Size"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong At(ulong index) => At(index, _key);

    /// <summary>The place of <paramref name="index"/> in another permutation of as many numbers.</summary>
    /// <param name="index">Below <see cref="Size"/>.</param>
    /// <param name="key">The other's key, an odd number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong At(ulong index, ulong key)
    {
        do
        {
            index = Encrypt(index, key);
        }
        while (index >= _size);
        return index;
    }

    private ulong Encrypt(ulong value, ulong key)
    {
        ulong left = value >> _halfBits;
        ulong right = value & _halfMask;
        for (ulong round = 1; round <= Rounds; round++)
        {
            ulong mixed = (right + (round * 0x9E3779B97F4A7C15)) * key;
            mixed = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
            mixed ^= mixed >> 32;
            (left, right) = (right, left ^ (mixed & _halfMask));
        }

        return (left << _halfBits) | right;
    }
}
