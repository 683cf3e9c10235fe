namespace TestDataGen.Language;

/// <summary>A bound field: one column.</summary>
public sealed class Field
{
    internal Field(Table table, int index, string name, DataType type, TextSpan span) =>
        (Table, Index, Name, Type, Span) = (table, index, name, type, span);

    /// <summary>The table it belongs to.</summary>
    public Table Table { get; }

    /// <summary>Its place among the table's fields, from 0.</summary>
    public int Index { get; internal set; }

    /// <summary>The field's name, any characters.</summary>
    public string Name { get; }

    /// <summary>Its type.</summary>
    public DataType Type { get; }

    /// <summary>Where the name stands in the text.</summary>
    public TextSpan Span { get; }

    /// <summary>The primary key all by itself.</summary>
    public bool IsPrimaryKey { get; internal set; }

    /// <summary>A unique or primary key all by itself: no two rows have the same value (nulls aside).</summary>
    public bool IsUnique { get; internal set; }

    /// <summary>Declared <c>nullable</c>.</summary>
    public bool IsNullable { get; internal set; }

    /// <summary>
    /// The share of rows that are null whatever the source gives, 0 to 1. <c>nullable</c> without a percentage is 0.1 for a
    /// source that is never null, and 0 for an expression, which says itself when it is null.
    /// </summary>
    public double NullFraction { get; internal set; }

    /// <summary>The value behind <c>default(…)</c>, for the DDL: a literal of the field's type; null: none.</summary>
    public Literal? Default { get; internal set; }

    /// <summary>Least value (<c>min</c>, or the lower end of a constant <c>between</c>); null: none. In the field's type.</summary>
    public Literal? Min { get; internal set; }

    /// <summary>Greatest value, likewise.</summary>
    public Literal? Max { get; internal set; }

    /// <summary>Declared <c>clamp</c>: a drawn value out of bounds is moved to the bound, instead of the distribution being cut there.</summary>
    public bool IsClamped { get; internal set; }

    /// <summary>Least length of a text from <c>length(a, b)</c>; 0: none.</summary>
    public int MinLength { get; internal set; }

    /// <summary>Greatest length of a text: the smaller of <c>length</c>'s and the type's; <see cref="int.MaxValue"/>: none.</summary>
    public int MaxLength { get; internal set; } = int.MaxValue;

    /// <summary>The foreign key that gives the field its values; null: none.</summary>
    public Reference? Reference { get; internal set; }

    /// <summary>The field of the parent whose values this one takes; null: none.</summary>
    public Field? Target => Reference?.Targets[Reference.Fields.TakeWhile(f => f != this).Count()];

    /// <summary>The fields that run along the children of a parent with this one among them; null: it does not.</summary>
    public RunningFields? Running { get; internal set; }

    /// <summary>Where its values come from.</summary>
    public ValueSource Source { get; internal set; } = new DefaultSource();

    /// <summary>Whether rows that the table gives by <c>rows</c> have values of it.</summary>
    public bool IsGiven => Table.Rows.Count > 0 && Index < Table.Rows[0].Count;

    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? Table.Name : $"{Table.Name}.{Name}";
}
