using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

/// <summary>
/// One of n choices by weight with one draw and one look-up. Walker, "An efficient method for generating discrete random variables with general distributions"
/// (1977), the table built as by Vose (1991).
/// </summary>
internal sealed class AliasTable
{
    private readonly int[] _alias;
    private readonly ulong[] _threshold;

    /// <summary>Makes the table.</summary>
    /// <param name="weights">None negative, not all 0.</param>
    public AliasTable(IReadOnlyList<double> weights)
    {
        int n = weights.Count;
        _alias = new int[n];
        _threshold = new ulong[n];
        double sum = weights.Sum();
        var share = new double[n];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (int i = 0; i < n; i++)
        {
            _alias[i] = i;
            share[i] = weights[i] / sum * n;
            (share[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int under = small.Pop();
            int over = large.Pop();
            _threshold[under] = (ulong)(share[under] * 18446744073709549568.0);
            _alias[under] = over;
            share[over] = share[over] + share[under] - 1;
            (share[over] < 1 ? small : large).Push(over);
        }

        // What is left is 1 but for rounding.
        foreach (int i in small.Concat(large))
            _threshold[i] = ulong.MaxValue;
    }

    /// <summary>The choice that 64 random bits make.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Draw(ulong bits)
    {
        ulong index = Math.BigMul(bits, (ulong)_alias.Length, out ulong rest);
        return rest < _threshold[index] ? (int)index : _alias[index];
    }
}
