namespace TestDataGen.Language;

/// <summary>A bound table.</summary>
public sealed class Table
{
    internal Table(Schema schema, string name, TextSpan span, string? databaseSchema = null) =>
        (Schema, Name, BareName, Span, DatabaseSchema) = (schema, databaseSchema is null ? name : $"{databaseSchema}.{name}", name, span, databaseSchema);

    /// <summary>The schema it belongs to.</summary>
    public Schema Schema { get; }

    /// <summary>The table's name, any characters; <c>sales.orders</c> where it stands in a database schema.</summary>
    public string Name { get; }

    /// <summary>The database schema it stands in; null: none given.</summary>
    public string? DatabaseSchema { get; }

    /// <summary>Its name within the database schema.</summary>
    public string BareName { get; }

    /// <summary>Where the name stands in the text.</summary>
    public TextSpan Span { get; }

    /// <summary>The fields in the order of the text.</summary>
    public IReadOnlyList<Field> Fields { get; internal set; } = [];

    /// <summary>Its primary and unique keys: those of one field in the order of the fields, then those that the table declares.</summary>
    public IReadOnlyList<UniqueKey> Keys { get; internal set; } = [];

    /// <summary>The primary key; null: none.</summary>
    public UniqueKey? PrimaryKey => Keys.FirstOrDefault(k => k.IsPrimary);

    /// <summary>
    /// The ways from its rows to others: rows of data sets and the like, which are no columns (<see cref="Reference.IsBinding"/>), then its foreign keys: those of
    /// one field in the order of the fields, then those that the table declares.
    /// </summary>
    public IReadOnlyList<Reference> References { get; internal set; } = [];

    /// <summary>Its checks, in the order of the text.</summary>
    public IReadOnlyList<Check> Checks { get; internal set; } = [];

    /// <summary>The rows of a table that no schema lists, since it is a data set; null for all others.</summary>
    public DataSet? DataSet { get; internal init; }

    /// <summary>Of a table that no schema lists, since its rows are the parts of a field, the table of that field; null for all others.</summary>
    public Table? Owner { get; internal init; }

    /// <summary>How many rows of parts go with a row of <see cref="Owner"/>, at the most.</summary>
    public int RowsOfOwner { get; internal init; }

    /// <summary>The field by whose numbers a data set's rows are drawn; null: every row is as likely as another.</summary>
    public Field? Weight { get; internal set; }

    /// <summary>The rows that <c>rows</c> gives, each with a constant for each of the first fields; generated rows follow them.</summary>
    public IReadOnlyList<IReadOnlyList<Literal>> Rows { get; internal set; } = [];

    /// <summary>Whether a key lies within these fields, so that no two rows have the same values in all of them.</summary>
    public bool HasKeyWithin(IReadOnlyList<Field> fields) => Keys.Any(k => k.Fields.All(fields.Contains));

    /// <summary>Finds a field by name, without regard to case; null where there is none.</summary>
    public Field? FindField(string name) =>
        Fields.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
