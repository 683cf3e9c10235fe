namespace TestDataGen.Language;

/// <summary>An end of a time series: a constant, or so long before or behind the run's clock.</summary>
/// <param name="Fixed">The constant; null: the run's clock.</param>
/// <param name="Offset">What is added to it.</param>
public readonly record struct SeriesMoment(DateTime? Fixed, TimeSpan Offset)
{
    /// <summary>The moment in a run with this clock.</summary>
    public DateTime At(DateTime now) => (Fixed ?? now) + Offset;
}
