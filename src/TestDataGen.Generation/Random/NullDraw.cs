namespace TestDataGen.Generation;

/// <summary>Which rows of a column are null, in a given share of them.</summary>
internal sealed class NullDraw
{
    private readonly ulong _key;
    private readonly ulong _threshold;
    private readonly bool _always;

    /// <summary>Nulls in a share of the rows.</summary>
    /// <param name="fraction">Over 0, at most 1.</param>
    /// <param name="key">The stream's key.</param>
    public NullDraw(double fraction, ulong key)
    {
        _key = key;
        _always = fraction >= 1;
        _threshold = _always ? ulong.MaxValue : (ulong)(fraction * 18446744073709551616.0);
    }

    /// <summary>Whether the row's cell is null.</summary>
    public bool IsNull(long row) => _always || Squares.AtRow(_key, row) < _threshold;
}
