using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>A database on its way to a <c>.tdg</c> text: tables with their fields, keys and references, each as far as the language can say it.</summary>
internal sealed class SchemaDraft
{
    private readonly DatabaseReader _reader;
    private readonly DatabaseDescription _database;
    private readonly HashSet<string> _typeNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<DescribedType, string> _types = [];

    public SchemaDraft(DatabaseReader reader, DatabaseDescription database, ImportOptions options)
    {
        (_reader, _database) = (reader, database);
        Name = SchemaFormatter.Name(options.Name ?? database.Name);
        Notes.AddRange(database.Unread.Select(u => new ImportNote(null, null, u)));
        foreach (DescribedTable table in database.Tables)
            AddTable(table);
        foreach (TableDraft table in Tables)
            AddKeys(table);
        new ReferenceChooser(this).Choose();
        foreach (TableDraft table in Tables)
        {
            AddChecks(table);
            PersonChooser.Choose(table);
        }

        NumberInheritors();
        new CountChooser(Tables, options.Rows).Choose();
        foreach (TableDraft table in Tables)
            CountForChecks(table, options);
        foreach (TableDraft table in Tables.Where(t => t.Source.FilledBy is not null))
        {
            CountChooser.Fix(table, 0);
            Note(table, null, $"it gets no rows here, since {table.Source.FilledBy} writes them", $"filled by {table.Source.FilledBy}");
        }
    }

    /// <summary>How the database's SQL is written.</summary>
    public SqlSyntax Syntax => _reader.Syntax;

    /// <summary>The schema's name, as the text has it.</summary>
    public string Name { get; }

    public List<TableDraft> Tables { get; } = [];

    /// <summary>The lines that declare enums and types.</summary>
    public List<LineDraft> Declarations { get; } = [];

    public List<ImportNote> Notes { get; } = [];

    /// <summary>Notes something, and says it as a comment in the table.</summary>
    public void Note(TableDraft table, string? column, string reason, string? remark = null)
    {
        Notes.Add(new ImportNote(table.ToString(), column, reason));
        if (remark is not null)
            table.Remarks.Add(remark);
    }

