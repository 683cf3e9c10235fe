using System.Globalization;
using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export;

/// <summary>
/// Writes a draft as text. The reader and the planner are asked whether they take it: a line that they refuse is written in the next plainer way, a table that has more
/// rows than its keys allow gets fewer.
/// </summary>
internal sealed class SchemaWriter(SchemaDraft schema)
{
    private const int MostTries = 40;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<LineDraft, List<(int From, int To)>> _places = [];
    private readonly Dictionary<TableDraft, List<LineDraft>> _lines = [];
    private readonly Dictionary<TableDraft, (int From, int To)> _tables = [];

    /// <summary>Writes it.</summary>
    public ImportedSchema Write()
    {
        foreach (TableDraft table in schema.Tables)
            _lines.Add(table, [.. LinesOf(table)]);
        Print();
        for (int i = 0; i < MostTries && Refused() is { Count: > 0 } refused && Change(refused); i++)
            Print();
        var source = new SourceText($"{schema.Name}.tdg", _text.ToString());
        return new ImportedSchema(schema.Name, SchemaFormatter.Format(source).Text ?? source.Text, schema.Notes);
    }

    private List<Diagnostic> Refused()
    {
        var source = new SourceText("<import>", _text.ToString());
        ReadResult read = SchemaReader.Read(source, FormatCatalog.Signatures, dataSets: DataSetReader.Instance);
        if (read.HasErrors)
            return [.. read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        try
        {
            Plan.Create(read.Schemas[0], new PlanOptions());
            return [];
        }
        catch (SchemaException e)
        {
            return [.. e.Diagnostics];
        }
    }

    // Whether anything could be changed; if not, the reader will tell the user.
    private bool Change(List<Diagnostic> refused)
    {
        bool isChanged = false;
        var seen = new HashSet<object>();
        foreach (Diagnostic diagnostic in refused)
        {
            int at = diagnostic.Span.Start;
            LineDraft? line = _places.FirstOrDefault(p => p.Value.Exists(s => s.From <= at && at < s.To)).Key;
            TableDraft? table = _tables.FirstOrDefault(t => t.Value.From <= at && at < t.Value.To).Key;
            if (table is not null && diagnostic.Code is "TDG0601" or "TDG0602" && !seen.Contains(table!) && SchemaDraft.MakeCountable(table!))
            {
                seen.Add(table!);
                _lines[table!] = [.. LinesOf(table!)];
                isChanged = true;
                continue;
            }

            // Fewer rows make no two values differ that may be the same.
            if (table is not null && (diagnostic.Code is "TDG0601" or "TDG0603" or "TDG0605" || (diagnostic.Code == "TDG0602" && table.Per is not null)))
            {
                if (seen.Add(table!))
                    isChanged |= TakeFewer(table!);
            }
            else if (line is not null && seen.Add(line))
            {
                (bool isTaken, ImportNote? lost) = line.TryNext(diagnostic.Message);
                isChanged |= isTaken;
                if (lost is not null)
                    schema.Notes.Add(lost);
            }
        }

        return isChanged;
    }

    private bool TakeFewer(TableDraft table)
    {
        if (table.Per is not null)
        {
            CountChooser.Fix(table, 100);
            _lines[table] = [.. LinesOf(table)];
        }
        else if (table.Count > 1)
        {
            CountChooser.Fix(table, Math.Max(1, table.Count / 3));
            foreach (TableDraft other in schema.Tables.Where(t => t.Columns.Exists(f => f.Numbered?.Parent == table)))
                _lines[other] = [.. LinesOf(other)];
        }
        else
            return false;
        return true;
    }

    private void Print()
    {
        _text.Clear();
        _places.Clear();
        _tables.Clear();
        foreach (LineDraft line in schema.Declarations)
            Print(line, "");
        if (schema.Declarations.Count > 0)
            _text.Append('\n');
        _text.Append(CultureInfo.InvariantCulture, $"schema {schema.Name} {{\n");
        foreach (TableDraft table in schema.Tables)
            Print(table);
        _text.Append(CultureInfo.InvariantCulture, $"}}\n\ngenerate {schema.Name} {{\n");
        foreach (TableDraft table in schema.Tables.Where(t => t.Source.Rows is null))
            _text.Append(CultureInfo.InvariantCulture, $"  {table.Name} {CountOf(table)}\n");
        _text.Append("}\n");
    }

    private void Print(TableDraft table)
    {
        int start = _text.Length;
        _text.Append(CultureInfo.InvariantCulture, $"  table {table.Name} {{\n");
        foreach (LineDraft line in _lines[table])
            Print(line, "    ");
        foreach (string remark in table.Remarks)
            _text.Append(CultureInfo.InvariantCulture, $"    // {remark}\n");
        _text.Append("  }\n\n");
        _tables.Add(table, (start, _text.Length));
    }

    private void Print(LineDraft line, string indent)
    {
        int start = _text.Length;
        _text.Append(indent).Append(line.Text).Append('\n');
        if (!_places.TryGetValue(line, out List<(int, int)>? places))
            _places.Add(line, places = []);
        places.Add((start, _text.Length));
    }

    private static string CountOf(TableDraft table)
    {
        if (table.Per is not { } parent)
            return table.Count.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"0..{table.Count} per {parent.Alias ?? parent.Parent.Name}");
    }

