using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

/// <summary>
/// The counter-based generator squares64: a random number is a function of a key and a counter, so that any cell can be made on its own.
/// Widynski, "Squares: A Fast Counter-Based RNG", arXiv:2004.06278 (2022).
/// </summary>
internal static class Squares
{
    /// <summary>How many counters a row has: draws of one cell count up from <c>row × 2^16</c>.</summary>
    public const int DrawBits = 16;

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong At(ulong key, ulong counter)
    {
        ulong x = counter * key;
        ulong y = x;
        ulong z = y + key;
        x = (x * x) + y;
        x = (x >> 32) | (x << 32);
        x = (x * x) + z;
        x = (x >> 32) | (x << 32);
        x = (x * x) + y;
        x = (x >> 32) | (x << 32);
        x = (x * x) + z;
        ulong t = x;
        x = (x >> 32) | (x << 32);
        return t ^ (((x * x) + y) >> 32);
    }

    /// <summary>The first draw of a row's cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtRow(ulong key, long row) => At(key, (ulong)row << DrawBits);

    /// <summary>
    /// A number below <paramref name="range"/> from 64 random bits by multiplication (Lemire, "Fast random integer generation in an interval", 2019, without
    /// the rejection: its bias is below range / 2^64).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Below(ulong bits, ulong range) => Math.BigMul(bits, range, out _);

    /// <summary>A number in the open interval (0, 1): the 52 upper bits and a half, so that neither end comes out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double OpenUnit(ulong bits) => ((bits >> 12) + 0.5) * (1.0 / (1UL << 52));
}
