namespace TestDataGen.Language;

/// <summary>Binds the <c>generate</c> blocks of a file.</summary>
internal sealed class ProfileBinder(IReadOnlyDictionary<string, SchemaScope> schemas, bool isIncomplete, DiagnosticBag diagnostics)
{
    // decimal has room for the product with every number of rows.
    private const long MaxScale = 1_000_000_000;

    public void Bind(IEnumerable<GenerateSyntax> blocks)
    {
        var bound = new Dictionary<SchemaScope, List<Profile>>();
        foreach (GenerateSyntax block in blocks)
        {
            if (!schemas.TryGetValue(block.Schema.Text, out SchemaScope? schema))
            {
                if (!isIncomplete)
                    diagnostics.Report(DiagnosticCatalog.UnknownSchema, block.Schema.Span, $"There is no schema `{block.Schema.Text}`.", diagnostics.Suggest(block.Schema.Text, schemas.Keys));
                continue;
            }

            if (!bound.TryGetValue(schema, out List<Profile>? profiles))
                bound[schema] = profiles = [];
            if (!profiles.Any(p => Same(p.Name, block.Profile?.Text)))
                profiles.Add(BindBlock(block, schema));
            else if (block.Profile is { } name)
                diagnostics.Report(DiagnosticCatalog.Duplicate, name.Span, $"`{schema.Schema.Name}` has a profile `{name.Text}` already.");
            else
                diagnostics.Report(DiagnosticCatalog.Duplicate, block.Schema.Span, $"`{schema.Schema.Name}` has a `generate` block already.", "Put both together, or name one: `generate SCHEMA as NAME`.");
        }

        foreach ((SchemaScope schema, List<Profile> profiles) in bound)
        {
            schema.Schema.Profile = profiles.Find(p => p.Name is null) ?? Profile.Empty;
            schema.Schema.Profiles = [.. profiles.Where(p => p.Name is not null).Select(p => p.Over(schema.Schema.Profile))];
        }
    }

    private Profile BindBlock(GenerateSyntax block, SchemaScope schema)
    {
        decimal? scale = null;
        long? seed = null;
        string? locale = null;
        DateTime? now = null;
        int? version = null;
        var counts = new Dictionary<Table, RowCount>();
        var settings = new HashSet<string>();
        foreach (GenerateItemSyntax item in block.Items)
        {
            switch (item)
            {
                case BadGenerateItemSyntax:
                    schema.HasBadProfile = true;
                    break;
                case CountSyntax count:
                    BindCount(count, schema, counts);
                    break;
                case SettingSyntax setting:
                    if (!settings.Add(setting.Name.Text))
                        diagnostics.Report(DiagnosticCatalog.Duplicate, setting.Name.Span, $"`{setting.Name.Text}` is set already.", "Keep one of them.");
                    object? value = ReadSetting(setting);
                    seed = setting.Name.Text == "seed" ? (long?)value : seed;
                    locale = setting.Name.Text == "locale" ? (string?)value : locale;
                    now = setting.Name.Text == "now" ? (DateTime?)value : now;
                    version = setting.Name.Text == "version" ? (int?)value : version;
                    scale = setting.Name.Text == "scale" ? (decimal?)value : scale;
                    break;
            }
        }

        return new Profile(seed, locale, now, version, counts) { Name = block.Profile?.Text, Scale = scale };
    }

