namespace TestDataGen.Language;

/// <summary>Finds circles and names their way. Walks with a stack of its own: a chain of fields may be as long as the file.</summary>
internal static class CircleFinder
{
    /// <summary>
    /// Reports references that lead back to their own table where none on the way may be null: then no row can be the first. A table's reference to itself is such
    /// a way too.
    /// </summary>
    /// <returns>The references that close a circle.</returns>
    public static IReadOnlyList<Reference> FindTableCircles(Schema schema, DiagnosticBag diagnostics)
    {
        var found = new List<Reference>();
        Dictionary<Table, Reference[]> steps = schema.Tables.ToDictionary(t => t, t => t.References.Where(r => r is { IsNullable: false, IsFromDatabase: false }).ToArray());
        foreach (List<Reference> circle in Find(schema.Tables, t => steps.GetValueOrDefault(t, []), r => r.Parent))
        {
            Reference last = circle[^1];
            found.Add(last);
            string fields = string.Join(" or ", circle.Select(r => $"`{r.Fields[0]}`").Distinct().Take(8));
            if (circle.Count == 1)
            {
                diagnostics.Report(
                    DiagnosticCatalog.TableCircle, last.Fields[0].Span, $"Every row of `{last.Parent.Name}` refers to another one before it, so that none can be the first.",
                    $"Make {fields} nullable.");
                continue;
            }

            string way = Draw([.. circle.Select(r => r.Table.Name), last.Parent.Name]);
            diagnostics.Report(
                DiagnosticCatalog.TableCircle, last.Fields[0].Span, $"These tables refer to each other in a circle: {way}. No row can be the first.", $"Make one of these nullable: {fields}.");
        }

        return found;
    }

    /// <summary>
    /// Reports fields whose values need each other, in a row or over its parents. Over a reference of a table to itself they may: the parent stands before its child.
    /// And over <c>previous</c> they may, as long as nothing but the fields of the row lies between: then they run along the children.
    /// </summary>
    public static void FindFieldCircles(SchemaScope schema, DiagnosticBag diagnostics)
    {
        FieldWork[] works = [.. schema.AllTables.SelectMany(t => t.Work)];
        Dictionary<Field, FieldAccess[]> steps = works.ToDictionary(w => w.Field, w => w.Reads.Where(a => !a.Path.Any(IsThereBefore)).ToArray());
        foreach (TableScope table in schema.Tables)
        {
            foreach (IReadOnlyList<FieldAccess> reads in table.CheckReads)
                AddCheck(table.Table, reads, steps);
        }

        List<List<FieldAccess>> circles = [.. Find(steps.Keys, f => steps.GetValueOrDefault(f, []), a => a.Field)];
        if (circles.Count == 0 && works.Any(w => w.PreviousReads.Count > 0))
        {
            // Fields that run together count as one.
            Dictionary<Field, FieldAccess[]> wide = works.GroupBy(w => Leader(w.Field)).ToDictionary(
                g => g.Key,
                g => g.SelectMany(w => steps[w.Field].Concat(w.PreviousReads)).Where(a => a.Path.Count > 0 || a.Field.Table != g.Key.Table || Leader(a.Field) != g.Key).ToArray());
            circles.AddRange(Find(wide.Keys, f => wide.GetValueOrDefault(f, []), a => Leader(a.Field)));
        }

        foreach (List<FieldAccess> circle in circles)
        {
            Table table = circle[^1].Field.Table;
            string Name(Field field) => field.Table == table && circle.TrueForAll(a => a.Field.Table == table) ? field.Name : field.ToString();
            string way = Draw([Name(circle[^1].Field), .. circle.Select(a => Name(a.Field))]);
            string message = circle.Count == 1 ? $"`{circle[0].Field.Name}` needs its own value." : $"These fields need each other in a circle: {way}.";
            diagnostics.Report(DiagnosticCatalog.Circle, circle[^1].Span, message);
        }
    }

    // The parent's values need none of the row: it stands before its child, or in a database.
    private static bool IsThereBefore(Reference reference) => reference.IsSelf || reference.IsFromDatabase;

    private static Field Leader(Field field) => field.Running?.Fields[0] ?? field;

    // A field on which a check depends may be drawn anew for it, and so depends on all that the check, by whatever field, reads of other rows.
    private static void AddCheck(Table table, IReadOnlyList<FieldAccess> reads, Dictionary<Field, FieldAccess[]> steps)
    {
        var own = new HashSet<Field>();
        var others = new List<FieldAccess>();
        var open = new Stack<FieldAccess>(reads);
        while (open.TryPop(out FieldAccess? read))
        {
            // An aggregate reads its children's field.
            if (read.Path.Count > 0 || read.Field.Table != table)
                others.Add(read);
            else if (own.Add(read.Field))
            {
                foreach (FieldAccess next in steps.GetValueOrDefault(read.Field, []))
                    open.Push(next);
            }
        }

        others.RemoveAll(a => a.Path.Any(IsThereBefore));
        foreach (Field field in own.Where(f => others.Count > 0 && steps.ContainsKey(f)))
            steps[field] = [.. steps[field], .. others];
    }

    private static string Draw(List<string> names) =>
        string.Join(" → ", names.Count <= 16 ? names : [.. names.Take(8), "…", .. names.TakeLast(4)]);

    // Depth first. A step to a node that is still open closes a circle; each closing step is told once.
    private static IEnumerable<List<TStep>> Find<TNode, TStep>(IEnumerable<TNode> nodes, Func<TNode, TStep[]> steps, Func<TStep, TNode> target)
        where TNode : notnull
    {
        var closed = new HashSet<TNode>();
        var open = new Dictionary<TNode, int>();
        var way = new List<(TNode Node, int Next, TStep? By)>();
        foreach (TNode start in nodes)
        {
            if (closed.Contains(start))
                continue;
            open[start] = 0;
            way.Add((start, 0, default));
            while (way.Count > 0)
            {
                (TNode node, int next, TStep? by) = way[^1];
                TStep[] all = steps(node);
                if (next == all.Length)
                {
                    way.RemoveAt(way.Count - 1);
                    open.Remove(node);
                    closed.Add(node);
                    continue;
                }

                way[^1] = (node, next + 1, by);
                TNode to = target(all[next]);
                if (open.TryGetValue(to, out int from))
                    yield return [.. way.Skip(from + 1).Select(w => w.By!), all[next]];
                else if (!closed.Contains(to))
                {
                    open[to] = way.Count;
                    way.Add((to, 0, all[next]));
                }
            }
        }
    }
}
