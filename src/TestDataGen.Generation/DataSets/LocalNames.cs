using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The names of the run's locale as data sets: a given name with its sex, and each with its spelling in letters from a to z.</summary>
internal static class LocalNames
{
    // The weights of the sexes are the same, however many names each has.
    private const long WeightOfSex = 1_000_000_000;

    private static readonly DataType Text = new(TypeKind.Text);
    private static readonly DataType Weight = new(TypeKind.BigInt);

    /// <summary>Given names.</summary>
    public static LocaleDataSet Given()
    {
        DataSetColumn[] columns =
        [
            new("name", Text, false), new("sex", Text, false), new("latin", Text, false), new("family_first", new DataType(TypeKind.Boolean), false), new("glue", Text, true), new("weight", Weight, false),
        ];
        return new LocaleDataSet(columns, 5, locale =>
        {
            (bool isFamilyFirst, string? glue) = PersonFormats.OrderOfNames(locale);
            return StoredDataSet.Of(columns, 5, new[] { "F", "M" }.SelectMany(sex => Rows(sex, PersonFormats.FirstNames(locale, sex == "F").Texts)));
            IEnumerable<object?[]> Rows(string sex, IReadOnlyList<string> names) =>
                LatinWords.Spelled(names, LatinWords.FirstNames(locale), locale).Select((latin, i) => new object?[] { names[i], sex, latin, isFamilyFirst, glue, WeightOfSex / names.Count });
        });
    }

    /// <summary>Family names, which differ by sex in some languages.</summary>
    public static LocaleDataSet Family()
    {
        DataSetColumn[] columns = [new("male", Text, false), new("female", Text, false), new("latin", Text, false), new("weight", Weight, false)];
        return new LocaleDataSet(columns, 3, locale =>
        {
            IReadOnlyList<string> male = PersonFormats.LastNames(locale, isFemale: false).Texts;
            IReadOnlyList<string> female = PersonFormats.LastNames(locale, isFemale: true).Texts;
            return StoredDataSet.Of(columns, 3, LatinWords.Spelled(male, LatinWords.LastNames(locale), locale).Select((latin, i) => new object?[] { male[i], female[i % female.Count], latin, 1L }));
        });
    }
}