    private object? ReadSetting(SettingSyntax setting)
    {
        object? literal = Read(setting.Value);
        (object? value, string wanted) = (setting.Name.Text, literal) switch
        {
            ("seed", long l) => (l, ""),
            ("seed", _) => (null, "A seed is a whole number: `seed 42`."),
            ("locale", string { Length: > 0 } s) => (s, ""),
            ("locale", _) => (null, "A locale is a text: `locale \"en_US\"`."),
            ("now", DateOnly d) => (d.ToDateTime(TimeOnly.MinValue), ""),
            ("now", DateTime t) => ((object?)DateTime.SpecifyKind(t, DateTimeKind.Unspecified), ""),
            ("now", _) => (null, "The clock is a day or a day and time: `now 2026-01-31`."),
            ("version", long and >= 1 and <= int.MaxValue) => ((int)(long)literal, ""),
            ("version", _) => (null, "A version is a whole number from 1: `version 1`."),
            ("scale", long and > 0 and <= MaxScale) => ((decimal)(long)literal, ""),
            ("scale", decimal and > 0 and <= MaxScale) => ((decimal)literal, ""),
            ("scale", double and >= 1e-9 and <= MaxScale) => ((decimal)(double)literal, ""),
            ("scale", _) => (null, $"A scale is a number above 0, up to {MaxScale:N0}: `scale 100` or `scale 0.1`."),
            _ => (null, ""),
        };
        if (value is null && setting.Value is not BadExpressionSyntax)
            diagnostics.Report(DiagnosticCatalog.BadSetting, setting.Value.Span, $"`{setting.Name.Text}` can't be set to this.", wanted);
        return value;
    }

    private static object? Read(ExpressionSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => literal.Value,
        UnarySyntax { Operator: UnaryOperator.Negate, Operand: LiteralSyntax { Value: var value } } => value switch
        {
            long l => -l,
            9223372036854775808m => long.MinValue,
            _ => null,
        },
        _ => null,
    };

    private void BindCount(CountSyntax count, SchemaScope schema, Dictionary<Table, RowCount> counts)
    {
        if (count.Table.Names.Count > 1)
        {
            diagnostics.Report(DiagnosticCatalog.NotSupported, count.Table.Span, "A table in a database schema is not supported yet.");
            return;
        }

        if (schema.FindTable(count.Table.Last.Text) is not { } scope)
        {
            ReportUnknownTable(count.Table, schema);
            return;
        }

        if (counts.ContainsKey(scope.Table))
        {
            diagnostics.Report(DiagnosticCatalog.Duplicate, count.Table.Span, $"The rows of `{scope.Table.Name}` are counted already.", "Keep one of the counts.");
            return;
        }

        if (BindAmount(count, scope, schema) is { } bound)
            counts.Add(scope.Table, bound);
        else
            // Perhaps it was meant to be counted per parent: nobody shall complain of child_index.
            schema.HasBadProfile = true;
    }

    private void ReportUnknownTable(PathSyntax name, SchemaScope schema)
    {
        if (!schema.IsIncomplete)
        {
            diagnostics.Report(
                DiagnosticCatalog.UnknownTable, name.Span, $"`{schema.Schema.Name}` has no table `{name}`.",
                diagnostics.Suggest(name.Last.Text, schema.TableNames.Concat(Keywords.Settings)));
        }
    }

    private RowCount? BindAmount(CountSyntax count, TableScope scope, SchemaScope schema)
    {
        if (count.Parents.Count > 1)
            return NotYet(count.Parents[1].Span, "A count per two parents");
        if (count.Amount is not PlainAmountSyntax { Value: var amount })
            return NotYet(count.Amount.Span, "A weighted count", "Write a range: `0..20 per parent`.");
        if (amount is CallSyntax)
            return NotYet(amount.Span, "A count by a distribution", "Write a range: `0..20 per parent`.");
        (long least, long greatest)? rows = amount is RangeSyntax range
            ? (ReadRows(range.Low), ReadRows(range.High)) is ({ } low, { } high) ? (low, high) : null
            : ReadRows(amount) is { } number ? (number, number) : null;
        if (rows is not var (min, max))
            return null;
        if (min > max)
            return Refuse(DiagnosticCatalog.BadCount, amount.Span, $"{min} is more than {max}.", "Exchange the two.");
        if (count.Parents.Count == 0)
        {
            return amount is RangeSyntax
                ? Refuse(DiagnosticCatalog.BadCount, amount.Span, "A range of rows stands before `per parent`.", "Write one number, or `a..b per parent`.")
                : new FixedCount(min, count.Span);
        }

        return FindParent(count.Parents[0], scope, schema) is { } reference ? Check(new PerParentCount(min, max, reference, count.Span), count) : null;
    }

