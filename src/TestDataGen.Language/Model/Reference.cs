namespace TestDataGen.Language;

/// <summary>A foreign key or a binding: the way from each row of a table to a row of its parent.</summary>
public sealed class Reference
{
    internal Reference(Table table, IReadOnlyList<Field> fields, IReadOnlyList<Field> targets, Table parent, string? alias, TextSpan span) =>
        (Table, Fields, Targets, Parent, Alias, Span) = (table, fields, targets, parent, alias, span);

    /// <summary>The table whose rows refer.</summary>
    public Table Table { get; }

    /// <summary>Its place among the table's references, from 0.</summary>
    public int Index { get; internal set; }

    /// <summary>The fields that refer, as many as <see cref="Targets"/>.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The fields referred to, in the same order: a primary or unique key of the parent.</summary>
    public IReadOnlyList<Field> Targets { get; }

    /// <summary>The table referred to.</summary>
    public Table Parent { get; }

    /// <summary>The name behind <c>as</c>, by which expressions reach the parent's fields; null: none given.</summary>
    public string? Alias { get; }

    /// <summary>Where it stands in the text.</summary>
    public TextSpan Span { get; }

    /// <summary>
    /// How parents are drawn where the profile does not count rows <c>per</c> parent: null is uniform; otherwise a distribution
    /// over the parents' places 0 … n-1, the first the most popular (<c>zipf(1.2)</c>).
    /// </summary>
    public DistributionSource? Distribution { get; internal set; }

    /// <summary><c>where</c>: what must hold of a row and its parent, the parent's fields by this reference; null: nothing.</summary>
    public Expression? Condition { get; internal set; }

    /// <summary><c>weight(…)</c>: how likely a parent is, by an expression of the parent's row; null: all alike.</summary>
    public Expression? Weight { get; internal set; }

    /// <summary>Whether it says <c>from database</c>: its parents are the rows that a database holds before the run, not those that the run makes.</summary>
    public bool IsFromDatabase { get; internal init; }

    /// <summary>Whether it is no foreign key but a binding, such as <c>city: row of Cities</c>: a row to read from, without a field that refers to it.</summary>
    public bool IsBinding => Fields.Count == 0;

    /// <summary>The field for whose <c>lookup</c> a binding without a name stands; null: it has a name.</summary>
    public Field? For { get; internal set; }

    /// <summary>The field whose parts a binding stands for; null: it stands for no field's parts.</summary>
    public Field? Whole { get; internal set; }

    /// <summary>How a binding finds its row by a value; null: the row is drawn.</summary>
    public RowLookup? Lookup { get; internal set; }

    /// <summary>Whether a row may have no parent: one of the fields is nullable, or what is looked up may be missing.</summary>
    public bool IsNullable => Lookup is not null || Whole?.IsNullable == true || Fields.Any(f => f.IsNullable);

    /// <summary>The share of rows without a parent, 0 to 1.</summary>
    public double NullFraction => Whole?.NullFraction ?? Fields.Select(f => f.NullFraction).DefaultIfEmpty().Max();

    /// <summary>Whether no two rows may have the same parent.</summary>
    public bool IsUnique => Fields.Count > 0 && Table.HasKeyWithin(Fields);

    /// <summary>Whether the table refers to rows of its own in the same run: then a row's parent always stands before it.</summary>
    public bool IsSelf => Parent == Table && !IsFromDatabase;

    /// <summary>The place among the rows that the parent gives by <c>rows</c> of the one that a given row refers to; -1: none.</summary>
    public int FindGivenParent(IReadOnlyList<Literal> row) => RowsBinder.FindParent(this, row);

    /// <inheritdoc/>
    public override string ToString() => IsBinding ? $"{Table.Name}.{Alias ?? For?.Name}" : $"{Table.Name}({string.Join(", ", Fields.Select(f => f.Name))})";
}
