using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What a field gets whose text names no source: by its name first, then by its type.</summary>
internal sealed partial class SourceBuilder
{
    private ColumnSource Default(Field field)
    {
        DataType type = field.Type;
        ulong key = builder.Key(field, "value");
        switch (type.Kind)
        {
            case TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt when CountsFromOne(field):
                return Sequence(field, 1, 1);
            case TypeKind.Uuid:
                return new UuidColumn(key, IsCounted(field) ? IndexOf(field, 1UL << 60) : null);
            case TypeKind.Binary:
                return Binary(field, key);
            case TypeKind.Boolean:
                if (field.IsUnique)
                    CheckDomain(field, 2, "a boolean has this many values");
                if (!IsCounted(field) && PatternOf(field)?.True is { } share)
                    return Flag(field, share, true, false);
                return IsCounted(field) ? new StepColumn(IndexOf(field, 2), 0, 1, "true and false") : new UniformColumn(0, 1, 1, key, "true or false");
            case TypeKind.String or TypeKind.Text or TypeKind.Json:
                (TextDomain domain, string description) = DefaultText(field);
                return Text(field, domain, description);
            default:
                return DefaultNumber(field);
        }
    }

    private BinaryColumn Binary(Field field, ulong key)
    {
        int length = field.Type.Length > 0 ? Math.Min(field.Type.Length, 1 << 20) : 16;
        if (!IsCounted(field))
            return new BinaryColumn(length, key, null);
        // As many as 56 bits have, in the first 7 bytes.
        ulong size = 1UL << (8 * Math.Min(7, length));
        if (field.IsUnique)
            CheckDomain(field, size, $"{length} bytes have this many values");
        return new BinaryColumn(length, key, IndexOf(field, size));
    }

    private (TextDomain Domain, string Description) DefaultText(Field field)
    {
        if (field.Type.Kind == TypeKind.Json)
            return (FormatCatalog.Create("json_object", builder.Locale, []), "a small JSON object");
        if (TextByName(field) is { } byName)
            return byName;

        // Unique texts without a name that says more are codes of letters and digits, as long as the rows want them.
        if (IsCounted(field))
        {
            int length = 4;
            while (length < field.MaxLength && Math.Pow(26, length) < 1000.0 * plan.TotalRows)
                length++;
            length = Math.Min(length, field.MaxLength);
            string pattern = new string('?', (length + 1) / 2) + new string('#', length / 2);
            return (PatternDomain.Parse(pattern), $"pattern({pattern}) by type");
        }

        // The first that nearly always fits, or else the one that fits best.
        string[] words = field.MaxLength < 12 ? ["lorem_word", "lorem_words"] : field.MaxLength < 200 ? ["lorem_words", "lorem_sentence", "lorem_paragraph", "lorem_word"] : ["lorem_sentence", "lorem_paragraph", "lorem_words"];
        (string Name, TextDomain Domain) chosen = words
            .Select(name => (Name: name, Domain: FormatCatalog.Create(name, builder.Locale, [])))
            .MaxBy(w => Math.Min(0.5, FittingDomain.Share(w.Domain, field.MinLength, field.MaxLength)));
        return (chosen.Domain, $"format({chosen.Name}) by type");
    }

    private ColumnSource DefaultNumber(Field field)
    {
        if (DefaultRange(field, builder.Now, IsCounted(field)) is { } range)
            return Uniform(field, range.Low, range.High);
        return Flag(field, PatternOf(field)!.True!.Value, 1L, 0L);
    }

    /// <summary>Whether a field that names no source counts its rows from 1.</summary>
    internal static bool CountsFromOne(Field field) =>
        field is { Source: DefaultSource, IsUnique: true, Type.IsInteger: true, Min: null, Max: null } && field.Table.DataSet is null;

    /// <summary>From which values a number, day or time is drawn that names no source; null where it is not drawn from a range.</summary>
    internal static ColumnRange? DefaultRange(Field field, DateTime now, bool isCounted)
    {
        DataType type = field.Type;
        if (!(type.IsNumeric || type.HasDate || type.Kind == TypeKind.Time) || field.Table.DataSet is not null || CountsFromOne(field))
            return null;
        // A unique field needs as many values as there are rows, which the range of a name may not have.
        ColumnPattern? pattern = isCounted ? null : PatternOf(field);
        ColumnRange? named = pattern is null ? null : ColumnRange.Of(pattern, type, now);
        if (named is null && type.IsInteger && pattern?.True is not null && field.Min is null && field.Max is null)
            return null;
        // The field's own bounds go before what its name says.
        if (named is not null && ((field.Min is { } min && IsOver(min.Value!, named.High)) || (field.Max is { } max && IsOver(named.Low, max.Value!))))
            named = null;
        object low = field.Min?.Value ?? named?.Low ?? DefaultLow(type, now);
        object high = field.Max?.Value ?? named?.High ?? DefaultHigh(field, now);
        if (IsOver(low, high) && field.Max is null)
            high = Beyond(low, 1);
        else if (IsOver(low, high) && field.Min is null)
            low = Beyond(high, -1);
        return new ColumnRange(low, high);
    }

    private static bool IsOver(object left, object right) => Comparer<object>.Default.Compare(left, right) > 0;

    // Where the usual range lies on the other side of the field's one bound: as far again, at least a thousand, or two years.
    private static object Beyond(object bound, int sign) => bound switch
    {
        long number => (long)Math.Clamp(number + (sign * (decimal)Math.Max(1000, Math.Abs((double)number))), long.MinValue, long.MaxValue),
        decimal number => number + (sign * Math.Max(1000, Math.Abs(number))),
        double number => number + (sign * Math.Max(1000, Math.Abs(number))),
        DateOnly day => day.AddYears(Math.Clamp(2 * sign, 1 - day.Year, 9999 - day.Year)),
        DateTime time => time.AddYears(Math.Clamp(2 * sign, 1 - time.Year, 9999 - time.Year)),
        _ => bound,
    };

    private static object DefaultLow(DataType type, DateTime now) => type.Kind switch
    {
        TypeKind.Date => DateOnly.FromDateTime(now).AddYears(-2),
        TypeKind.DateTime or TypeKind.Timestamp => now.AddYears(-2),
        TypeKind.Time => TimeOnly.MinValue,
        TypeKind.Decimal => 0m,
        TypeKind.Float or TypeKind.Double => 0.0,
        _ => 0L,
    };

    private static object DefaultHigh(Field field, DateTime now) => field.Type.Kind switch
    {
        TypeKind.Date => DateOnly.FromDateTime(now),
        TypeKind.DateTime or TypeKind.Timestamp => now,
        TypeKind.Time => new TimeOnly(23, 59, 59),
        TypeKind.Decimal => Math.Min(1000m, ColumnRange.Greatest(field.Type)),
        TypeKind.Float or TypeKind.Double => 1000.0,
        _ => 1000L,
    };
}
