using System.IO.Hashing;
using System.Text;

namespace TestDataGen.Generation;

/// <summary>Makes the keys of random streams from names, so that a stream stays what it is when its neighbours change.</summary>
internal static class StreamKey
{
    /// <summary>The key of one column's stream for one purpose.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="schema">Name of the schema.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="column">Name of the column; empty for what belongs to the table.</param>
    /// <param name="purpose">What is drawn: <c>value</c>, <c>null</c>, …</param>
    public static ulong Of(long seed, string schema, string table, string column, string purpose)
    {
        // A zero byte stands in no name, so that ("ab", "c") and ("a", "bc") differ.
        byte[] name = Encoding.UTF8.GetBytes(string.Join('\0', schema, table, column, purpose));
        return FromHash(XxHash3.HashToUInt64(name, seed));
    }

    /// <summary>
    /// A key with the digits that squares wants (section 4 of its paper): eight different hexadecimal digits in each half, none 0; the key is made odd.
    /// </summary>
    private static ulong FromHash(ulong hash)
    {
        ulong state = hash;
        ulong key = 0;
        for (int half = 0; half < 2; half++)
        {
            uint used = 1;
            for (int digit = 0; digit < 8; digit++)
            {
                uint candidate;
                do
                {
                    candidate = (uint)(Mix(ref state) >> 60);
                }
                while ((used & (1u << (int)candidate)) != 0);
                used |= 1u << (int)candidate;
                key = (key << 4) | candidate;
            }
        }

        return key | 1;
    }

    // SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
    private static ulong Mix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
