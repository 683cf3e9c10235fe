namespace TestDataGen;

/// <summary>A format that a schema may use in <c>format(…)</c>.</summary>
public sealed class Format
{
    internal Format(Generation.Format format, string locale, string example)
    {
        Name = format.Name;
        Category = format.Category;
        Summary = format.Summary;
        Locale = locale;
        Example = example;
    }

    /// <summary>As in <c>format(name)</c>.</summary>
    public string Name { get; }

    /// <summary>What it belongs to: person, address, …</summary>
    public string Category { get; }

    /// <summary>What it gives.</summary>
    public string Summary { get; }

    /// <summary>The locale of the example.</summary>
    public string Locale { get; }

    /// <summary>One of its values.</summary>
    public string Example { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
