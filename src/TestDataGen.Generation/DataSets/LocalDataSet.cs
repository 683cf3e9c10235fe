using System.Collections.Concurrent;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Of another set the rows of one country: that of the run's locale.</summary>
/// <param name="whole">The rows of all countries.</param>
/// <param name="country">The column that has the country by ISO 3166-1, two letters.</param>
internal sealed class LocalDataSet(StoredDataSet whole, string country) : DataSet(whole.Columns, whole.RowCount)
{
    private readonly ConcurrentDictionary<string, StoredDataSet> _countries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int? Weight => whole.Weight;

    /// <summary>The rows of a locale's country; all rows where there are none of it.</summary>
    public StoredDataSet In(LocaleData locale) => _countries.GetOrAdd(Countries.Of(locale), code =>
    {
        var codes = (BytesColumn)whole.Values[whole.Columns.ToList().FindIndex(c => c.Name == country)];
        int[] rows = [.. Enumerable.Range(0, whole.RowCount).Where(row => codes.GetString(row) == code)];
        return rows.Length > 0 ? whole.Where(rows) : whole;
    });

    /// <inheritdoc/>
    public override string? FindBadWeight(int column) => whole.FindBadWeight(column);
}
