namespace TestDataGen.Export;

/// <summary>Chooses which foreign keys become references: all but those that follow from others, or whose fields have their values from others.</summary>
internal sealed class ReferenceChooser(SchemaDraft schema)
{
    public void Choose()
    {
        var all = new List<ReferenceDraft>();
        foreach (TableDraft table in schema.Tables)
            all.AddRange(table.Source.ForeignKeys.Select(k => Find(table, k)).OfType<ReferenceDraft>());
        var kept = new List<ReferenceDraft>(all);
        // From few fields to many: what the key of several fields says of a part of them need not be said twice.
        foreach (ReferenceDraft reference in all.OrderBy(r => r.Fields.Count).ToList())
        {
            if (!IsImplied(reference, kept))
                continue;
            kept.Remove(reference);
            reference.Table.Remarks.Add($"holds by itself: {Show(reference)}");
        }

        foreach (TableDraft table in schema.Tables)
        {
            foreach (ReferenceDraft reference in kept.Where(r => r.Table == table).OrderBy(r => r.IsNullable).ThenByDescending(r => r.Fields.Count > 1 && r.Fields.Any(f => f.IsPrimaryKey || table.Keys.Exists(k => k.Fields.Contains(f)))).ThenBy(r => r.Fields.Count))
                Keep(table, reference);
        }

        foreach (ReferenceDraft reference in schema.Tables.SelectMany(t => t.References))
            TakeTypes(reference);
        while (FindCircle() is { } circle && Break(circle))
        {
        }

        NameAliases();
    }

    private ReferenceDraft? Find(TableDraft table, DescribedForeignKey key)
    {
        FieldDraft?[] fields = [.. key.Columns.Select(table.Find)];
        if (fields.Any(f => f is null || f.LeftOut is not null))
            return null;
        TableDraft? parent = schema.Tables.Find(t => t.Source.Name == key.Parent && t.Source.Schema == key.ParentSchema)
            ?? schema.Tables.Find(t => string.Equals(t.Source.Name, key.Parent, StringComparison.OrdinalIgnoreCase) && string.Equals(t.Source.Schema, key.ParentSchema, StringComparison.OrdinalIgnoreCase));
        FieldDraft?[] targets = parent is null ? [] : key.ParentColumns.Count > 0 ? [.. key.ParentColumns.Select(parent.Find)] : [.. parent.Keys.Find(k => k.IsPrimary)?.Fields ?? []];
        if (parent is not null && targets.Length == fields.Length && !targets.Contains(null) && parent.Keys.Exists(k => k.Fields.Count == targets.Length && k.Fields.All(targets.Contains)))
            return new ReferenceDraft(table, fields!, parent, targets!);
        string what = $"({string.Join(", ", key.Columns)}) refers to {(key.ParentSchema is null ? "" : key.ParentSchema + ".")}{key.Parent}, which is not here or has no such key";
        LetBeNull(table, fields!, what);
        return null;
    }

    private void LetBeNull(TableDraft table, IReadOnlyList<FieldDraft> fields, string what)
    {
        FieldDraft? nullable = fields.FirstOrDefault(f => f.IsNullable);
        if (nullable is not null)
            nullable.NullPercent = 100;
        schema.Note(table, fields.Count == 1 ? fields[0].Column.Name : null, nullable is null ? $"{what}: the server will refuse the table's rows" : $"{what}: it is always null", what);
    }

    // Whether the same rows are reached by another way: the value of a field of the parent is itself one of the table referred to. A way that may be null says less.
    private static bool IsImplied(ReferenceDraft reference, List<ReferenceDraft> kept)
    {
        var seen = new HashSet<string>();
        bool Leads(TableDraft table, IReadOnlyList<FieldDraft> fields, int depth)
        {
            foreach (ReferenceDraft way in kept.Where(r => r.Table == table && r != reference && !r.IsSelf && (reference.IsNullable || !r.IsNullable) && fields.All(r.Fields.Contains)))
            {
                FieldDraft[] there = [.. fields.Select(f => way.Targets[way.Fields.TakeWhile(x => x != f).Count()])];
                if (way.Parent == reference.Parent && there.SequenceEqual(reference.Targets))
                    return true;
                if (depth < 16 && seen.Add($"{way.Parent}/{string.Join('/', there.Select(f => f.Name))}") && Leads(way.Parent, there, depth + 1))
                    return true;
            }

            return false;
        }

        return !reference.IsSelf && Leads(reference.Table, reference.Fields, 0);
    }

    private void Keep(TableDraft table, ReferenceDraft reference)
    {
        if (reference.Fields.All(f => f.Reference is not null))
        {
            schema.Note(table, null, $"a foreign key can't be kept beside the others of the same fields, and rows may break it: {Show(reference)}", $"not kept: {Show(reference)}");
            return;
        }

        if (reference.IsSelf && !reference.IsNullable)
        {
            // A row that refers to itself is one that the server takes.
            if (reference.Fields is [var field] && field != reference.Targets[0])
            {
                field.Expression = reference.Targets[0].Name;
                table.Remarks.Add($"each row refers to itself, since it takes no null: {Show(reference)}");
            }
            else
            {
                schema.Note(table, null, $"a foreign key to the table itself takes no null, and rows may break it: {Show(reference)}", $"not kept: {Show(reference)}");
            }

            return;
        }

        foreach (FieldDraft field in reference.Fields)
            field.Reference ??= reference;
        // Without a parent all of its fields would be null, which one of them may not.
        foreach (FieldDraft field in reference.Fields.Where(_ => reference.Fields.Any(f => !f.IsNullable && f.Reference == reference)))
            field.NullPercent = 0;
        table.References.Add(reference);
    }

