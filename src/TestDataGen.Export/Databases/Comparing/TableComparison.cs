using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>Compares a table of a schema with the one that a database has.</summary>
/// <param name="dialect">The database's SQL.</param>
/// <param name="database">The database.</param>
/// <param name="table">The table of the schema.</param>
/// <param name="found">The table of the database.</param>
/// <param name="there">All tables of the schema that the database has.</param>
internal sealed class TableComparison(SqlDialect dialect, DatabaseDescription database, Table table, DescribedTable found, IReadOnlyDictionary<Table, DescribedTable> there)
{
    private readonly StringComparer _names = dialect.Provider.ColumnNames;

    public IEnumerable<SchemaDifference> Run()
    {
        Dictionary<Field, DescribedColumn> columns = [];
        foreach (Field field in table.Fields)
        {
            if (found.Columns.Find(c => _names.Equals(c.Name, field.Name)) is { } column)
                columns[field] = column;
        }

        var checks = new CheckComparison(dialect, database, table, found, columns);
        return [.. Columns(columns, checks), .. Keys(), .. ForeignKeys(), .. checks.Run()];
    }

    private IEnumerable<SchemaDifference> Columns(Dictionary<Field, DescribedColumn> columns, CheckComparison checks)
    {
        foreach (Field field in table.Fields)
        {
            if (!columns.TryGetValue(field, out DescribedColumn? column))
            {
                yield return Differ(field.Name, DifferenceKind.Column, Declared(field), null);
                continue;
            }

            FieldType type = dialect.Reader.TypeOf(column.Type, database);
            if (!IsSame(field, type, column.Type))
                yield return Differ(field.Name, DifferenceKind.Type, Declared(field), column.Type);
            bool isExpected = field.IsNullable && !checks.SaysNotNull(field);
            bool isNullable = column.IsNullable && type.Domain?.IsNotNull != true && !checks.SaysNotNull(column);
            if (isExpected != isNullable)
                yield return Differ(field.Name, DifferenceKind.Null, Words(isExpected), Words(isNullable));
        }

        // What the server computes no schema says.
        foreach (DescribedColumn column in found.Columns.Where(c => c.Computed is null && !columns.ContainsValue(c)))
            yield return Differ(column.Name, DifferenceKind.Column, null, $"{column.Type}{(column.IsNullable ? "" : ", not null")}");

        static string Words(bool isNullable) => isNullable ? "nullable" : "not null";
    }

    // Servers have several names for a type: those are the same that are the same to the language, or that are the very type of the field.
    private bool IsSame(Field field, FieldType type, string serverType) =>
        (field.Type.IsText && CheckComparison.ValuesOf(type, serverType, dialect.Reader.Syntax) is not null)
        || type.Type == (field.Type with { Enum = null }).ToString()
        || type.Type == dialect.Reader.TypeOf(Declared(field), database).Type;

    // Collations and character sets are no part of it.
    private string Declared(Field field) => dialect.TypeOf(field).Split([" CHARACTER SET ", " COLLATE "], StringSplitOptions.None)[0];

    private IEnumerable<SchemaDifference> Keys()
    {
        List<DescribedKey> others = [.. found.Keys];
        var missing = new List<UniqueKey>();
        foreach (UniqueKey key in table.Keys)
        {
            // A primary key is a unique one, too.
            DescribedKey[] same = [.. others.Where(k => IsSame(k.Columns, key.Fields) && (k.IsPrimary || !key.IsPrimary))];
            if (same.Length == 0)
                missing.Add(key);
            // An index of the same columns besides says nothing new.
            others.RemoveAll(k => same.Length > 0 && IsSame(k.Columns, key.Fields));
        }

        // The language has no words for conditions and expressions in keys.
        others.RemoveAll(k => k.Expressions.Count > 0 || (k.Filter is not null && !IsOnlyOfNulls(k)));
        DescribedKey? primary = others.Find(k => k.IsPrimary);
        foreach (UniqueKey key in missing)
        {
            string? actual = key.IsPrimary && primary is not null ? Words(true, primary.Columns) : null;
            yield return Differ(null, key.IsPrimary ? DifferenceKind.PrimaryKey : DifferenceKind.Unique, Words(key.IsPrimary, key.Fields.Select(f => f.Name)), actual);
            if (actual is not null)
                others.Remove(primary!);
        }

        foreach (DescribedKey key in others)
            yield return Differ(null, key.IsPrimary ? DifferenceKind.PrimaryKey : DifferenceKind.Unique, null, Words(key.IsPrimary, key.Columns));

        static string Words(bool isPrimary, IEnumerable<string> columns) => $"{(isPrimary ? "primary key" : "unique key")} ({string.Join(", ", columns)})";
    }

    private bool IsSame(IReadOnlyList<string> columns, IReadOnlyList<Field> fields) => columns.Count == fields.Count && fields.All(f => columns.Contains(f.Name, _names));

    // SQL Server's way to let several rows have null.
    private bool IsOnlyOfNulls(DescribedKey key) => SqlExpressionParser.TryParse(key.Filter!, dialect.Reader.Syntax) is { } filter && IsOfNulls(filter);

    private static bool IsOfNulls(SqlExpression filter) => filter switch
    {
        SqlExpression.Binary { Operator: "and" } both => IsOfNulls(both.Left) && IsOfNulls(both.Right),
        SqlExpression.IsNull { IsNot: true, Operand: SqlExpression.Name } => true,
        _ => false,
    };

    private IEnumerable<SchemaDifference> ForeignKeys()
    {
        List<DescribedForeignKey> others = [.. found.ForeignKeys];
        foreach (Reference reference in table.References.Where(dialect.CanReferTo))
        {
            if (others.RemoveAll(k => IsSame(k, reference)) == 0)
                yield return Differ(null, DifferenceKind.ForeignKey, Words(reference.Fields.Select(f => f.Name), reference.Parent.Name, reference.Targets.Select(f => f.Name)), null);
        }

        foreach (DescribedForeignKey key in others)
            yield return Differ(null, DifferenceKind.ForeignKey, null, Words(key.Columns, key.ParentSchema is null ? key.Parent : $"{key.ParentSchema}.{key.Parent}", TargetsOf(key)));

        static string Words(IEnumerable<string> columns, string parent, IEnumerable<string> targets) => $"foreign key ({string.Join(", ", columns)}) to {parent} ({string.Join(", ", targets)})";
    }

    private bool IsSame(DescribedForeignKey key, Reference reference)
    {
        if (key.Columns.Count != reference.Fields.Count || !there.TryGetValue(reference.Parent, out DescribedTable? parent) || database.Find(key.ParentSchema, key.Parent) != parent)
            return false;
        IReadOnlyList<string> targets = TargetsOf(key);
        return targets.Count == key.Columns.Count
            && reference.Fields.Zip(reference.Targets).All(pair => key.Columns.Zip(targets).Any(other => _names.Equals(other.First, pair.First.Name) && _names.Equals(other.Second, pair.Second.Name)));
    }

    private IReadOnlyList<string> TargetsOf(DescribedForeignKey key) =>
        key.ParentColumns.Count > 0 ? key.ParentColumns : database.Find(key.ParentSchema, key.Parent)?.Keys.Find(k => k.IsPrimary)?.Columns ?? [];

    private SchemaDifference Differ(string? column, DifferenceKind kind, string? expected, string? actual) => new(table.Name, column, kind, expected, actual);
}
