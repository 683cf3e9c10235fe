using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The data sets that need no file, registered once: the binder, the plan and the reference page read them here.</summary>
public static class BuiltInDataSets
{
    /// <summary>The sets in the order of the reference page.</summary>
    public static IReadOnlyList<BuiltInDataSet> All { get; } =
    [
        new("countries", "Countries by ISO 3166-1, with currency and telephone prefix.", () => Read("countries")),
        new("cities", "Large cities of twenty countries; `postcode` is a pattern for `pattern(…)`.", () => Read("cities", "population")),
        new("local_cities", "The cities of the country of the run's locale; all of them where there are none of it.", () => LocalPlaces.Of((StoredDataSet)Open("cities"))),
        new("given_names", "Given names of the run's locale; `latin` is how an e-mail address spells them.", LocalNames.Given),
        new("family_names", "Family names of the run's locale, as men and women have them.", LocalNames.Family),
        new("currencies", "Currencies by ISO 4217; `digits` is how many stand behind the point.", () => Read("currencies")),
        new("languages", "Languages by ISO 639-1, `alpha3` by ISO 639-2.", () => Read("languages")),
        new("mime_types", "Media types with the usual extension of their files.", () => Read("mime_types")),
        new("http_codes", "Status codes of HTTP, about as often as a busy site gives them.", () => Read("http_codes", "weight")),
    ];

    /// <summary>Their names.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(s => s.Name)];

    /// <summary>A set by its name.</summary>
    internal static DataSet Open(string name) => All.First(s => s.Name == name).Set;

    private static StoredDataSet Read(string name, string? weight = null)
    {
        using Stream stream = typeof(BuiltInDataSets).Assembly.GetManifestResourceStream($"{name}.csv")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return StoredDataSet.Read(new CsvRecords(name, bytes, ','), name, weight);
    }
}
