using System.Collections.Concurrent;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A data set with other rows in every locale, of which a run takes those of its own.</summary>
/// <param name="columns">The columns, in every locale the same.</param>
/// <param name="weight">The column by which rows are drawn.</param>
/// <param name="rows">The rows of a locale.</param>
internal sealed class LocaleDataSet(IReadOnlyList<DataSetColumn> columns, int weight, Func<LocaleData, StoredDataSet> rows) : DataSet(columns, 1)
{
    private readonly ConcurrentDictionary<string, StoredDataSet> _locales = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int? Weight => weight;

    /// <summary>The rows of a locale.</summary>
    public StoredDataSet In(LocaleData locale) => _locales.GetOrAdd(locale.Name, _ => rows(locale));

    /// <inheritdoc/>
    public override string? FindBadWeight(int column) => null;
}
