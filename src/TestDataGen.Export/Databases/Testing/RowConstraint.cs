using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>A constraint of a table as the question for the rows that break it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Words">The constraint in words.</param>
/// <param name="Fields">The fields that it reads.</param>
/// <param name="From">From where and on which condition the rows are read that break it; empty: SQL can't say it.</param>
internal sealed record RowConstraint(ConstraintKind Kind, string Words, IReadOnlyList<Field> Fields, string From)
{
    /// <summary>Why SQL can't say it; empty: it can.</summary>
    public string WhyNot { get; private init; } = "";

    /// <summary>The reference of a foreign key; null: it is none.</summary>
    public Reference? Reference { get; private init; }

    /// <summary>Whether <see cref="From"/> gives a row for all rows of the same values.</summary>
    public bool IsGrouped => Kind is ConstraintKind.PrimaryKey or ConstraintKind.Unique;

    /// <summary>Counts the rows that break it; of rows with the same key, all but one.</summary>
    public string Count => IsGrouped ? $"SELECT SUM(d.n - 1) FROM (SELECT COUNT(*) AS n {From}) d" : $"SELECT COUNT(*) {From}";

    /// <summary>Asks for the first rows that break it: by the table's primary key or, where there is none, by its own fields; of a key for its values.</summary>
    public string Examples(IReadOnlyList<Field> primaryKey, int rows, SqlDialect dialect) =>
        dialect.First(rows, $"SELECT {string.Join(", ", (IsGrouped || primaryKey.Count == 0 ? Fields : primaryKey).Select(f => dialect.Quote(f.Name)))} {From}");

    /// <summary>All constraints of a table, in the order in which a reader of its definition meets them.</summary>
    public static IEnumerable<RowConstraint> Of(Table table, SqlDialect dialect)
    {
        string from = $"FROM {dialect.NameOf(table)}";
        foreach (Field field in table.Fields.Where(f => !f.IsNullable))
            yield return new RowConstraint(ConstraintKind.NotNull, $"{field.Name} is not null", [field], $"{from} WHERE {dialect.Quote(field.Name)} IS NULL");
        foreach (UniqueKey key in table.Keys)
            yield return OfKey(key, from, dialect);
        foreach (Reference reference in table.References.Where(r => !r.IsBinding))
            yield return OfReference(reference, dialect);
        foreach (Field field in table.Fields.Where(f => f.Reference is null))
        {
            foreach (RowConstraint values in OfValues(field, from, dialect))
                yield return values;
        }

        foreach (Check check in table.Checks)
        {
            IReadOnlyList<Field> fields = [.. ExpressionTree.Accesses(check.Condition).Where(a => a.Path.Count == 0).Select(a => a.Field).Where(f => f.Table == table).Distinct()];
            var constraint = new RowConstraint(ConstraintKind.Check, $"check {check.Text}", fields, "");
            // What is null is met, as everywhere in SQL.
            yield return dialect.Expressions().TryWrite(check.Condition, out string condition, out string reason)
                ? constraint with { From = $"{from} WHERE NOT ({condition})" }
                : constraint with { WhyNot = $"{dialect.Provider.Title} can't be asked: {reason}." };
        }
    }

    private static RowConstraint OfKey(UniqueKey key, string from, SqlDialect dialect)
    {
        string[] names = [.. key.Fields.Select(f => dialect.Quote(f.Name))];
        return new RowConstraint(
            key.IsPrimary ? ConstraintKind.PrimaryKey : ConstraintKind.Unique,
            $"{(key.IsPrimary ? "primary key" : "unique")} ({Names(key.Fields)})",
            key.Fields,
            $"{from} WHERE {string.Join(" AND ", names.Select(n => $"{n} IS NOT NULL"))} GROUP BY {string.Join(", ", names)} HAVING COUNT(*) > 1");
    }

    private static RowConstraint OfReference(Reference reference, SqlDialect dialect)
    {
        var key = new ExistingForeignKey(
            "", dialect.NameOf(reference.Table), [.. reference.Fields.Select(f => dialect.Quote(f.Name))], dialect.NameOf(reference.Parent), [.. reference.Targets.Select(f => dialect.Quote(f.Name))]);
        return new RowConstraint(ConstraintKind.ForeignKey, $"({Names(reference.Fields)}) references {reference.Parent.Name} ({Names(reference.Targets)})", reference.Fields, key.FromOrphans)
        {
            Reference = reference,
        };
    }

    private static IEnumerable<RowConstraint> OfValues(Field field, string from, SqlDialect dialect)
    {
        var checks = new SqlChecks(dialect);
        if (field.Type.IsText && field.Type.Enum is null)
        {
            if (checks.OfLength(field) is { } length)
                yield return Values($"{field.Name} has at most {field.MaxLength} characters", length);
            yield break;
        }

        string bounds = (field.Min, field.Max) switch
        {
            ({ } min, { } max) => $"{field.Name} is between {Plain(min)} and {Plain(max)}",
            ({ } min, null) => $"{field.Name} is at least {Plain(min)}",
            (null, { } max) => $"{field.Name} is at most {Plain(max)}",
            _ => "",
        };
        if (checks.OfField(field) is { } condition)
            yield return Values(field.Type.Enum is { } values ? $"{field.Name} is a value of {values.Name}" : bounds, condition);
        else if (bounds.Length > 0)
            yield return new RowConstraint(ConstraintKind.Values, bounds, [field], "") { WhyNot = "A float is rounded after it was bounded." };

        RowConstraint Values(string words, string condition) => new(ConstraintKind.Values, words, [field], $"{from} WHERE NOT ({condition})");
        string Plain(Literal literal) => dialect.Literal(new Literal(literal.Value, field.Type, default), field.Type).Trim('\'');
    }

    private static string Names(IEnumerable<Field> fields) => string.Join(", ", fields.Select(f => f.Name));
}
