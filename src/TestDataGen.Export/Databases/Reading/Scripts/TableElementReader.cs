namespace TestDataGen.Export;

/// <summary>Reads one element of a table in a script: a column with its constraints, or a constraint of the table.</summary>
internal sealed class TableElementReader(StatementCursor at, DescribedTable table, DatabaseDescription database, ScriptReader names)
{
    public void Read()
    {
        if (at.Take("constraint") && !IsConstraint())
            at.TakeName();
        if (IsConstraint() && !IsColumnNamedSo())
            ReadConstraint();
        else if (at.Take("like"))
            database.Unread.Add($"{table}: the columns that it has from another table (LIKE) are not read");
        else if (at.Current.IsName)
            ReadColumn();
    }

    private bool IsConstraint() => new[] { "primary", "unique", "foreign", "check", "exclude", "key", "index", "fulltext", "spatial", "period" }.Any(at.Current.Is);

    // A column named "key" has a type behind it; a constraint a bracket, a name and a bracket, or another word of its own.
    private bool IsColumnNamedSo() => at.Current.Is("key") || at.Current.Is("index") || at.Current.Is("period")
        ? at.Next.IsName && !at.Ahead(2).Is("(") && !at.Next.Is("for")
        : at.Current.Is("check") && !at.Next.Is("(");

    private void ReadConstraint()
    {
        if (at.Take("primary", "key"))
        {
            at.TakeAny("clustered", "nonclustered");
            if (at.SkipTo("("))
                AddKey(isPrimary: true);
        }
        else if (at.Take("unique"))
        {
            bool hasOneNull = at.Current.Is("nulls") && at.Next.Is("not");
            if (at.SkipTo("("))
                AddKey(isPrimary: false, hasOneNull);
        }
        else if (at.Take("foreign", "key"))
        {
            if (!at.SkipTo("("))
                return;
            string[] columns = [.. at.TakeList().Select(c => c.TakeName())];
            if (at.Take("references"))
                AddForeignKey(columns);
        }
        else if (at.Take("check"))
        {
            table.Checks.Add(new DescribedCheck(at.TakeBrackets()));
        }
        else if (at.Current.Is("exclude"))
        {
            table.OtherRules.Add(at.Rest);
        }
    }

    private void AddKey(bool isPrimary, bool hasOneNull = false)
    {
        var columns = new List<string>();
        var expressions = new List<string>();
        foreach (StatementCursor part in at.TakeList())
            names.AddPart(part, columns, expressions);
        table.Keys.Add(new DescribedKey(columns, isPrimary) { Expressions = expressions, HasOneNull = hasOneNull });
    }

    private void AddForeignKey(IReadOnlyList<string> columns)
    {
        (string? schema, string parent) = names.ReadName(at);
        table.ForeignKeys.Add(new DescribedForeignKey(columns, schema, parent, at.Current.Is("(") ? [.. at.TakeList().Select(c => c.TakeName())] : []));
    }

    private void ReadColumn()
    {
        string name = at.TakeName();
        string type = at.TakeType();
        bool isSerial = type.ToLowerInvariant() is "serial" or "bigserial" or "smallserial" or "serial4" or "serial8" or "serial2";
        var column = new DescribedColumn(name, type, IsNullable: !isSerial) { IsIdentity = isSerial };
        // In its place before its constraints, which may name it.
        int index = table.Columns.Count;
        table.Columns.Add(column);
        while (at.Current.Kind != SqlTokenKind.End)
            column = ReadPart(column);
        table.Columns[index] = column;
    }

    private DescribedColumn ReadPart(DescribedColumn column)
    {
        if (at.Take("constraint"))
            at.TakeName();
        if (at.Take("not", "null"))
            return column with { IsNullable = false };
        if (at.Take("default"))
            return column with { Default = at.TakeExpression() is var value && value.Equals("null", StringComparison.OrdinalIgnoreCase) ? null : value };
        if (at.Take("primary", "key"))
        {
            table.Keys.Add(new DescribedKey([column.Name], IsPrimary: true));
            return column with { IsNullable = false };
        }

        if (at.Take("unique"))
        {
            at.Take("key");
            table.Keys.Add(new DescribedKey([column.Name], IsPrimary: false) { HasOneNull = at.Take("nulls", "not", "distinct") });
            return column;
        }

        if (at.Take("references"))
        {
            AddForeignKey([column.Name]);
            return column;
        }

        if (at.Take("check"))
        {
            table.Checks.Add(new DescribedCheck(at.TakeBrackets()));
            return column;
        }

        if (at.Take("auto_increment") || at.Take("autoincrement") || at.Take("generated", "always", "as", "identity") || at.Take("generated", "by", "default", "as", "identity"))
            return column with { IsIdentity = true, IsNullable = false };
        if (at.Take("generated", "always", "as") || at.Take("as"))
            return at.Current.Is("(") ? column with { Computed = at.TakeBrackets() } : column;
        // ON DELETE SET NULL says nothing of the column's own nulls.
        if (at.Take("on"))
        {
            at.Skip();
            at.TakeAny("set", "no");
        }

        if (at.Take("collate"))
        {
            string collation = at.TakeName();
            return column with { IgnoresCase = collation.Contains("_ci", StringComparison.OrdinalIgnoreCase) || collation.Equals("nocase", StringComparison.OrdinalIgnoreCase) };
        }

        at.Skip();
        return column;
    }
}
