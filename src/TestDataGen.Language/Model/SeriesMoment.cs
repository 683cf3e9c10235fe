namespace TestDataGen.Language;

/// <summary>An end of a time series: a constant, or so long before or behind the run's clock.</summary>
/// <param name="Fixed">The constant; null: the run's clock.</param>
/// <param name="Offset">What is added to it.</param>
public readonly record struct SeriesMoment(DateTime? Fixed, TimeSpan Offset)
{
    /// <summary>The moment in a run with this clock; the first or the last one that there is where it lies beyond.</summary>
    public DateTime At(DateTime now)
    {
        DateTime from = Fixed ?? now;
        return Offset < DateTime.MinValue - from ? DateTime.MinValue : Offset > DateTime.MaxValue - from ? DateTime.MaxValue : from + Offset;
    }
}