    private IEnumerable<LineDraft> LinesOf(TableDraft table)
    {
        if (table.Person is { } person)
            yield return new LineDraft { Ways = [$"{person}: person"] };
        foreach (FieldDraft field in table.Columns)
        {
            yield return field.LeftOut is { } reason
                ? new LineDraft { Ways = [$"// {field.Name}: {SchemaDraft.InOneLine(reason)}"] }
                : FieldLine(table, field);
        }

        foreach (ReferenceDraft reference in table.References.Where(r => r.Fields.Count > 1))
        {
            string names = string.Join(", ", reference.Fields.Select(f => f.Name));
            string text = $"references({names} -> {reference.Parent.Name}.{string.Join(", ", reference.Targets.Select(f => f.Name))}){(reference.Alias is null ? "" : $" as {reference.Alias}")}";
            yield return new LineDraft { Ways = [text, $"// not kept: {text}"], Loss = reason => new ImportNote(table.ToString(), null, $"a foreign key is not kept, and rows may break it: {text} ({reason})") };
        }

        foreach (KeyDraft key in table.Keys.Where(k => k.Fields.Count > 1))
            yield return new LineDraft { Ways = [$"{(key.IsPrimary ? "primary_key" : "unique")}({string.Join(", ", key.Fields.Select(f => f.Name))})"], Remark = key.Remark };
        foreach ((string condition, DescribedCheck check) in table.Conditions)
        {
            string text = SchemaDraft.InOneLine(check.Expression);
            yield return new LineDraft
            {
                Ways = [$"check {Bare(condition)}", $"// not kept: CHECK {text}"],
                Loss = reason => new ImportNote(table.ToString(), null, $"a check is not kept, and rows may break it: {text} ({reason})"),
            };
        }

        if (table.Source.Rows is { } rows)
            yield return new LineDraft { Ways = [LookupRows.Write(table, rows)] };
    }