    private RowCount? Check(PerParentCount count, CountSyntax syntax)
    {
        Reference reference = count.Reference;
        string name = string.Join(", ", reference.Fields.Select(f => f.Name));
        if (reference.IsSelf)
            return Refuse(DiagnosticCatalog.Contradiction, syntax.Span, $"`{reference.Table.Name}` can't be counted per row of itself.", "Count the table by a number.");
        if (reference.IsUnique && count.Max > 1)
            return Refuse(DiagnosticCatalog.Contradiction, syntax.Amount.Span, $"`{name}` is unique, so that a parent has one child at most.", "Count 1 or 0..1 per parent.");
        if (reference.NullFraction > 0)
            return Refuse(DiagnosticCatalog.Contradiction, syntax.Span, $"`{name}` is nullable, but rows that are counted per parent have one.", "Take `nullable` away, or count the table by a number.");
        if (reference.Distribution is not null)
            return Refuse(DiagnosticCatalog.Contradiction, syntax.Span, $"The parents of `{name}` are drawn by a distribution, but rows that are counted per parent have theirs already.", "Take the distribution away, or count the table by a number.");
        return count;
    }

    private RowCount? NotYet(TextSpan span, string what, string? hint = null) =>
        Refuse(DiagnosticCatalog.NotSupported, span, $"{what} is not supported yet.", hint);

    private RowCount? Refuse(DiagnosticRule rule, TextSpan span, string message, string? hint)
    {
        diagnostics.Report(rule, span, message, hint);
        return null;
    }

    private long? ReadRows(ExpressionSyntax syntax)
    {
        object? value = Read(syntax);
        if (value is long and >= 0)
            return (long)value;
        string message = value switch
        {
            long => "There can't be fewer than 0 rows.",
            decimal d when decimal.Truncate(d) == d => "There can't be as many rows.",
            _ => "This is no number of rows.",
        };
        if (syntax is not BadExpressionSyntax)
            diagnostics.Report(DiagnosticCatalog.BadCount, syntax.Span, message, value is double ? "Write the number in full: 1_000_000." : null);
        return null;
    }

    // A parent is named by its table, or by the alias of the reference where there are several to that table.
    private Reference? FindParent(PathSyntax name, TableScope scope, SchemaScope schema)
    {
        string text = name.ToString();
        IReadOnlyList<Reference> references = scope.Table.References;
        Reference[] found = [.. references.Where(r => Same(r.Alias, text))];
        if (found.Length == 0)
            found = [.. references.Where(r => Same(r.Parent.Name, text))];
        if (found.Length == 1)
            return found[0];
        if (found.Length > 1)
        {
            diagnostics.Report(
                DiagnosticCatalog.AmbiguousAlias, name.Span, $"`{scope.Table.Name}` refers to `{text}` by {string.Join(" and by ", found.Take(4).Select(r => $"`{string.Join(", ", r.Fields.Select(f => f.Name))}`"))}.",
                "Name the one that is meant by its alias.");
            return null;
        }

        if (schema.FindTable(text) is null && !references.Any(r => r.Alias is not null && IsNear(text, r.Alias)))
            ReportUnknownTable(name, schema);
        else if (!scope.IsIncomplete && !scope.HasBadReference)
        {
            diagnostics.Report(
                DiagnosticCatalog.NoParent, name.Span, $"`{scope.Table.Name}` does not refer to `{text}`.",
                diagnostics.Suggest(text, references.SelectMany(r => new[] { r.Alias, r.Parent.Name }).OfType<string>()));
        }

        return null;
    }

    private bool IsNear(string written, string name) => diagnostics.Suggest(written, [name]) is not null;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
