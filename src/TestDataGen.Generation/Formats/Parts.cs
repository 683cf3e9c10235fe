namespace TestDataGen.Generation;

/// <summary>Short names for the parts that formats are put together of.</summary>
internal static class Parts
{
    /// <summary>One of some texts.</summary>
    public static PickDomain Of(params string[] texts) => new(texts);

    /// <summary>Parts one behind the other.</summary>
    public static TemplateDomain Join(params TextDomain[] parts) => new(parts);

    /// <summary>Digits for #, letters for ?.</summary>
    public static PatternDomain Pattern(string pattern) => PatternDomain.Parse(pattern);

    /// <summary>So many hexadecimal digits, in parts that each fit 64 bits.</summary>
    public static TemplateDomain Hex(int digits) => new(Enumerable.Repeat(16, digits / 16).Append(digits % 16).Where(n => n > 0).Select(n => new HexDomain(n)));

    /// <summary>So many characters of an alphabet, in parts that each fit 64 bits.</summary>
    public static TemplateDomain Characters(string alphabet, int length) =>
        new(Enumerable.Range(0, (length + 9) / 10).Select(i => PatternDomain.Of(alphabet, Math.Min(10, length - (10 * i)))));

    /// <summary>The numbers from one to another, without zeros in front.</summary>
    public static PickDomain Numbers(int from, int to) =>
        new(Enumerable.Range(from, to - from + 1).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The numbers from one to another, in so many digits.</summary>
    public static PickDomain Numbers(int from, int to, int digits) =>
        new(Enumerable.Range(from, to - from + 1).Select(n => n.ToString($"D{digits}", System.Globalization.CultureInfo.InvariantCulture)));
}
