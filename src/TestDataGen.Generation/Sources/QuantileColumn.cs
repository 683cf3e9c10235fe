using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// A distribution by its quantile function: one draw a value. Bounds cut the range of the draw, not the values, so that nothing piles up at them; the
/// places where to cut are found by bisection, once.
/// </summary>
internal sealed class QuantileColumn : ColumnSource
{
    private readonly Quantile _quantile;
    private readonly ulong _key;
    private readonly double _from;
    private readonly double _width;
    private readonly double _factor;
    private readonly double _min;
    private readonly double _max;

    /// <summary>The distribution between two bounds.</summary>
    /// <param name="quantile">The distribution.</param>
    /// <param name="min">Least value, or minus infinity.</param>
    /// <param name="max">Greatest value, or infinity.</param>
    /// <param name="factor">What a value is multiplied by to be stored: 10^scale for decimals.</param>
    /// <param name="key">The stream's key.</param>
    /// <param name="description">In words.</param>
    /// <exception cref="ArgumentException">Hardly anything of the distribution lies between the bounds.</exception>
    public QuantileColumn(Quantile quantile, double min, double max, double factor, ulong key, string description)
    {
        (_quantile, _min, _max, _factor, _key) = (quantile, min, max, factor, key);
        Description = description;
        _from = double.IsNegativeInfinity(min) ? 0 : Find(quantile, x => x >= min);
        double to = double.IsPositiveInfinity(max) ? 1 : Find(quantile, x => x > max);
        _width = to - _from;
        if (_width < 1e-12)
            throw new ArgumentException("hardly any value of the distribution lies between the field's bounds");
    }

    public override string Description { get; }

    public override void Fill(Frame frame, Column column)
    {
        ReadOnlySpan<long> draws = frame.Draws;
        switch (column)
        {
            case Int64Column numbers:
                Span<long> values = numbers.Values;
                for (int i = 0; i < draws.Length; i++)
                    values[i] = (long)Math.Round(Draw(draws[i]) * _factor, MidpointRounding.AwayFromZero);
                break;
            case DoubleColumn reals:
                bool isFloat = column.Type.Kind == TypeKind.Float;
                for (int i = 0; i < draws.Length; i++)
                    reals.Values[i] = isFloat ? (float)Draw(draws[i]) : Draw(draws[i]);
                break;
            case DecimalColumn decimals:
                for (int i = 0; i < draws.Length; i++)
                    decimals.Values[i] = decimal.Round((decimal)Draw(draws[i]), column.Type.Scale, MidpointRounding.AwayFromZero);
                break;
        }
    }

    private double Draw(long row)
    {
        double x = _quantile.Of(_from + (Squares.OpenUnit(Squares.AtRow(_key, row)) * _width));
        return Math.Clamp(x, _min, _max);
    }

    // The least u at which the quantile reaches the bound.
    private static double Find(Quantile quantile, Func<double, bool> isReached)
    {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (middle <= 0 || middle >= 1)
                break;
            if (isReached(quantile.Of(middle)))
                high = middle;
            else
                low = middle;
        }

        return high >= 1 - 1e-15 ? 1 : high <= 1e-15 ? 0 : high;
    }
}
