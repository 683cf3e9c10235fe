namespace TestDataGen.Language;

/// <summary>A foreign key on one field.</summary>
/// <param name="Field">The field that refers.</param>
/// <param name="Target">The field referred to: a primary or unique key.</param>
/// <param name="Alias">The name behind <c>as</c>, by which expressions reach the parent's fields; null: none given.</param>
/// <param name="Distribution">
/// How parents are drawn where the profile does not count rows <c>per</c> parent: null is uniform; otherwise a distribution
/// over the parents' places 0 … n-1, the first the most popular (<c>zipf(1.2)</c>).
/// </param>
public sealed record Reference(Field Field, Field Target, string? Alias, DistributionSource? Distribution)
{
    /// <summary>The table referred to.</summary>
    public Table Parent => Target.Table;
}
