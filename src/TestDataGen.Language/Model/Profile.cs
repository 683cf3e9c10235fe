namespace TestDataGen.Language;

/// <summary>A <c>generate</c> block: how much, and with which seed, locale and clock.</summary>
/// <param name="Seed">Null: not given (the run's default, 0).</param>
/// <param name="Locale">A Bogus locale such as <c>en_US</c> or <c>de</c>; null: not given.</param>
/// <param name="Now">What <c>now</c> means; null: not given.</param>
/// <param name="Version">The version of the value sources; null: the newest.</param>
/// <param name="Counts">Rows by table; a table that is missing has no count of its own.</param>
public sealed record Profile(
    long? Seed, string? Locale, DateTime? Now, int? Version, IReadOnlyDictionary<Table, RowCount> Counts)
{
    /// <summary>The name behind <c>as</c>; null: none, the profile that a run takes when it names none.</summary>
    public string? Name { get; init; }

    /// <summary>By how much the numbers of rows are multiplied, those that are not counted per parent; null: not given.</summary>
    public decimal? Scale { get; init; }

    /// <summary>A profile that says nothing.</summary>
    public static Profile Empty { get; } = new(null, null, null, null, new Dictionary<Table, RowCount>());

    /// <summary>A number of rows times <see cref="Scale"/>, rounded; no row becomes none.</summary>
    public long Scaled(long rows) =>
        rows == 0 ? 0 : (long)Math.Clamp(Math.Round(rows * (Scale ?? 1), MidpointRounding.AwayFromZero), 1, long.MaxValue);

    /// <summary>This profile, with what it does not say taken from another.</summary>
    internal Profile Over(Profile other)
    {
        var counts = new Dictionary<Table, RowCount>(other.Counts);
        foreach ((Table table, RowCount count) in Counts)
            counts[table] = count;
        return this with
        {
            Seed = Seed ?? other.Seed,
            Locale = Locale ?? other.Locale,
            Now = Now ?? other.Now,
            Version = Version ?? other.Version,
            Scale = Scale ?? other.Scale,
            Counts = counts,
        };
    }
}
