using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What a run knows of the rows that a database holds: how many, which keys they have, and the tables that are read as parents.</summary>
/// <param name="builder">The run.</param>
/// <param name="options">What it asks for.</param>
internal sealed class ExistingTables(PlanBuilder builder, PlanOptions options)
{
    // What rows there are nobody can tell without a database; so many, when a schema is only looked at.
    private const long RowsAssumed = 1000;

    private readonly Dictionary<Table, TablePlan> _parents = [];
    private readonly Dictionary<Table, long> _counts = [];

    /// <summary>Whether the run has a database whose rows its own join.</summary>
    public bool IsThere => options.Existing is not null;

    private IExistingRows Rows => options.Existing!;

    /// <summary>How many rows a table has there.</summary>
    public long Count(Table table)
    {
        if (!IsThere)
            return 0;
        if (!_counts.TryGetValue(table, out long count))
            _counts.Add(table, count = Rows.Count(table));
        return count;
    }

    /// <summary>Whether the run writes rows of a table at all, as far as its parameters say.</summary>
    public bool IsWanted(Table table) => options.Tables.Count == 0 || options.Tables.Contains(table.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the parents of a reference are rows of the database: where it says so, or where the run makes none.</summary>
    public bool HoldsParentsOf(Reference reference) => reference.IsFromDatabase || (IsThere && !reference.IsBinding && reference.Parent.Schema == builder.Schema && !MakesRows(reference.Parent));

    private bool MakesRows(Table table) => IsWanted(table) && builder.Counted(builder.PlanOf(table)).NewRows > 0;

    /// <summary>Whether rows of a table that the database holds are parents of others than its own.</summary>
    public bool HoldsParents(Table parent, Table of) =>
        builder.Schema.Tables.SelectMany(t => t.References).Any(r => r.Parent == parent && (parent != of || r.Table == of) && HoldsParentsOf(r));

    /// <summary>The table of a reference's parents, read from the database.</summary>
    public TablePlan ParentsOf(Reference reference)
    {
        if (!_parents.TryGetValue(reference.Parent, out TablePlan? plan))
            _parents.Add(reference.Parent, plan = ReadParents(reference.Parent));
        return plan;
    }

    /// <summary>How far the numbers of a table's new rows lie behind those of its rows there: no sequence comes upon a number that is there.</summary>
    /// <param name="plan">The table.</param>
    /// <param name="givenRows">How many of the rows there are rows that the table gives itself.</param>
    public long StartOf(TablePlan plan, long givenRows)
    {
        Table table = plan.Table;
        Int128 start = Count(table) - givenRows;
        if (Count(table) == 0)
            return 0;
        foreach (Field field in table.Fields)
        {
            if (SourceBuilder.SequenceOf(field) is not var (first, step) || step == 0 || Rows.FindExtreme(field, step > 0) is not { } extreme)
                continue;
            Column column = Column.Create(field.Type, 1);
            Set(column, 0, extreme, field);
            var greatest = (Int128)Convert.ToDecimal(CellValue.Get(column, 0), CultureInfo.InvariantCulture);
            if ((greatest - first) * Math.Sign(step) >= 0)
                start = Int128.Max(start, ((greatest - first) / step) + 1 - table.Rows.Count);
        }

        if (start <= long.MaxValue - PlanLimits.MaxRows)
            return (long)start;
        builder.Report(PlanDiagnostic.NoNumbersLeft(table));
        return 0;
    }

    /// <summary>How many rows there refer to each of the parents of a reference that are there; null where nothing in the table asks for their number.</summary>
    public int[]? CountChildren(Reference reference)
    {
        Table table = reference.Table;
        bool isAsked = table.Fields.SelectMany(f => f.Source.Expressions).SelectMany(ExpressionTree.WithParts).Any(e => e is VariableAccess { Variable: Variable.ChildIndex or Variable.Moment });
        if (!isAsked || !HoldsParentsOf(reference))
            return null;
        TablePlan parents = ParentsOf(reference);
        Column[] keys = [.. reference.Targets.Select(t => ((StoredColumn)parents.Sources[t.Index]).Values)];
        var places = new Dictionary<ulong, int>((int)parents.TotalRows);
        for (int i = 0; i < parents.TotalRows; i++)
        {
            if (KeyHash.Of(keys, i) is { } hash)
                places.TryAdd(hash, i);
        }

        int[] counts = new int[parents.TotalRows];
        foreach (ulong hash in HashesOf(table, reference.Fields))
        {
            if (places.TryGetValue(hash, out int place))
                counts[place]++;
        }

        return counts;
    }

    /// <summary>Which of the rows that a table gives are there, by its key.</summary>
    public IReadOnlyList<long> FindGiven(Table table)
    {
        if (table.Rows.Count == 0 || Count(table) == 0)
            return [];
        int given = table.Rows[0].Count;
        IReadOnlyList<Field> fields = table.Keys.Where(k => k.Fields.All(f => f.Index < given)).OrderByDescending(k => k.IsPrimary).FirstOrDefault()?.Fields ?? [.. table.Fields.Take(given)];
        ulong[] there = HashesOf(table, fields);
        Column[] columns = [.. fields.Select(f => GivenColumn.Of(f.Type, [.. table.Rows.Select(r => r[f.Index])]))];
        return [.. Enumerable.Range(0, table.Rows.Count).Where(i => KeyHash.Of(columns, i) is { } hash && Array.BinarySearch(there, hash) >= 0).Select(i => (long)i)];
    }

    /// <summary>The values of a key of all rows there, as <see cref="KeyHash"/> numbers them, in ascending order.</summary>
    public ulong[] HashesOf(Table table, IReadOnlyList<Field> fields)
    {
        var hashes = new List<ulong>((int)Math.Min(Count(table), int.MaxValue / 2));
        Column[] columns = [.. fields.Select(f => Column.Create(f.Type, 1))];
        foreach (object?[] row in Rows.Read(table, fields, inOrder: false))
        {
            builder.CancellationToken.ThrowIfCancellationRequested();
            bool fits = true;
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].Clear();
                // One that is longer or greater than the field's can't be a new row's.
                fits &= TrySet(columns[i], 0, row[i], fields[i]);
            }

            if (fits && KeyHash.Of(columns, 0) is { } hash)
                hashes.Add(hash);
        }

