using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The places of the country of the run's locale.</summary>
internal static class LocalPlaces
{
    /// <summary>Of a set of places those of the locale's country; all of them where there are none of it.</summary>
    /// <param name="places">With the country by ISO 3166-1, two letters, in <c>country_code</c>.</param>
    public static LocaleDataSet Of(StoredDataSet places) => new(places.Columns, places.Weight!.Value, locale =>
    {
        string country = Countries.Of(locale);
        var codes = (BytesColumn)places.Values[places.Columns.ToList().FindIndex(c => c.Name == "country_code")];
        int[] rows = [.. Enumerable.Range(0, places.RowCount).Where(row => codes.GetString(row) == country)];
        return rows.Length > 0 ? places.Where(rows) : places;
    });
}
