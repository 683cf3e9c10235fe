using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>Makes a plan: settles the run's numbers, orders the tables, counts their rows, chooses a source for each column.</summary>
internal sealed class PlanBuilder
{
    private const int NewestVersion = 1;
    private const long DefaultRows = 100;
    private readonly PlanOptions _options;
    private readonly Dictionary<Table, TablePlan> _plans = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly CancellationToken _cancellationToken;

    public PlanBuilder(Schema schema, PlanOptions options, CancellationToken cancellationToken)
    {
        Schema = schema;
        _options = options;
        _cancellationToken = cancellationToken;
        Profile profile = schema.Profile;
        Seed = options.Seed ?? profile.Seed ?? 0;
        Now = options.Now ?? profile.Now ?? DateTime.UtcNow.Date;
        Version = profile.Version ?? NewestVersion;
        Locale = LocaleData.Get("en");
        string locale = options.Locale ?? profile.Locale ?? "en";
        try
        {
            Locale = LocaleData.Get(locale);
        }
        catch (ArgumentException e)
        {
            Report(DiagnosticCatalog.BadOption.ForRun(e.Message, Nearest.Hint(locale, LocaleData.All) ?? $"There are: {string.Join(", ", LocaleData.All)}."));
        }
    }

    public Schema Schema { get; }

    public long Seed { get; }

    public DateTime Now { get; }

    public int Version { get; }

    public LocaleData Locale { get; }

    /// <summary>The plan of a table whose turn has come before.</summary>
    public TablePlan PlanOf(Table table) => _plans[table];

    /// <summary>The key of one of a field's random streams.</summary>
    public ulong Key(Field field, string purpose) => StreamKey.Of(Seed, Schema.Name, field.Table.Name, field.Name, purpose);

    /// <summary>Notes an error; the plan goes on, so that all of them are told at once.</summary>
    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Notes an error at a field.</summary>
    public void Report(DiagnosticRule rule, Field field, string message, string? hint = null) =>
        Report(rule.At(field.Table.Schema.Source, field.Span, message, hint));

    /// <summary>Notes that a unique field needs more values than there are.</summary>
    /// <param name="field">The field.</param>
    /// <param name="rows">How many values it needs.</param>
    /// <param name="size">How many there are.</param>
    /// <param name="source">What they are: a clause to be followed by their number.</param>
    /// <param name="hint">What to do about it.</param>
    public void ReportTooFew(Field field, long rows, UInt128 size, string source, string hint) => Report(
        DiagnosticCatalog.DomainTooSmall, field, string.Create(CultureInfo.InvariantCulture, $"{field} needs {rows:N0} unique values, {source}: {size:N0}."), hint);

    /// <summary>The tables wanted, parents before their children.</summary>
    /// <exception cref="SchemaException">There are errors.</exception>
    public IReadOnlyList<TablePlan> Build()
    {
        CheckOptions();
        foreach (Table table in ParentsFirst())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var plan = new TablePlan(table);
            _plans.Add(table, plan);
            CountRows(plan);
            LinkParents(plan);
            new SourceBuilder(this, plan).Build();
        }