        hashes.Sort();
        return [.. hashes];
    }

    private TablePlan ReadParents(Table table)
    {
        var plan = new TablePlan(table) { IsExisting = true, TotalRows = RowsAssumed };
        if (!IsThere)
        {
            foreach (Field field in table.Fields)
                plan.Sources[field.Index] = new AbsentColumn(field);
            return plan;
        }

        IReadOnlyList<Field> fields = FieldsRead(table);
        int count = (int)Math.Min(Count(table), Array.MaxLength);
        Column[] columns = [.. fields.Select(f => Column.Create(f.Type, count))];
        int row = 0;
        foreach (object?[] values in Rows.Read(table, fields, inOrder: true))
        {
            builder.CancellationToken.ThrowIfCancellationRequested();
            // Others may add rows meanwhile.
            if (row == count)
                break;
            for (int i = 0; i < columns.Length; i++)
            {
                Set(columns[i], row, values[i], fields[i]);
                if (values[i] is null && !fields[i].IsNullable)
                    throw new GenerationException($"{fields[i]} is null in a row of the database, and the schema says that it never is: write `nullable`, or correct the row.");
            }

            row++;
        }

        for (int i = 0; i < columns.Length; i++)
            plan.Sources[fields[i].Index] = new StoredColumn(columns[i]);
        plan.TotalRows = row;
        return plan;
    }

    // The fields that references lead to, and those that the rows that refer read of their parents; a generator may read any.
    private List<Field> FieldsRead(Table parent)
    {
        Table[] tables = [.. builder.Schema.Tables];
        Reference[] references = [.. tables.SelectMany(t => t.References).Where(r => r.Parent == parent)];
        IEnumerable<Expression> ofChildren = tables.SelectMany(t => t.Fields.SelectMany(f => f.Source.Expressions).Concat(t.Checks.Select(c => c.Condition)))
            .Concat(tables.SelectMany(t => t.References).SelectMany(r => new[] { r.Condition, r.Lookup?.Value }).OfType<Expression>());
        IEnumerable<Expression> ofParents = references.Select(r => r.Weight).OfType<Expression>()
            .Concat(builder.Profile.Counts.Values.OfType<PerParentCount>().Where(c => c.Reference.Parent == parent).Select(c => c.Draw).OfType<ComputedCount>().Select(c => c.Expression));
        HashSet<Field> read =
        [
            .. references.SelectMany(r => r.Targets),
            .. ofChildren.SelectMany(ExpressionTree.Accesses).Where(a => a.Path.Count > 0).Select(a => a.Field),
            .. ofParents.SelectMany(ExpressionTree.Accesses).Select(a => a.Field),
        ];
        bool isAny = tables.Any(t => t.Fields.Any(f => f.Source is GeneratorSource));
        return [.. parent.Fields.Where(f => isAny || read.Contains(f))];
    }

    private static void Set(Column column, int row, object? value, Field field)
    {
        if (!TrySet(column, row, value, field))
            throw Unfit(field, $"\"{CellValue.ToText(value!)}\" is no {field.Type}.");
    }

    private static bool TrySet(Column column, int row, object? value, Field field)
    {
        try
        {
            CellValue.Set(column, row, value);
            return true;
        }
        catch (FormatException e)
        {
            return e.InnerException is OverflowException ? false : throw Unfit(field, e.Message);
        }
    }

    private static GenerationException Unfit(Field field, string why) => new($"{field} of the database does not fit the schema: {why} Give the field the type of the column.");
}
