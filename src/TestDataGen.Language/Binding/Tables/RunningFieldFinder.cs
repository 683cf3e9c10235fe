namespace TestDataGen.Language;

/// <summary>Finds the fields that run together along the children of a parent: those that need each other within a row and, by <c>previous</c>, from child to child.</summary>
internal static class RunningFieldFinder
{
    /// <summary>Sets <see cref="Field.Running"/> of a table's fields.</summary>
    public static void Find(TableScope scope)
    {
        if (scope.Work.TrueForAll(w => w.PreviousReads.Count == 0))
            return;
        Dictionary<Field, FieldWork> works = scope.Work.ToDictionary(w => w.Field);
        Field[] Needs(Field field) => works.TryGetValue(field, out FieldWork? work) ? [.. OwnReads(work), .. work.PreviousReads.Select(a => a.Field)] : [];
        foreach (List<Field> component in Components(scope.Table.Fields, Needs))
        {
            // One field alone runs only when it needs itself; a circle within a row is said elsewhere.
            if (component.TrueForAll(f => !works.TryGetValue(f, out FieldWork? work) || !work.PreviousReads.Any(a => component.Contains(a.Field))))
                continue;
            component.Sort((a, b) => a.Index.CompareTo(b.Index));
            var members = component.ToHashSet();
            var running = new RunningFields(component, [.. component.SelectMany(f => OwnReads(works[f])).Where(f => !members.Contains(f)).Distinct()]);
            foreach (Field field in component)
                field.Running = running;
        }
    }

    private static IEnumerable<Field> OwnReads(FieldWork work) =>
        work.Reads.Where(a => a.Path.Count == 0 && a.Field.Table == work.Field.Table).Select(a => a.Field);

    // Tarjan's strongly connected components, with a stack of its own: a chain of fields may be as long as the file.
    private static List<List<Field>> Components(IReadOnlyList<Field> fields, Func<Field, Field[]> needs)
    {
        var found = new List<List<Field>>();
        var numbers = new Dictionary<Field, int>();
        var lowest = new Dictionary<Field, int>();
        var waiting = new Stack<Field>();
        var isWaiting = new HashSet<Field>();
        var way = new Stack<(Field Field, Field[] Needs, int Next)>();
        void Enter(Field field)
        {
            numbers[field] = lowest[field] = numbers.Count;
            waiting.Push(field);
            isWaiting.Add(field);
            way.Push((field, needs(field), 0));
        }

        foreach (Field start in fields)
        {
            if (!numbers.ContainsKey(start))
                Enter(start);
            while (way.TryPop(out (Field Field, Field[] Needs, int Next) at))
            {
                if (at.Next < at.Needs.Length)
                {
                    way.Push(at with { Next = at.Next + 1 });
                    Field next = at.Needs[at.Next];
                    if (!numbers.ContainsKey(next))
                        Enter(next);
                    else if (isWaiting.Contains(next))
                        lowest[at.Field] = Math.Min(lowest[at.Field], numbers[next]);
                    continue;
                }

                if (way.TryPeek(out (Field Field, Field[] Needs, int Next) above))
                    lowest[above.Field] = Math.Min(lowest[above.Field], lowest[at.Field]);
                if (lowest[at.Field] != numbers[at.Field])
                    continue;
                var component = new List<Field>();
                do
                {
                    component.Add(waiting.Pop());
                    isWaiting.Remove(component[^1]);
                }
                while (component[^1] != at.Field);
                found.Add(component);
            }
        }

        return found;
    }
}
