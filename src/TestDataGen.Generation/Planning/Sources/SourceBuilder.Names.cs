using System.Globalization;
using TestDataGen.Language;
using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>What a field gets for its name.</summary>
internal sealed partial class SourceBuilder
{
    private static ColumnPattern? PatternOf(Field field) => ColumnNames.Find(field.Table.BareName, field.Name);

    /// <summary>The format of a text by its field's name; null where the name says none, or none that fits the field's length and has as many texts as a unique field needs.</summary>
    private (TextDomain Domain, string Format)? FormatByName(Field field)
    {
        foreach (string format in ColumnPattern.Split(PatternOf(field)?.Text ?? ""))
        {
            TextDomain domain = FormatCatalog.Create(format, builder.Locale, []);
            if (field.IsUnique ? HoldsUnique(field, domain) : FittingDomain.Share(domain, field.MinLength, field.MaxLength) >= 0.5)
                return (domain, format);
        }

        return null;
    }

    private bool HoldsUnique(Field field, TextDomain domain)
    {
        if (domain is PickDomain pick)
            domain = pick.Between(field.MinLength, field.MaxLength);
        return domain.IsInjective && domain.MaxChars <= field.MaxLength && domain.Count >= (UInt128)plan.TotalRows;
    }

    private (TextDomain Domain, string Description)? TextByName(Field field)
    {
        if (FormatByName(field) is { } byName)
            return (byName.Domain, $"format({byName.Format}) by name");
        if (field.IsUnique || PatternOf(field) is not { Text.Length: 0 } pattern)
            return null;
        // A number, a day or a yes that is kept as text.
        (TextDomain Domain, string Description)? found = pattern switch
        {
            { Number: { } range } => (Numbered(range.Low, range.High), string.Create(CultureInfo.InvariantCulture, $"numbers between {range.Low} and {range.High} by name")),
            { Years: { } years } => (Numbered(builder.Now.Year + years.From, builder.Now.Year + years.To), "years by name"),
            { Days: { } days } => (Dates(days.From, days.To), "days by name"),
            { True: { } share } => (YesOrNo(share, field.MaxLength < 3), "yes or no by name"),
            _ => null,
        };
        return found is { } texts && FittingDomain.Share(texts.Domain, field.MinLength, field.MaxLength) >= 0.5 ? found : null;
    }

    private static PickDomain Numbered(double low, double high)
    {
        const int most = 5_000;
        double step = Math.Max(1, Math.Ceiling((high - low) / most));
        return new PickDomain(Enumerable.Range(0, (int)((high - low) / step) + 1).Select(i => (low + (i * step)).ToString(CultureInfo.InvariantCulture)));
    }

    private PickDomain Dates(int from, int to) =>
        new(Enumerable.Range(from, to - from + 1).Select(day => builder.Now.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static ChoiceDomain YesOrNo(double share, bool isShort)
    {
        int percent = (int)Math.Round(100 * share);
        return new ChoiceDomain([(Of(isShort ? "Y" : "yes"), percent), (Of(isShort ? "N" : "no"), 100 - percent)]);
    }

    /// <summary>True, or 1, in a share of the rows.</summary>
    private ChoiceColumn Flag(Field field, double share, object yes, object no)
    {
        var choice = new ChoiceSource([new Literal(yes, field.Type, field.Span), new Literal(no, field.Type, field.Span)], [share, 1 - share]);
        return new ChoiceColumn(choice, field.Type, builder.Key(field, "value"), null, string.Create(CultureInfo.InvariantCulture, $"{(yes is true ? "true" : Show(yes))} in {100 * share:0} % by name"));
    }
}
