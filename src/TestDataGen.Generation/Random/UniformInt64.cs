using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

/// <summary>Uniform draws between two stored numbers.</summary>
internal static class UniformInt64
{
    /// <summary>One of from, from + step, … up to <paramref name="to"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Draw(ulong bits, long from, long to, long step)
    {
        ulong range = Range(from, to, step);
        // The whole of 64 bits: their number does not fit 64 bits itself.
        return range == 0 ? (long)bits : from + ((long)Squares.Below(bits, range) * step);
    }

    /// <summary>How many numbers there are; 0 stands for 2^64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Range(long from, long to, long step) =>
        step == 1 ? (ulong)(to - from) + 1 : ((ulong)(to - from) / (ulong)step) + 1;
}
