namespace TestDataGen.Export;

/// <summary>Chooses how many rows each table has: a fixed number, or some for each row of the table that it belongs to.</summary>
internal sealed class CountChooser(IReadOnlyList<TableDraft> tables, long rows)
{
    private const int MostPerParent = 5;
    private const int MostDepth = 3;
    private const string ChildNumber = "child_index + 1";
    private readonly HashSet<TableDraft> _done = [];

    public void Choose()
    {
        while (_done.Count < tables.Count)
        {
            TableDraft next = tables.FirstOrDefault(t => !_done.Contains(t) && t.References.TrueForAll(r => r.IsSelf || r.IsNullable || _done.Contains(r.Parent)))
                ?? tables.First(t => !_done.Contains(t));
            Choose(next);
            _done.Add(next);
        }
    }

    /// <summary>Gives a table a fixed number of rows, as its keys allow it.</summary>
    public static void Fix(TableDraft table, long rows)
    {
        if (table.Per is not null)
        {
            foreach (FieldDraft number in table.Fields.Where(f => f.Expression == ChildNumber))
                number.Expression = null;
        }

        table.Per = null;
        table.Count = rows;
        table.LeastRows = rows;
        table.Depth = 0;
    }

    private void Choose(TableDraft table)
    {
        decimal capacity = table.Keys.Select(k => CapacityOf(k.Fields, null)).DefaultIfEmpty(decimal.MaxValue).Min();
        ReferenceDraft[] parents = table.IsFixed ? [] : [.. table.References.Where(r => !r.IsSelf && !r.IsNullable && _done.Contains(r.Parent) && r.Fields.All(f => f.Reference == r))];
        if (parents.FirstOrDefault(r => r.IsUnique) is { } one)
        {
            // One to one.
            Per(table, one, 1);
            return;
        }

        ReferenceDraft? parent = table.Keys.OrderByDescending(k => k.IsPrimary)
            .SelectMany(k => parents.Where(r => r.Fields.All(k.Fields.Contains)).OrderBy(r => k.Fields.TakeWhile(f => f != r.Fields[0]).Count())).FirstOrDefault();
        // Of several that it refers to, none is known to be the one that it belongs to.
        parent ??= parents is [var only] && table.References.All(r => r == only || r.IsSelf) ? only : null;
        if (parent is not null && parent.Parent.Depth < MostDepth)
        {
            long most = MostPerParent;
            foreach (KeyDraft key in table.Keys.Where(k => parent.Fields.All(k.Fields.Contains)))
                most = (long)Math.Min(most, CapacityOf(key.Fields.Except(parent.Fields), parent));
            bool fits = table.Keys.All(k => parent.Fields.All(k.Fields.Contains) || CapacityOf(k.Fields, null) >= most * Math.Max(100, parent.Parent.LeastRows * 4));
            if (most > 0 && fits)
            {
                Per(table, parent, most);
                if (table.Keys.Find(k => k.IsPrimary && parent.Fields.All(k.Fields.Contains))?.Fields.Except(parent.Fields).ToArray() is [{ Reference: null, Expression: null } number]
                    && TdgLiterals.IsWhole(number.TypeName) && number.Facts is { Choices: null, Min: null or "0" or "1" })
                    number.Expression = ChildNumber;
                return;
            }
        }

        Fix(table, (long)Math.Max(1, Math.Min(rows, capacity)));
    }

    private static void Per(TableDraft table, ReferenceDraft parent, long most)
    {
        table.Per = parent;
        table.Count = most;
        table.Depth = parent.Parent.Depth + 1;
        table.LeastRows = most == 1 ? Math.Max(1, parent.Parent.LeastRows / 3) : parent.Parent.LeastRows;
    }

    // How many different values some fields have together.
    private static decimal CapacityOf(IEnumerable<FieldDraft> fields, ReferenceDraft? without)
    {
        decimal all = 1;
        var seen = new HashSet<ReferenceDraft>();
        foreach (FieldDraft field in fields)
        {
            decimal some = field.Capacity;
            if (field.Reference is { } reference && reference != without)
                some = !seen.Add(reference) ? 1 : reference.IsSelf ? decimal.MaxValue : Math.Max(1, reference.Parent.LeastRows);
            if (some >= decimal.MaxValue / all)
                return decimal.MaxValue;
            all *= some;
        }

        return all;
    }
}
