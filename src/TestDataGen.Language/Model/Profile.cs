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
    /// <summary>A profile that says nothing.</summary>
    public static Profile Empty { get; } = new(null, null, null, null, new Dictionary<Table, RowCount>());
}
