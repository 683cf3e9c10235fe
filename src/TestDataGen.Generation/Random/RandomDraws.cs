namespace TestDataGen.Generation;

/// <summary>The random numbers of one cell, one after the other, where a value takes more than one.</summary>
/// <param name="key">The stream's key.</param>
/// <param name="counter">The first counter of the row: its number times 2^<see cref="Squares.DrawBits"/>.</param>
internal struct RandomDraws(ulong key, ulong counter)
{
    private ulong _counter = counter;

    /// <summary>64 random bits.</summary>
    public ulong Next() => Squares.At(key, _counter++);

    /// <summary>A number below <paramref name="range"/>.</summary>
    public ulong Below(ulong range) => Squares.Below(Next(), range);

    /// <summary>A number below a range that may not fit 64 bits.</summary>
    public UInt128 BelowWide(UInt128 range) =>
        range <= ulong.MaxValue ? Below((ulong)range) : new UInt128(Next(), Next()) % range;

    /// <summary>A number over 0 and under 1.</summary>
    public double NextDouble() => Squares.OpenUnit(Next());
}