    /// <summary>A text for a comment: in one line, and not too long.</summary>
    public static string InOneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 160 ? line : string.Concat(line.AsSpan(0, 157), "...");
    }

    private void AddTable(DescribedTable source)
    {
        string name = source.Schema is null ? SchemaFormatter.Name(source.Name) : $"{SchemaFormatter.Name(source.Schema)}.{SchemaFormatter.Name(source.Name)}";
        if (Tables.Exists(t => string.Equals(t.ToString(), source.ToString(), StringComparison.OrdinalIgnoreCase)))
        {
            Notes.Add(new ImportNote(source.ToString(), null, "it is left out, since another table's name differs in case only"));
            return;
        }

        var table = new TableDraft(source, name);
        foreach (DescribedColumn column in source.Columns)
        {
            var field = new FieldDraft(column, SchemaFormatter.Name(column.Name), _reader.TypeOf(column.Type, _database));
            if (column.Computed is { } computed)
                field.LeftOut = $"computed by the server: {InOneLine(computed)}";
            else if (field.Type.Refusal is { } refusal)
                LeaveOut(table, field, refusal);
            else if (table.Columns.Exists(c => c.LeftOut is null && string.Equals(c.Column.Name, column.Name, StringComparison.OrdinalIgnoreCase)))
                LeaveOut(table, field, "another column's name differs in case only");
            else
                Declare(field);
            table.Columns.Add(field);
        }

        foreach (string rule in source.OtherRules)
            Note(table, null, $"a rule that the language has no words for, and that rows may break: {InOneLine(rule)}", $"not met by construction: {InOneLine(rule)}");
        if (table.Fields.Any())
            Tables.Add(table);
        else
            Notes.Add(new ImportNote(source.ToString(), null, "it is left out, since it has no column to fill"));
    }

    private void LeaveOut(TableDraft table, FieldDraft field, string reason)
    {
        bool mustHave = !field.Column.IsNullable && field.Column.Default is null;
        field.LeftOut = $"{field.Column.Type}: {reason}";
        Note(table, field.Column.Name, mustHave ? $"it can't be filled ({reason}), but it takes no null and has no default: the server will refuse the table's rows" : $"it is left out: {reason}");
    }

    // The rows of an inheriting table are rows of the other one, too: their numbers begin where its own have long ended.
    private void NumberInheritors()
    {
        const long room = 1_000_000;
        var taken = new Dictionary<DescribedTable, long>();
        foreach (TableDraft table in Tables.Where(t => t.Source.Inherits is not null))
        {
            DescribedTable root = table.Source;
            while (root.Inherits is { } parent)
                root = parent;
            long first = taken[root] = taken.GetValueOrDefault(root) + room;
            IEnumerable<FieldDraft> numbered = Tables.Find(t => t.Source == root)?.Fields.Where(f => f.IsUnique || f.Column.IsIdentity) ?? [];
            foreach (FieldDraft field in numbered.Select(f => table.Find(f.Column.Name)).OfType<FieldDraft>())
            {
                if (field is { Reference: null, LeftOut: null, Facts: { Min: null, Max: null, IsSource: false }, TypeName: "integer" or "bigint" } && (field.IsUnique || field.Column.IsIdentity))
                    field.Facts.AtLeast(TdgLiterals.Number(first + 1));
            }
        }
    }

    // The rows of a key of references are dealt out so that none comes twice; nothing is left to chance that could be tried again for a check.
    private void CountForChecks(TableDraft table, ImportOptions options)
    {
        foreach ((string condition, DescribedCheck check) in table.Conditions)
        {
            FieldDraft[] read = [.. SqlExpressionParser.TryParse(check.Expression, Syntax)!.Names().Select(table.Find).OfType<FieldDraft>()];
            if (read.Length < 2 || !table.Keys.Exists(k => read.All(f => k.Fields.Contains(f) && f.Reference is { Fields.Count: 1 })))
                continue;
            if (condition.Contains(" != ", StringComparison.Ordinal))
            {
                // One of them is left to chance where the others are enough to tell the rows apart.
                CountChooser.Fix(table, Math.Min(options.Rows, read.Min(f => f.Reference!.Parent.LeastRows)));
                return;
            }

            CountChooser.Fix(table, 0);
            Note(table, null, $"it gets no rows here, since a key deals out its columns and can't look at a check between them: {InOneLine(check.Expression)}", $"not met by construction: {condition}");
            return;
        }
    }

    /// <summary>
    /// Gives each key of several fields of a table a text that can be counted, where nothing in it differs by its nature: a number, a day, another parent. Gives whether there
    /// was such a key.
    /// </summary>
    public static bool MakeCountable(TableDraft table)
    {
        bool isChanged = false;
        foreach (KeyDraft key in table.Keys.Where(k => k.Fields.Count > 1 && !HasCountable(k, table.Per)))
        {
            if (key.Fields.LastOrDefault(f => f.Reference is null && f.Type.Modifiers.Length == 0 && f.Type.Domain is null && f.Type.Enum is null && TdgLiterals.IsText(f.Type.Type)) is not { } field)
                continue;
            int length = Math.Min(8, field.Facts.MaxLength ?? LengthOf(field.Type.Type) ?? 8);
            field.Source = $"pattern(\"{new string('?', (length + 1) / 2)}{new string('#', length / 2)}\")";
            isChanged = true;
        }

        return isChanged;
    }

    private static bool HasCountable(KeyDraft key, ReferenceDraft? per) => key.Fields.Any(f =>
        f.IsUnique || f.Expression is not null || f.Source is not null || (f.Reference is not null ? f.Reference != per : f.Facts.IsSource || !TdgLiterals.IsText(f.Type.Type)));

    // The enum or the domain of a column.
    private void Declare(FieldDraft field)
    {
        FieldType type = field.Type;
        if (type.Enum is { Values: { } values } declared)
        {
            field.Capacity = values.Count;
            if (!values.Distinct(StringComparer.OrdinalIgnoreCase).SequenceEqual(values) || values.Contains(""))
            {
                field.TypeName = $"string({values.Max(v => v.Length)})";
                field.Facts.OneOf([.. values.Select(TdgLiterals.Text)]);
            }
            else
            {
                if (!_types.ContainsKey(declared))
                    Declarations.Add(new LineDraft { Ways = [$"enum {NameType(declared)} {{ {string.Join(", ", values.Select(SchemaFormatter.Name))} }}"] });
                field.TypeName = _types[declared];
            }
        }

        if (type.Domain is { } domain)
        {
            if (!_types.ContainsKey(domain))
                DeclareDomain(field, domain);
            field.TypeName = _types[domain];
        }
    }

    private void DeclareDomain(FieldDraft field, DescribedType domain)
    {
        var checks = new CheckTranslator(_reader.Syntax, new Dictionary<string, TranslatedField>(StringComparer.OrdinalIgnoreCase) { ["VALUE"] = new TranslatedField("", field.Type.Type, true) });
        foreach (DescribedCheck check in domain.Checks)
            checks.Add(check);
        foreach ((DescribedCheck check, string reason) in checks.Untranslated.Concat(checks.Conditions.Select(c => (c.Check, "the language has no words for it in a type"))))
            Notes.Add(new ImportNote(null, null, $"the check of the domain {domain.Name} is not kept, and rows may break it: {InOneLine(check.Expression)} ({reason})"));
        FieldFacts facts = checks.FactsOf("VALUE");
        string plain = $"type {NameType(domain)} = {(IsBinary(field.TypeName) && facts.TakeBytes() is { } bytes ? BinaryOf(bytes) : field.TypeName)}";
        // Where each column that has it gets such texts by its name, those look better.
        bool isMetByName = facts is { Form: { } form, Choices: null } && ColumnsOf(domain).All(c => NamedTexts.Meet(SchemaFormatter.Name(c.Table), $"{SchemaFormatter.Name(c.Column)}: {field.TypeName}", form));
        if (isMetByName)
            facts.Unmatch();
        string modifiers = string.Join(' ', new[] { facts.IsSource ? "" : field.Type.Modifiers, facts.Modifiers(LengthOf(field.Type.Type)) }.Where(m => m.Length > 0));
        string text = string.Join(", ", domain.Checks.Select(c => InOneLine(c.Expression)));
        Declarations.Add(new LineDraft
        {
            Ways = modifiers.Length == 0 ? [plain] : [$"{plain} {modifiers}", plain],
            Loss = reason => new ImportNote(null, null, $"the checks of the domain {domain.Name} are not kept, and rows may break them: {text} ({reason})"),
            Remark = checks.Untranslated.Count == 0 && !isMetByName ? field.Type.Remark : $"CHECK {text}",
        });
    }

    private IEnumerable<(string Table, string Column)> ColumnsOf(DescribedType domain) =>
        _database.Tables.SelectMany(t => t.Columns.Where(c => _reader.TypeOf(c.Type, _database).Domain == domain).Select(c => (t.Name, c.Name)));

    private string NameType(DescribedType type)
    {
        string name = type.Name;
        for (int i = 2; ScalarTypes.Find(name) is not null || name is "person" or "address" || !_typeNames.Add(name); i++)
            name = $"{type.Name}_{(i == 2 ? "type" : i.ToString(CultureInfo.InvariantCulture))}";
        return _types[type] = SchemaFormatter.Name(name);
    }

    private void AddKeys(TableDraft table)
    {
        foreach (DescribedKey key in table.Source.Keys)
        {
            FieldDraft?[] found = [.. key.Columns.Select(table.Find)];
            string remark = InOneLine($"UNIQUE ({string.Join(", ", key.Columns.Except(key.Expressions.Count > 0 ? key.Columns : []).Concat(key.Expressions))}){(key.Filter is null ? "" : $" WHERE {key.Filter}")}");
            bool isPlain = key.Filter is null && key.Expressions.Count == 0;
            if (found.Length == 0 || found.Any(f => f is null || f.LeftOut is not null || f.TypeName == "json"))
            {
                Note(table, null, $"a unique key is not kept, and rows may break it: {remark}", $"not kept: {remark}");
                continue;
            }

            FieldDraft[] fields = found!;
            if (key.Expressions.Any(e => !IsOneToOne(e)))
            {
                Note(table, null, $"a unique key over an expression can't be met by construction, and rows may break it: {remark}", $"not kept: {remark}");
                continue;
            }

            if (key.Filter is { } filter && (fields.Any(f => f.Capacity < 1000 || f.TypeName == "boolean") || fields.All(f => table.Source.ForeignKeys.Exists(k => k.Columns.Contains(f.Column.Name)))) && AvoidFilter(table, filter))
            {
                table.Remarks.Add($"met since the condition is never true: {remark}");
                continue;
            }

            foreach (FieldDraft field in fields.Where(f => f.IsNullable && key.HasOneNull))
                field.NullPercent = 0;
            if (table.Keys.Exists(k => k.Fields.Count == fields.Length && k.Fields.All(fields.Contains)))
                continue;
            // The language has no primary key of bytes; a unique one is the same to the rows.
            bool isPrimary = key.IsPrimary && !fields.Any(f => IsBinary(f.Type.Type));
            table.Keys.Add(new KeyDraft(fields, isPrimary, isPlain ? key.IsPrimary && !isPrimary ? "primary key" : null : remark));
            if (fields.Length == 1)
            {
                fields[0].IsPrimaryKey |= isPrimary;
                fields[0].IsUnique = true;
            }

            foreach (FieldDraft field in fields.Where(_ => key.IsPrimary))
                field.IsNullable = false;
        }
    }

    // lower(x), of which the values that are made differ all the same.
    private bool IsOneToOne(string expression) =>
        SqlExpressionParser.TryParse(expression, _reader.Syntax) is SqlExpression.Name or SqlExpression.Call { Function: "lower" or "upper" or "trim" or "btrim", Arguments: [SqlExpression.Name or SqlExpression.Cast { Operand: SqlExpression.Name }] };

    // Rows for which a filtered key does not hold can't break it.
    private bool AvoidFilter(TableDraft table, string filter)
    {
        SqlExpression? condition = SqlExpressionParser.TryParse(filter, _reader.Syntax);
        (string? name, Action<FieldDraft>? avoid) = condition switch
        {
            SqlExpression.Name { Text: var flag } => (flag, f => f.Facts.OneOf(["false"])),
            SqlExpression.Binary { Operator: "=", Left: SqlExpression.Name { Text: var flag }, Right: var value } when TdgLiterals.Of(value, "boolean") is "true" && table.Find(flag)?.TypeName == "boolean" => (flag, (Action<FieldDraft>?)(f => f.Facts.OneOf(["false"]))),
            SqlExpression.IsNull { Operand: SqlExpression.Name { Text: var column }, IsNot: false } => (column, f => f.NullPercent = 0),
            SqlExpression.IsNull { Operand: SqlExpression.Name { Text: var column }, IsNot: true } => (column, f => f.NullPercent = 100),
            _ => (null, null),
        };
        if (name is null || table.Find(name) is not { LeftOut: null } field || (condition is SqlExpression.Name && field.TypeName != "boolean"))
            return false;
        avoid!(field);
        return true;
    }

    private void AddChecks(TableDraft table)
    {
        var fields = new Dictionary<string, TranslatedField>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDraft field in table.Fields)
            fields.TryAdd(field.Column.Name, new TranslatedField(field.Name, field.Type.Type, (field.Reference is null || IsBinary(field.Type.Type)) && field.Numbered is null && field.Expression is null && field.Type.Enum is null));
        var checks = new CheckTranslator(_reader.Syntax, fields);
        foreach (DescribedCheck check in table.Source.Checks)
        {
            // A key that counts can begin behind the number.
            if (CheckTranslator.OneRow(check, Syntax) is { Column: var column, Number: var number } && table.Find(column) is { IsUnique: true, Reference: null, LeftOut: null } key && TdgLiterals.IsWhole(key.TypeName))
            {
                checks.FactsOf(column).AtLeast(TdgLiterals.Number(number + 1));
                table.Remarks.Add($"no row has the {column} {number}: CHECK {InOneLine(check.Expression)}");
            }
            else
            {
                checks.Add(check);
            }
        }

        table.Conditions.AddRange(checks.Conditions);
        foreach ((DescribedCheck check, string reason) in checks.Untranslated)
            Note(table, null, $"a check is not kept, and rows may break it: {InOneLine(check.Expression)} ({reason})", $"not kept: CHECK {InOneLine(check.Expression)}");
        // How many bytes a reference has is up to its key.
        foreach (FieldDraft field in table.Fields.Where(f => f.Reference is not null && IsBinary(f.Type.Type)))
        {
            if (checks.FactsOf(field.Column.Name).TakeBytes() is { } bytes && ReferenceChooser.KeyBehind(field) is { Type.Domain: null } key)
                field.TypeName = key.TypeName = BinaryOf(bytes);
        }

        foreach (FieldDraft field in table.Fields.Where(f => f.Reference is null && f.Type.Enum is null))
        {
            FieldFacts facts = checks.FactsOf(field.Column.Name);
            if (field.Facts.Choices is { } choices)
                facts.OneOf(choices);
            if (IsBinary(field.Type.Type) && facts.TakeBytes() is { } bytes && field.Type.Domain is null)
                field.TypeName = BinaryOf(bytes);
            // What the type allows bounds what its checks leave open.
            if (facts is { Min: not null, Max: null } && field.Type.Modifiers.StartsWith("max(", StringComparison.Ordinal))
                facts.AtMost(field.Type.Modifiers[4..^1]);
            if (facts.Regex is not null && field.Type.IsPadded)
                facts.Length(LengthOf(field.Type.Type), null);
            if (facts is { Case: { } textCase, IsSource: false } && field.Type.Domain is null)
                facts.TryMatch(TextCase.Regex(textCase, LengthOf(field.Type.Type)), TextCase.Form(textCase));
            if (field.Column.IgnoresCase && table.Keys.Exists(k => k.Fields.Contains(field)))
                facts.FoldCase();
            field.Facts = facts;
            field.IsNullable &= !facts.IsNotNull;
            field.Capacity = Math.Min(field.Capacity, CapacityOf(field));
            // In a key with others, a form counts its texts where a name may not.
            if (facts is { Form: { } form, Choices: null } && !field.Type.IsPadded && !table.Keys.Exists(k => k.Fields.Count > 1 && k.Fields.Contains(field)) && NamedTexts.Meet(table.Name, $"{field.Name}: {field.TypeName} {(field.IsUnique ? "unique" : "")}", form))
            {
                facts.Unmatch();
                field.MetForm = form;
                field.MetByName = $"CHECK {InOneLine(string.Join(", ", table.Source.Checks.Where(c => Mentions(c, field)).Select(c => c.Expression)))}";
            }
        }

        checks.Periods.Add([.. table.Fields.Select(f => f.Column.Name)]);
        foreach (Periods.Period period in checks.Periods.Found)
            Follow(table, period);
    }

    private bool Mentions(DescribedCheck check, FieldDraft field) =>
        SqlExpressionParser.TryParse(check.Expression, _reader.Syntax)?.Names().Contains(field.Column.Name, StringComparer.OrdinalIgnoreCase) == true;

    // The later of two columns is the earlier one and some time, unless it has values from elsewhere.
    private static void Follow(TableDraft table, Periods.Period period)
    {
        if (table.Find(period.Later) is not { LeftOut: null, Reference: null, Numbered: null, Expression: null, IsUnique: false, Facts: { IsSource: false, Min: null, Max: null } } later
            || table.Find(period.Earlier) is not { LeftOut: null } earlier || (earlier.IsNullable && !later.IsNullable)
            || later.TypeName is not ("date" or "datetime" or "timestamp") || earlier.TypeName != later.TypeName)
            return;
        for (FieldDraft? before = earlier; before is not null; before = before.Follows)
        {
            if (before == later)
                return;
        }

        if (period.Range(later.TypeName == "date") is { } range)
            (later.Expression, later.Follows) = ($"{earlier.Name} + {range}", earlier);
    }

    private static decimal CapacityOf(FieldDraft field)
    {
        FieldFacts facts = field.Facts;
        if (facts.Choices is { } choices)
            return choices.Count;
        if (facts is { Min: { } min, Max: { } max } && TdgLiterals.TryNumber(min, out decimal low) && TdgLiterals.TryNumber(max, out decimal high) && TdgLiterals.IsWhole(field.Type.Type))
            return high - low + 1;
        return field.Type.Type switch
        {
            "boolean" => 2,
            "string(1)" => 26,
            "string(2)" => 260,
            "smallint" => field.Type.Modifiers.Contains("max(", StringComparison.Ordinal) ? 127 : short.MaxValue,
            "date" => 700,
            _ => decimal.MaxValue,
        };
    }

    private static bool IsBinary(string type) => type.StartsWith("binary", StringComparison.Ordinal);

    private static string BinaryOf(int bytes) => string.Create(CultureInfo.InvariantCulture, $"binary({bytes})");

    /// <summary>The most characters of a type; null: any number.</summary>
    public static int? LengthOf(string type) =>
        type.StartsWith("string(", StringComparison.Ordinal) && int.TryParse(type.AsSpan(7, type.Length - 8), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : null;
}
