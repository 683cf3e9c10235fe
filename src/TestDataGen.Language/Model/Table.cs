namespace TestDataGen.Language;

/// <summary>A bound table.</summary>
public sealed class Table
{
    internal Table(Schema schema, string name, TextSpan span) => (Schema, Name, Span) = (schema, name, span);

    /// <summary>The schema it belongs to.</summary>
    public Schema Schema { get; }

    /// <summary>The table's name, any characters.</summary>
    public string Name { get; }

    /// <summary>Where the name stands in the text.</summary>
    public TextSpan Span { get; }

    /// <summary>The fields in the order of the text.</summary>
    public IReadOnlyList<Field> Fields { get; internal set; } = [];

    /// <summary>The primary key's field, or null. (Keys over several fields come with a later version of the language.)</summary>
    public Field? PrimaryKey => Fields.FirstOrDefault(f => f.IsPrimaryKey);

    /// <summary>Finds a field by name, without regard to case; null where there is none.</summary>
    public Field? FindField(string name) =>
        Fields.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
