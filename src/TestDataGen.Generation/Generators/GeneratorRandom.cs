using static System.FormattableString;

namespace TestDataGen.Generation;

/// <summary>
/// The random numbers of one cell: they depend on the seed, the field and the row alone, and come in the same order whenever the cell is made. Valid within the call that they
/// were handed to. A cell has 65,536 of them.
/// </summary>
public sealed class GeneratorRandom
{
    private const int Most = 1 << Squares.DrawBits;
    private readonly ulong _key;
    private ulong _first;
    private int _used;

    internal GeneratorRandom(ulong key) => _key = key;

    /// <summary>A number from 0, below <paramref name="max"/>.</summary>
    public int Next(int max) => Next(0, max);

    /// <summary>A number from <paramref name="min"/>, below <paramref name="max"/>.</summary>
    public int Next(int min, int max) => (int)NextInt64(min, max);

    /// <summary>A number from 0, below <paramref name="max"/>.</summary>
    public long NextInt64(long max) => NextInt64(0, max);

    /// <summary>A number from <paramref name="min"/>, below <paramref name="max"/>.</summary>
    public long NextInt64(long min, long max)
    {
        if (min >= max)
            throw new ArgumentOutOfRangeException(nameof(max), $"There is no number from {min} below {max}.");
        return min + (long)Squares.Below(Draw(), (ulong)(max - min));
    }

    /// <summary>A number over 0 and under 1.</summary>
    public double NextDouble() => Squares.OpenUnit(Draw());

    /// <summary>One of some values, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count > 0 ? values[Next(values.Count)] : throw new ArgumentException("There is nothing to pick from.", nameof(values));
    }

    /// <summary>One of some values, each as likely.</summary>
    // For PowerShell too, which does not see that an array is a list of something.
    public T Pick<T>(T[] values) => Pick((IReadOnlyList<T>)values);

    /// <summary>Some random bytes.</summary>
    public byte[] NextBytes(int count)
    {
        var bytes = new byte[count];
        for (int i = 0; i < count; i += sizeof(ulong))
        {
            ulong bits = Draw();
            for (int j = i; j < Math.Min(count, i + sizeof(ulong)); j++, bits >>= 8)
                bytes[j] = (byte)bits;
        }

        return bytes;
    }

    internal void MoveTo(long draw) => (_first, _used) = ((ulong)draw << Squares.DrawBits, 0);

    // The next ones are those of the next row.
    private ulong Draw() => _used < Most
        ? Squares.At(_key, _first + (ulong)_used++)
        : throw new InvalidOperationException(Invariant($"More than {Most:N0} random numbers were drawn for one value."));
}
