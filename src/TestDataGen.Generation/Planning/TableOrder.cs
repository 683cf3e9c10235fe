using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The order in which tables are filled and loaded.</summary>
internal static class TableOrder
{
    /// <summary>The tables that no schema lists but bindings lead to, parents first.</summary>
    public static IReadOnlyList<Table> BehindBindings(Schema schema)
    {
        var found = new List<Table>();
        var seen = new HashSet<Table>();
        void Visit(Table table)
        {
            foreach (Table parent in table.References.Where(r => r.IsBinding).Select(r => r.Parent).Where(seen.Add))
            {
                Visit(parent);
                found.Add(parent);
            }
        }

        foreach (Table table in schema.Tables)
            Visit(table);
        return found;
    }

    /// <summary>
    /// Parents before their children. In a circle of tables, one that can do without its parents for now comes first: its references into the circle may be null. The
    /// binder has made sure that there is one. What only refers to a circle waits for it.
    /// </summary>
    public static IReadOnlyList<Table> ParentsFirst(Schema schema)
    {
        var ordered = new List<Table>();
        var placed = new HashSet<Table>();
        bool IsReady(Table table, bool withNullable) =>
            !placed.Contains(table) && table.References.All(r => r.IsBinding || r.IsSelf || r.IsFromDatabase || placed.Contains(r.Parent) || (r.IsNullable && !withNullable));
        IEnumerable<Table> Open(Table table) => table.References.Where(r => !r.IsBinding && !r.IsSelf && !r.IsFromDatabase && !placed.Contains(r.Parent)).Select(r => r.Parent);
        bool Leads(Table from, Table to, HashSet<Table> seen) => from == to || (seen.Add(from) && Open(from).Any(p => Leads(p, to, seen)));
        void Visit(Table table)
        {
            if (placed.Contains(table) || !IsReady(table, withNullable: true))
                return;
            placed.Add(table);
            ordered.Add(table);
        }

        while (ordered.Count < schema.Tables.Count)
        {
            int before = ordered.Count;
            foreach (Table table in schema.Tables)
                Visit(table);
            if (ordered.Count > before)
                continue;
            Table first = schema.Tables.FirstOrDefault(t => IsReady(t, withNullable: false) && Open(t).All(p => Leads(p, t, [])))
                ?? throw new InvalidOperationException($"The tables of {schema.Name} are in a circle.");
            placed.Add(first);
            ordered.Add(first);
        }

        return ordered;
    }
}