    private LineDraft FieldLine(TableDraft table, FieldDraft field)
    {
        string plain = Join($"{field.Name}:", field.TypeName, KeyWords(field));
        string end = Nulls(field);
        string alias = field.Reference?.Alias is { } name && field.Reference.Fields.Count == 1 ? $" as {name}" : "";
        string source = field switch
        {
            { Reference: { Fields.Count: 1 } reference } => $"references({reference.Parent.Name}.{reference.Targets[0].Name}){alias}",
            { Reference: not null } => "",
            { Facts.IsSource: true } => "",
            { Source: { } countable } => countable,
            { Expression: null, Numbered: null } when IsCounted(field) => Sequence(field),
            _ => TypeModifiers(field),
        };
        string last = field.Numbered is { } later
            ? field.IsUnique ? "= row_number" : string.Create(CultureInfo.InvariantCulture, $"= 1..{later.Parent.Count}")
            : field.Expression is { } expression ? $"= {expression}" : field.Reference is null && IsNumbered(field) ? "= row_number" : "";
        string start = field.Column.Default is { } value && field.Reference is null && DefaultOf(field, value) is { } constant ? $"default({constant})" : "";
        string facts = field.Reference is null ? field.Facts.Modifiers(SchemaDraft.LengthOf(field.Type.Type)) : "";
        string withoutDefault = Join(plain, source, facts, end, last);
        string[] ways = [.. new[]
        {
            Join(plain, start, source, facts, end, last),
            withoutDefault,
            Join(plain, source, end, last),
            Join(plain, field.Reference is null ? "" : source, end, last),
            Join(plain, field.Reference is null ? "" : source, end),
        }.Distinct()];
        string remark = string.Join("; ", new[] { field.Type.Domain is null ? field.Type.Remark : null, field.MetByName, table.Keys.Find(k => k.Fields.Count == 1 && k.Fields[0] == field)?.Remark }.OfType<string>());
        return new LineDraft
        {
            Ways = ways,
            Remark = remark.Length == 0 ? null : remark,
            Lossless = withoutDefault == ways[0] ? 1 : 2,
            Loss = reason => new ImportNote(table.ToString(), field.Column.Name, $"not all that the database says of it could be kept ({reason}): {withoutDefault}"),
        };
    }

    private static string KeyWords(FieldDraft field) => field.IsPrimaryKey ? "primary_key" : field.IsUnique ? "unique" : "";

    private static string Nulls(FieldDraft field) => (field.IsNullable, field.NullPercent) switch
    {
        (false, _) => "",
        (true, { } percent) => $"nullable({percent}%)",
        _ => "nullable",
    };

    // Numbers that count: keys that the server would number itself, and unique ones with bounds, which are none by themselves.
    private static bool IsCounted(FieldDraft field) => TdgLiterals.IsWhole(field.TypeName) && field.Facts.Choices is null
        && (field.IsUnique ? field.Type.Modifiers.Length > 0 || field.Facts is not { Min: null, Max: null } : field.Column.IsIdentity);

    // The language has no sequences of other numbers.
    private static bool IsNumbered(FieldDraft field) => field.TypeName.StartsWith("decimal", StringComparison.Ordinal) && (field.IsUnique || field.Column.IsIdentity) && field.Facts is { IsSource: false, Min: null, Max: null };

    private static string Sequence(FieldDraft field)
    {
        string start = field.Facts.Min is { } min && TdgLiterals.Compare(min, "1") > 0 ? $"sequence({min}, 1)" : "sequence";
        return Join(start, TypeModifiers(field));
    }

    // A domain has them in its declaration; and what checks say is narrower than what the type does.
    private static string TypeModifiers(FieldDraft field) =>
        field.Type.Domain is not null || field.Facts.Max is not null || (field.Facts.Min is not null && field.Type.Modifiers.StartsWith("between", StringComparison.Ordinal)) ? "" : field.Type.Modifiers;

    private string? DefaultOf(FieldDraft field, string text) =>
        SqlExpressionParser.TryParse(text, schema.Syntax) is { } constant ? TdgLiterals.Of(constant, field.Type.Type) : null;

    // Without the brackets around the whole.
    private static string Bare(string condition)
    {
        int depth = 0;
        for (int i = 0; i < condition.Length - 1; i++)
        {
            depth += condition[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return condition;
        }

        return condition.Length > 2 ? condition[1..^1] : condition;
    }

    private static string Join(params string[] parts) => string.Join(' ', parts.Where(p => p.Length > 0));
}
