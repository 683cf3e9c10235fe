using System.Globalization;

namespace TestDataGen.Export;

/// <summary>What checks say of the values of one column.</summary>
internal sealed class FieldFacts
{
    private List<string>? _choices;

    public string? Min { get; private set; }

    public string? Max { get; private set; }

    public int MinLength { get; private set; }

    public int? MaxLength { get; private set; }

    public string? Regex { get; private set; }

    /// <summary>What finds itself in every text that the form allows; null: there is no form.</summary>
    public string? Form { get; private set; }

    public bool IsNotNull { get; set; }

    /// <summary>The function whose value texts are themselves: lower or upper; null: any text may be.</summary>
    public string? Case { get; set; }

    /// <summary>The only values that may be; null: any.</summary>
    public IReadOnlyList<string>? Choices => _choices;

    public void AtLeast(string value) => Min = Min is null || TdgLiterals.Compare(Min, value) < 0 ? value : Min;

    public void AtMost(string value) => Max = Max is null || TdgLiterals.Compare(Max, value) > 0 ? value : Max;

    public void OneOf(IReadOnlyList<string> values) => _choices = _choices is null ? [.. values.Distinct()] : [.. _choices.Intersect(values)];

    public void Length(int? least, int? most)
    {
        MinLength = Math.Max(MinLength, least ?? 0);
        MaxLength = most is { } m ? Math.Min(MaxLength ?? m, m) : MaxLength;
    }

    /// <summary>Takes what is said of the same values elsewhere.</summary>
    public void Take(FieldFacts other)
    {
        if (other.Min is { } min)
            AtLeast(min);
        if (other.Max is { } max)
            AtMost(max);
        if (other.Choices is { } choices)
            OneOf(choices);
        if (other.Regex is { } regex)
            TryMatch(regex, other.Form);
        Length(other.MinLength, other.MaxLength);
        IsNotNull |= other.IsNotNull;
    }

    /// <summary>The number of bytes that they leave, which becomes part of a type; null: any.</summary>
    public int? TakeBytes()
    {
        int? bytes = MaxLength ?? (MinLength > 0 ? MinLength : null);
        (MinLength, MaxLength) = (0, null);
        return bytes;
    }

    /// <summary>Takes a form that texts have; only one can be met by construction.</summary>
    /// <param name="regex">The form.</param>
    /// <param name="form">A regular expression that finds itself in every text that is allowed, where texts of <paramref name="regex"/> are but some of them.</param>
    public bool TryMatch(string regex, string? form = null)
    {
        if (Regex is not null && Regex != regex)
            return false;
        (Regex, Form) = (regex, form ?? regex);
        return true;
    }

    /// <summary>Leaves only one case where the form allows letters of both, so that no two texts are the same but for their case.</summary>
    public void FoldCase() => Regex = Regex?.Replace("A-Za-z", "A-Z", StringComparison.Ordinal).Replace("a-zA-Z", "A-Z", StringComparison.Ordinal);

    /// <summary>Forgets the form, since what a field has by its name meets it.</summary>
    public void Unmatch() => (Regex, Form) = (null, null);

    /// <summary>Whether they leave a value that is one of several kinds, so that its field needs no other source.</summary>
    public bool IsSource => Regex is not null || Choices is not null;

    /// <summary>The greatest length that a text gets of which only the least one is known.</summary>
    public static int MaxLengthBeside(int minLength) => Math.Max(100, 2 * minLength);

    /// <summary>They as modifiers of a field.</summary>
    /// <param name="longest">The most characters that the type has; null: any number.</param>
    public string Modifiers(int? longest)
    {
        var modifiers = new List<string>();
        if (Choices is { Count: > 0 } choices)
            return $"one_of({string.Join(", ", choices.Where(c => (Min is null || TdgLiterals.Compare(c, Min) >= 0) && (Max is null || TdgLiterals.Compare(c, Max) <= 0)))})";
        if (Regex is not null)
            modifiers.Add($"regex(/{Regex.Replace("/", @"\/", StringComparison.Ordinal)}/)");
        if (Min is not null && Max is not null)
            modifiers.Add($"between({Min}, {Max})");
        else if (Min is not null)
            modifiers.Add($"min({Min})");
        else if (Max is not null)
            modifiers.Add($"max({Max})");
        if (MinLength > 0 || MaxLength is not null)
            modifiers.Add(string.Create(CultureInfo.InvariantCulture, $"length({MinLength}, {Math.Max(MinLength, MaxLength ?? longest ?? MaxLengthBeside(MinLength))})"));
        return string.Join(' ', modifiers);
    }
}
