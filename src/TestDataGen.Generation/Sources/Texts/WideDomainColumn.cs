namespace TestDataGen.Generation;

/// <summary>
/// Unique texts of a domain with more elements than 64 bits can number: the domain is divided into 2^62 intervals, the row's place in a permutation says which one, and
/// chance which element of it.
/// </summary>
internal sealed class WideDomainColumn : ColumnSource
{
    /// <summary>How many intervals there are, as a power of 2.</summary>
    public const int IntervalBits = 62;

    private readonly TextDomain _domain;
    private readonly RowOrder _order;
    private readonly UInt128 _interval;
    private readonly ulong _key;

    public WideDomainColumn(TextDomain domain, RowOrder order, ulong key, string description)
    {
        _domain = domain;
        _key = key;
        _interval = domain.Count >> IntervalBits;
        _order = order;
        Description = description;
    }

    public override string Description { get; }

    public override bool IsDrawn => false;

    public override int MaxChars => _domain.MaxChars;

    public override double AverageBytes => _domain.MaxBytes;

    public override void Fill(Frame frame, Column column)
    {
        var texts = (BytesColumn)column;
        ReadOnlySpan<long> rows = frame.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            var draws = new RandomDraws(_key, (ulong)rows[i] << Squares.DrawBits);
            UInt128 index = ((UInt128)_order.At(rows[i]) * _interval) + draws.BelowWide(_interval);
            texts.Commit(i, _domain.Write(index, texts.Reserve(_domain.MaxBytes)));
        }
    }
}
