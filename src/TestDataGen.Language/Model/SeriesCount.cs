namespace TestDataGen.Language;

/// <summary><c>every 15m from … to …</c>: a row for each moment from the first on, the end included where a step meets it.</summary>
/// <param name="Step">The time from row to row, above 0.</param>
/// <param name="From">The first moment.</param>
/// <param name="To">The end, not before the first moment where both are known.</param>
public sealed record SeriesCount(TimeSpan Step, SeriesMoment From, SeriesMoment To) : CountDraw
{
    /// <inheritdoc/>
    public override long Min => 1;

    /// <inheritdoc/>
    public override long? Max => null;

    /// <summary>How many rows there are; below 1 when the end is before the beginning.</summary>
    public long CountAt(DateTime now) => (long)Math.Floor((To.At(now) - From.At(now)) / Step) + 1;
}
