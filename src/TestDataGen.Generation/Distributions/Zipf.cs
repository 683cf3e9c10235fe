namespace TestDataGen.Generation;

/// <summary>
/// Zipf's law over 1 … n by rejection-inversion: no table however large n is, about 1.1 tries a draw.
/// Hörmann and Derflinger, "Rejection-inversion to generate variates from monotone discrete distributions" (1996).
/// </summary>
internal sealed class Zipf
{
    // Each try is accepted with a probability over 0.7; this many in a row do not fail.
    private const int MaxTries = 200;
    private readonly double _exponent;
    private readonly double _hFirst;
    private readonly double _hLast;
    private readonly double _squeeze;

    /// <summary>Zipf's law over 1 … <paramref name="count"/>.</summary>
    /// <param name="count">At least 1.</param>
    /// <param name="exponent">Over 0; the larger, the more the first ranks get.</param>
    public Zipf(long count, double exponent)
    {
        Count = count;
        _exponent = exponent;
        _hFirst = H(1.5) - 1;
        _hLast = H(count + 0.5);
        _squeeze = 2 - HInverse(H(2.5) - Weight(2));
    }

    /// <summary>The number of ranks.</summary>
    public long Count { get; }

    /// <summary>The exponent.</summary>
    public double Exponent => _exponent;

    /// <summary>The rank of a row, 1 … <see cref="Count"/>.</summary>
    public long Draw(ulong key, long row)
    {
        var draws = new RandomDraws(key, (ulong)row << Squares.DrawBits);
        return Draw(ref draws);
    }

    /// <summary>A rank, 1 … <see cref="Count"/>.</summary>
    public long Draw(ref RandomDraws draws)
    {
        for (int attempt = 0; attempt < MaxTries; attempt++)
        {
            double u = _hLast + (draws.NextDouble() * (_hFirst - _hLast));
            double x = HInverse(u);
            long rank = Math.Clamp((long)(x + 0.5), 1, Count);
            if (rank - x <= _squeeze || u >= H(rank + 0.5) - Weight(rank))
                return rank;
        }

        return 1;
    }

    private double Weight(double x) => DeterministicMath.Exp(-_exponent * DeterministicMath.Log(x));

    // The integral of x^-s, and its inverse; both in a form that stays exact near s = 1.
    private double H(double x)
    {
        double log = DeterministicMath.Log(x);
        return ExpMinusOneOverX((1 - _exponent) * log) * log;
    }

    private double HInverse(double x)
    {
        double t = Math.Max(-1, x * (1 - _exponent));
        return DeterministicMath.Exp(LogOnePlusOverX(t) * x);
    }

    private static double LogOnePlusOverX(double x) =>
        Math.Abs(x) > 1e-8 ? DeterministicMath.Log(1 + x) / x : 1 - (x * (0.5 - (x * (1.0 / 3 - (0.25 * x)))));

    private static double ExpMinusOneOverX(double x) =>
        Math.Abs(x) > 1e-8 ? (DeterministicMath.Exp(x) - 1) / x : 1 + (x * 0.5 * (1 + (x / 3 * (1 + (0.25 * x)))));
}