    /// <summary>The field that no other one gives its values, from which a field has them in the end: itself, or a key.</summary>
    public static FieldDraft KeyBehind(FieldDraft field)
    {
        var seen = new HashSet<FieldDraft>();
        while (field.Reference is { } further && seen.Add(field))
            field = further.Targets[further.Fields.TakeWhile(f => f != field).Count()];
        return field;
    }

    // A field has the type of its key: databases are content with one that can be compared to it.
    private static void TakeTypes(ReferenceDraft reference)
    {
        for (int i = 0; i < reference.Fields.Count; i++)
        {
            FieldDraft key = KeyBehind(reference.Targets[i]);
            FieldDraft own = reference.Fields[i];
            if (own.Reference != reference)
                continue;
            // An alias may bring a source of its own, which a reference can't have beside it.
            own.TypeName = key.Type.Enum is not null ? key.TypeName : key.Type.Type;
        }
    }

    // Tables of which each needs a row of the next one, and the last one of the first.
    private List<ReferenceDraft>? FindCircle()
    {
        var closed = new HashSet<TableDraft>();
        List<ReferenceDraft>? Visit(TableDraft table, List<ReferenceDraft> way)
        {
            int open = way.FindIndex(r => r.Table == table);
            if (open >= 0)
                return way[open..];
            if (closed.Contains(table))
                return null;
            foreach (ReferenceDraft reference in table.References.Where(r => !r.IsNullable && !r.IsSelf))
            {
                if (Visit(reference.Parent, [.. way, reference]) is { } circle)
                    return circle;
            }

            closed.Add(table);
            return null;
        }

        return schema.Tables.Select(t => Visit(t, [])).FirstOrDefault(c => c is not null);
    }

    // Keys that count from 1 can be named before they are there.
    private bool Break(List<ReferenceDraft> circle)
    {
        ReferenceDraft? broken = circle.OrderByDescending(r => r.IsUnique).FirstOrDefault(r => r.Fields.Count == 1
            && r.Targets[0] is { IsUnique: true, Reference: null } key && TdgLiterals.IsWhole(key.TypeName) && key.Type.Modifiers.Length == 0);
        if (broken is null)
            return false;
        broken.Table.References.Remove(broken);
        broken.Fields[0].Reference = null;
        broken.Fields[0].Numbered = broken;
        broken.Parent.IsFixed = true;
        broken.Table.IsFixed |= broken.IsUnique;
        string way = string.Join(" -> ", circle.Select(r => r.Table.ToString()).Append(circle[0].Table.ToString()));
        schema.Note(
            broken.Table, broken.Fields[0].Column.Name, $"the tables refer to each other in a circle, and none of the keys takes null ({way}): it gives numbers that {broken.Parent} will have. Load with constraints disabled",
            $"{broken.Fields[0].Name}: a row of {broken.Parent}, by its number: {way}");
        return true;
    }

    private void NameAliases()
    {
        foreach (TableDraft table in schema.Tables)
        {
            foreach (IGrouping<TableDraft, ReferenceDraft> same in table.References.GroupBy(r => r.Parent).Where(g => g.Count() > 1 || table.References.Exists(r => r.Parent != g.Key && string.Equals(r.Parent.Source.Name, g.Key.Source.Name, StringComparison.OrdinalIgnoreCase))))
            {
                foreach (ReferenceDraft reference in same)
                    reference.Alias = AliasOf(table, reference);
            }
        }
    }

    // customer_id: customer; otherwise parent_customer_id.
    private string AliasOf(TableDraft table, ReferenceDraft reference)
    {
        string column = reference.Fields.Last(f => f.Reference == reference).Column.Name;
        string bare = column.Length > 3 && column.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? column[..^2].TrimEnd('_') : column;
        bool IsTaken(string name) => table.References.Exists(r => r.Alias == Language.SchemaFormatter.Name(name)) || schema.Tables.Exists(t => string.Equals(t.Source.Name, name, StringComparison.OrdinalIgnoreCase)) || table.Find(name) is not null;
        foreach (string name in new[] { bare, $"{bare}_parent", $"parent_{column}" })
        {
            if (name.Length > 0 && !IsTaken(name))
                return Language.SchemaFormatter.Name(name);
        }

        return Language.SchemaFormatter.Name($"parent_{column}_{table.References.IndexOf(reference)}");
    }

    private static string Show(ReferenceDraft reference) =>
        $"({string.Join(", ", reference.Fields.Select(f => f.Column.Name))}) -> {reference.Parent}({string.Join(", ", reference.Targets.Select(f => f.Column.Name))})";
}