        if (_diagnostics.Count > 0)
            throw new SchemaException([.. _diagnostics.OrderBy(d => d.Span.Start)]);
        HashSet<string> wanted = new(_options.Tables, StringComparer.OrdinalIgnoreCase);
        return [.. _plans.Values.Where(p => wanted.Count == 0 || wanted.Contains(p.Table.Name))];
    }

    private void CheckOptions()
    {
        if (_options.Count is < 0 or > PlanLimits.MaxRows)
            Report(DiagnosticCatalog.BadOption.ForRun($"A count of {_options.Count:N0} rows is out of range.", $"Give a number from 0 to {PlanLimits.MaxRows:N0}."));
        foreach ((string name, long rows) in _options.TableCounts)
        {
            CheckTable(name);
            if (rows is < 0 or > PlanLimits.MaxRows)
                Report(DiagnosticCatalog.BadOption.ForRun($"A count of {rows:N0} rows for table {name} is out of range.", $"Give a number from 0 to {PlanLimits.MaxRows:N0}."));
        }

        foreach (string name in _options.Tables)
            CheckTable(name);
        if (_options.PartitionCount < 1 || _options.Partition < 1 || _options.Partition > _options.PartitionCount)
            Report(DiagnosticCatalog.BadOption.ForRun($"There is no partition {_options.Partition} of {_options.PartitionCount}.", "Give k/n with k from 1 to n."));
        if (Version is < 1 or > NewestVersion)
            Report(DiagnosticCatalog.BadOption.ForRun($"There is no version {Version} of the value sources.", $"This release knows versions 1 to {NewestVersion}."));
        if (_diagnostics.Count > 0)
            throw new SchemaException(_diagnostics);
    }

    private void CheckTable(string name)
    {
        if (Schema.FindTable(name) is null)
        {
            IEnumerable<string> tables = Schema.Tables.Select(t => t.Name);
            Report(DiagnosticCatalog.BadOption.ForRun($"Schema {Schema.Name} has no table {name}.", Nearest.Hint(name, tables) ?? $"It has: {string.Join(", ", tables)}."));
        }
    }

    private void ReportTooManyRows(Table table, TextSpan span) => Report(DiagnosticCatalog.TooManyRows.At(
        Schema.Source, span, string.Create(CultureInfo.InvariantCulture, $"Table {table.Name} would have more than {PlanLimits.MaxRows:N0} rows.")));

    private List<Table> ParentsFirst()
    {
        var ordered = new List<Table>();
        var seen = new HashSet<Table>();
        void Visit(Table table)
        {
            if (!seen.Add(table))
                return;
            foreach (Field field in table.Fields)
            {
                if (field.Reference is { } reference)
                    Visit(reference.Parent);
            }

            ordered.Add(table);
        }

        foreach (Table table in Schema.Tables)
            Visit(table);
        return ordered;
    }

    private void CountRows(TablePlan plan)
    {
        Table table = plan.Table;
        Schema.Profile.Counts.TryGetValue(table, out RowCount? count);
        long? given = _options.TableCounts.Where(c => string.Equals(c.Key, table.Name, StringComparison.OrdinalIgnoreCase)).Select(c => (long?)c.Value).FirstOrDefault();
        if (given is null && count is PerParentCount per)
        {
            try
            {
                TablePlan parent = _plans[per.Reference.Parent];
                ulong key = StreamKey.Of(Seed, Schema.Name, table.Name, "", "children");
                plan.Children = new ChildCounts(parent.TotalRows, per.Min, per.Max, key, _cancellationToken);
                given = plan.Children.Total;
            }
            catch (OverflowException)
            {
                ReportTooManyRows(table, per.Span);
            }
        }

        plan.TotalRows = given ?? _options.Count ?? (count as FixedCount)?.Rows ?? DefaultRows;
        if (plan.TotalRows > PlanLimits.MaxRows)
            ReportTooManyRows(table, count!.Span);
        plan.FirstRow = (long)((Int128)plan.TotalRows * (_options.Partition - 1) / _options.PartitionCount);
        plan.RowCount = (long)((Int128)plan.TotalRows * _options.Partition / _options.PartitionCount) - plan.FirstRow;
    }

    private void LinkParents(TablePlan plan)
    {
        foreach (Field field in plan.Table.Fields)
        {
            if (field.Reference is not { } reference)
                continue;
            TablePlan parent = _plans[reference.Parent];
            if (parent.TotalRows == 0 && plan.TotalRows > 0 && !field.IsNullable)
            {
                Report(
                    DiagnosticCatalog.NoParents,
                    field,
                    string.Create(CultureInfo.InvariantCulture, $"{field} must point at a row of {reference.Parent.Name}, which has none, in {plan.TotalRows:N0} rows."),
                    $"Give {reference.Parent.Name} rows, or make the field nullable.");
            }

            ParentSource source = ParentSourceOf(plan, reference, parent);
            bool isCounted = source is PerParent;
            NullDraw? nulls = field.NullFraction > 0 && !isCounted ? new NullDraw(field.NullFraction, Key(field, "null")) : null;
            plan.Parents[field.Index] = new ParentLink(parent, source, nulls);
        }
    }

    private ParentSource ParentSourceOf(TablePlan plan, Reference reference, TablePlan parent)
    {
        Field field = reference.Field;
        if (plan.Children is { } children && Schema.Profile.Counts[plan.Table] is PerParentCount per && per.Reference == reference)
            return new PerParent(children, per.Min == per.Max ? $"{per.Min} per {parent.Table.Name}" : $"{per.Min}..{per.Max} per {parent.Table.Name}");
        ulong key = Key(field, "parent");
        if (field.IsUnique)
        {
            if (plan.TotalRows > parent.TotalRows)
                ReportTooFew(field, plan.TotalRows, (UInt128)parent.TotalRows, $"{parent.Table.Name} has rows", "Give the parent more rows, or take unique away.");
            return new PermutedParent(new Permutation((ulong)Math.Max(1, parent.TotalRows), key));
        }

        return reference.Distribution is { Name: "zipf" } zipf
            ? new ZipfParent(new Zipf(Math.Max(1, parent.TotalRows), zipf.Arguments[0]), key)
            : new RandomParent(parent.TotalRows, key);
    }
}
