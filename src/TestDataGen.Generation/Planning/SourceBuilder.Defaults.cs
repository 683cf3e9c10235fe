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
            case TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt when field.IsUnique && field.Min is null && field.Max is null:
                return Sequence(field, 1, 1);
            case TypeKind.Uuid:
                return new UuidColumn(key, field.IsUnique ? new Permutation(1UL << 60, key) : null);
            case TypeKind.Binary:
                return Binary(field, key);
            case TypeKind.Boolean:
                if (field.IsUnique)
                    CheckDomain(field, 2, "a boolean has this many values");
                return field.IsUnique ? new PermutedColumn(new Permutation(2, key), 0, 1, "true and false") : new UniformColumn(0, 1, 1, key, "true or false");
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
        if (!field.IsUnique)
            return new BinaryColumn(length, key, null);
        // A bijection of up to 56 bits in the first 7 bytes.
        ulong size = 1UL << (8 * Math.Min(7, length));
        CheckDomain(field, size, $"{length} bytes have this many values");
        return new BinaryColumn(length, key, new Permutation(size, key));
    }

    private (TextDomain Domain, string Description) DefaultText(Field field)
    {
        if (field.Type.Kind == TypeKind.Json)
            return (FormatCatalog.Create("json_object", builder.Locale, []), "a small JSON object");
        if (ColumnNames.FormatFor(field.Name) is { } format)
        {
            TextDomain byName = FormatCatalog.Create(format, builder.Locale, []);
            if (!field.IsUnique || (byName.IsInjective && byName.Count >= (UInt128)plan.TotalRows))
                return (byName, $"format({format}) by name");
        }

        // Unique texts without a name that says more are codes of letters and digits, as long as the rows want them.
        if (field.IsUnique)
        {
            int length = 4;
            while (length < field.MaxLength && Math.Pow(26, length) < 1000.0 * plan.TotalRows)
                length++;
            length = Math.Min(length, field.MaxLength);
            string pattern = new string('?', (length + 1) / 2) + new string('#', length / 2);
            return (PatternDomain.Parse(pattern), $"pattern({pattern}) by type");
        }

        string words = field.MaxLength < 12 ? "lorem_word" : field.MaxLength < 200 ? "lorem_words" : "lorem_sentence";
        return (FormatCatalog.Create(words, builder.Locale, []), $"format({words}) by type");
    }

    private ColumnSource DefaultNumber(Field field)
    {
        DateTime now = builder.Now;
        DataType type = field.Type;
        ColumnRange? named = ColumnNames.RangeFor(field.Name, type, now);
        object low = field.Min?.Value ?? named?.Low ?? DefaultLow(type, now);
        object high = field.Max?.Value ?? named?.High ?? DefaultHigh(field, now);
        return Uniform(field, low, high);
    }

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
        TypeKind.Decimal => Math.Min(1000m, (decimal)Math.Pow(10, field.Type.Precision - field.Type.Scale) - 1),
        TypeKind.Float or TypeKind.Double => 1000.0,
        _ => 1000L,
    };
}
