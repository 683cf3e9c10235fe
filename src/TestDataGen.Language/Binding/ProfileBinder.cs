namespace TestDataGen.Language;

/// <summary>Binds the <c>generate</c> blocks of a file: their settings, and with <see cref="CountBinder"/> their counts.</summary>
internal sealed class ProfileBinder(IReadOnlyDictionary<string, SchemaScope> schemas, LostNames lost, DiagnosticBag diagnostics)
{
    // decimal has room for the product with every number of rows.
    private const long MaxScale = 1_000_000_000;

    public void Bind(IEnumerable<GenerateSyntax> blocks)
    {
        var bound = new Dictionary<SchemaScope, List<Profile>>();
        var strays = new List<GenerateSyntax>();
        foreach (GenerateSyntax block in blocks)
        {
            if (!schemas.TryGetValue(block.Schema.Text, out SchemaScope? schema))
            {
                if (!lost.Contains(block.Schema.Text))
                    diagnostics.Report(DiagnosticCatalog.UnknownSchema, block.Schema.Span, $"There is no schema `{block.Schema.Text}`.", diagnostics.Suggest(block.Schema.Text, schemas.Keys));
                strays.Add(block);
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

        foreach (GenerateSyntax block in strays)
            BindStray(block, bound);
        foreach ((SchemaScope schema, List<Profile> profiles) in bound)
        {
            schema.Schema.Profile = profiles.Find(p => p.Name is null) ?? Profile.Empty;
            schema.Schema.Profiles = [.. profiles.Where(p => p.Name is not null).Select(p => p.Over(schema.Schema.Profile))];
        }
    }

    // The name of its schema is wrong: it is read as if it were of the schema that was meant, if that has no such block.
    private void BindStray(GenerateSyntax block, Dictionary<SchemaScope, List<Profile>> bound)
    {
        string? meant = schemas.Count == 1 ? schemas.Keys.First() : Nearest.Find(block.Schema.Text, schemas.Keys);
        if (meant is null)
        {
            foreach (SchemaScope any in schemas.Values)
                any.LostCounts.AddAnything();
            return;
        }

        SchemaScope schema = schemas[meant];
        if (!bound.TryGetValue(schema, out List<Profile>? profiles))
            bound[schema] = profiles = [];
        if (!profiles.Any(p => Same(p.Name, block.Profile?.Text)))
            profiles.Add(BindBlock(block, schema));
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
                case BadGenerateItemSyntax bad:
                    schema.LostCounts.Add(bad);
                    break;
                case CountSyntax count:
                    new CountBinder(schema, diagnostics).Bind(count, counts);
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
        object? literal = Constants.Read(setting.Value);
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
            ("scale", _) => (null, $"A scale is a number above 0, up to {Shown.Count(MaxScale)}: `scale 100` or `scale 0.1`."),
            _ => (null, ""),
        };
        if (value is null && setting.Value is not BadExpressionSyntax)
            diagnostics.Report(DiagnosticCatalog.BadSetting, setting.Value.Span, $"`{setting.Name.Text}` can't be set to this.", wanted);
        return value;
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
