using System.Globalization;
using TestDataGen.Language;
using static System.FormattableString;

namespace TestDataGen.Generation;

/// <summary>Makes a plan: settles the run's numbers, orders the tables, counts their rows, chooses a source for each column.</summary>
internal sealed class PlanBuilder
{
    private const int NewestVersion = 1;
    private readonly PlanOptions _options;
    private readonly Dictionary<Table, TablePlan> _plans = [];
    private readonly Dictionary<TablePlan, bool> _counted = [];
    private readonly HashSet<TablePlan> _built = [];
    private readonly HashSet<TablePlan> _complete = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Diagnostic> _warnings = [];
    private readonly List<RowFilter> _filters = [];
    private readonly List<TablePlan> _keysLater = [];

    public PlanBuilder(Schema schema, PlanOptions options, CancellationToken cancellationToken)
    {
        Schema = schema;
        _options = options;
        CancellationToken = cancellationToken;
        Existing = new ExistingTables(this, options);
        Profile = options.Profile is { } name ? schema.FindProfile(name) ?? RefuseProfile(name) : schema.Profile;
        Seed = options.Seed ?? Profile.Seed ?? 0;
        Now = options.Now ?? Profile.Now ?? DateTime.UtcNow.Date;
        Version = Profile.Version ?? NewestVersion;
        Locale = LocaleData.Get("en");
        string locale = options.Locale ?? Profile.Locale ?? "en";
        try
        {
            Locale = LocaleData.Get(locale);
        }
        catch (ArgumentException e)
        {
            Report(PlanDiagnostic.Option(e.Message, Nearest.Hint(locale, LocaleData.All) ?? $"There are: {string.Join(", ", LocaleData.All)}."));
        }
    }

    public Schema Schema { get; }

    public Profile Profile { get; }

    public long Seed { get; }

    public DateTime Now { get; }

    public int Version { get; }

    public LocaleData Locale { get; }

    /// <summary>Stops the planning.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The rows that the database holds.</summary>
    public ExistingTables Existing { get; }

    /// <summary>The plan of a table, however far it is made.</summary>
    public TablePlan PlanOf(Table table) => _plans[table];

    /// <summary>The rows that a reference points at, however far they are planned: of this run, or of the database.</summary>
    public TablePlan ParentOf(Reference reference) => Existing.HoldsParentsOf(reference) ? Existing.ParentsOf(reference) : PlanOf(reference.Parent);

    /// <summary>The run's generator of that name; null where there is none.</summary>
    public ITdgGenerator? FindGenerator(string name) =>
        _options.Generators.FirstOrDefault(g => string.Equals(g.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The key of one of a field's random streams.</summary>
    public ulong Key(Field field, string purpose) => OrderKey(field, Behind(field.Table, purpose));

    /// <summary>The key of one of a reference's random streams.</summary>
    public ulong Key(Reference reference, string purpose) => OrderKey(reference, Behind(reference.Table, purpose));

    /// <summary>The key of the permutation that deals out a field's values. It is the same when rows are added, which take later places.</summary>
    public ulong OrderKey(Field field, string purpose) => StreamKey.Of(Seed, field.Table.Schema.Name, field.Table.Name, field.Name, purpose);

    /// <summary>The key of the permutation that deals out a reference's parents.</summary>
    public ulong OrderKey(Reference reference, string purpose) =>
        StreamKey.Of(Seed, reference.Table.Schema.Name, reference.Table.Name, reference.IsBinding ? reference.Alias ?? reference.For!.Name : string.Join(",", reference.Fields.Select(f => f.Name)), purpose);

    /// <summary>What is drawn in a table: something else than what was drawn for the rows that the database holds.</summary>
    public string Behind(Table table, string purpose) =>
        _plans.TryGetValue(table, out TablePlan? plan) && plan.Start > 0 ? string.Create(CultureInfo.InvariantCulture, $"{purpose}\0{plan.Start}") : purpose;

    /// <summary>Notes an error; the plan goes on, so that all of them are told at once.</summary>
    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Does something of which no error shall be noted.</summary>
    public void Try(Action action)
    {
        int before = _diagnostics.Count;
        action();
        _diagnostics.RemoveRange(before, _diagnostics.Count - before);
    }

    /// <summary>Notes what does not stop the run.</summary>
    public void Warn(Diagnostic diagnostic) => _warnings.Add(diagnostic);

    /// <summary>What does not stop the run.</summary>
    public IReadOnlyList<Diagnostic> Warnings => _warnings;

    /// <summary>The tables wanted, parents before their children.</summary>
    /// <exception cref="SchemaException">There are errors.</exception>
    public IReadOnlyList<TablePlan> Build()
    {
        CheckOptions();
        // A reference may point at a table that comes later, where another way would lead in a circle: all rows are counted before any is linked.
        foreach (Table table in TableOrder.BehindBindings(Schema).Concat(TableOrder.ParentsFirst(Schema)))
            _plans.Add(table, new TablePlan(table));
        foreach (TablePlan plan in _plans.Values)
            Counted(plan);
        foreach (TablePlan plan in _plans.Values)
            Built(plan);
        ThrowIfFailed();
        foreach (TablePlan plan in _keysLater)
            new ExistingKeys(this, plan).Avoid();
        (TablePlan Table, Node? Condition)[] slice = [.. _filters.Select(f => (PlanOf(f.Table), Compile(f)))];
        ThrowIfFailed();
        HashSet<string> names = new(_options.Tables, StringComparer.OrdinalIgnoreCase);
        TablePlan[] tables = [.. _plans.Values.Where(p => p.Table.Schema == Schema)];
        TablePlan[] wanted = [.. tables.Where(p => names.Count == 0 || names.Contains(p.Table.Name))];
        foreach (TablePlan plan in wanted)
            new CheckBuilder(this, plan).Sample();
        ThrowIfFailed();
        if (slice.Length > 0)
            Choose(slice, tables);
        return wanted;
    }

    private void Choose((TablePlan Table, Node? Condition)[] slice, TablePlan[] tables)
    {
        new SliceBuilder(tables, CancellationToken).Choose(slice);
        foreach (TablePlan plan in tables)
            plan.Divide(_options.Partition, _options.PartitionCount);
    }

    private void ThrowIfFailed()
    {
        if (_diagnostics.Count > 0)
            throw new SchemaException([.. _diagnostics.OrderBy(d => d.Span.Start)]);
    }

    // Nothing is drawn in a condition of the run, so that it is no matter of which field it would be.
    private Node? Compile(RowFilter filter) =>
        filter.Condition is null ? null : ExpressionCompiler.Compile(filter.Condition, new CompileContext(this, PlanOf(filter.Table), filter.Table.Fields[0]));

    private void CheckOptions()
    {
        if (_options.Count is < 0 or > PlanLimits.MaxRows)
            Report(PlanDiagnostic.Option(Invariant($"A count of {_options.Count:N0} rows is out of range."), Invariant($"Give a number from 0 to {PlanLimits.MaxRows:N0}.")));
        foreach ((string name, long rows) in _options.TableCounts)
        {
            CheckTable(name);
            if (rows is < 0 or > PlanLimits.MaxRows)
                Report(PlanDiagnostic.Option(Invariant($"A count of {rows:N0} rows for table {name} is out of range."), Invariant($"Give a number from 0 to {PlanLimits.MaxRows:N0}.")));
        }

        foreach (string name in _options.Tables)
            CheckTable(name);
        foreach (string text in _options.Only)
        {
            if (RowFilterReader.Read(Schema, new SourceText("<only>", text), out IReadOnlyList<Diagnostic> found) is { } filter)
                _filters.Add(filter);
            _diagnostics.AddRange(found);
        }

        if (_options is { Existing: not null, PartitionCount: > 1 })
            Report(PlanDiagnostic.Option("A run whose rows join those of a database can't be divided: each part would find the rows of those before it.", "Make it as a whole, or in several runs with fewer rows."));
        if (_options.PartitionCount < 1 || _options.Partition < 1 || _options.Partition > _options.PartitionCount)
            Report(PlanDiagnostic.Option($"There is no partition {_options.Partition} of {_options.PartitionCount}.", "Give k/n with k from 1 to n."));
        if (Version is < 1 or > NewestVersion)
            Report(PlanDiagnostic.Option($"There is no version {Version} of the value sources.", $"This release knows versions 1 to {NewestVersion}."));
        if (_diagnostics.Count > 0)
            throw new SchemaException(_diagnostics);
    }

    private Profile RefuseProfile(string name)
    {
        string[] names = [.. Schema.Profiles.Select(p => p.Name!)];
        string has = names.Length == 0 ? $"It has none: write `generate {Schema.Name} as {name} {{ … }}`." : $"It has: {string.Join(", ", names)}.";
        string hint = Nearest.Hint(name, names) is { } meant ? $"{meant} {has}" : has;
        Report(PlanDiagnostic.Option($"Schema {Schema.Name} has no profile {name}.", hint));
        return Schema.Profile;
    }

    private void CheckTable(string name)
    {
        if (Schema.FindTable(name) is null)
        {
            IEnumerable<string> tables = Schema.Tables.Select(t => t.Name);
            Report(PlanDiagnostic.Option($"Schema {Schema.Name} has no table {name}.", Nearest.Hint(name, tables) ?? $"It has: {string.Join(", ", tables)}."));
        }
    }

    /// <summary>Whether this run counts a table per the parents of one of its references.</summary>
    public bool IsCountedPer(Reference reference) =>
        Profile.Counts.GetValueOrDefault(reference.Table) is PerParentCount count && count.Reference == reference
        && !_options.TableCounts.Keys.Contains(reference.Table.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A table with its rows counted.</summary>
    public TablePlan Counted(TablePlan plan)
    {
        if (plan.IsExisting)
            return plan;
        if (_counted.TryGetValue(plan, out bool isDone))
        {
            if (!isDone)
                throw new GenerationException($"The number of rows of {plan.Table.Name} depends on itself.");
            return plan;
        }

        CancellationToken.ThrowIfCancellationRequested();
        _counted.Add(plan, false);
        new RowCounter(this, plan, _options).Count();
        _counted[plan] = true;
        return plan;
    }

    /// <summary>A table whose cells can be computed: its parents linked, and its sources and its parents' chosen.</summary>
    public TablePlan Built(TablePlan plan)
    {
        if (plan.IsExisting || !_built.Add(plan))
            return plan;
        Counted(plan);
        foreach (Reference reference in plan.Table.References)
            Counted(ParentOf(reference));
        var sources = new SourceBuilder(this, plan);
        KeyPlan keys = new KeyPlanner(this, plan, sources).Plan();
        new RelationBuilder(this, plan, keys).Build();
        foreach (Reference reference in plan.Table.References)
            Built(ParentOf(reference));
        var checks = new CheckBuilder(this, plan);
        checks.Prove();
        sources.Build(keys);
        checks.Build();
        _complete.Add(plan);
        AvoidExistingKeys(plan);
        return plan;
    }

    // At once, since what others are counted by may follow from unique values. In a circle of tables it can't be.
    private void AvoidExistingKeys(TablePlan plan)
    {
        if (plan.NewRows == 0 || plan.ExistingRows == 0 || _diagnostics.Count > 0)
            return;
        if (IsComplete(plan))
            new ExistingKeys(this, plan).Avoid();
        else
            _keysLater.Add(plan);
    }

    /// <summary>Whether a table's cells can be computed now; in a circle of tables, one of them is still being built when the others want to know.</summary>
    public bool IsComplete(TablePlan plan) => IsComplete(plan, []);

    // With all that its cells may be made of: a key of a parent that is still being built can't be computed either.
    private bool IsComplete(TablePlan plan, HashSet<TablePlan> seen) =>
        plan.IsExisting || !seen.Add(plan) || (_complete.Contains(plan) && plan.Table.References.All(r => IsComplete(ParentOf(r), seen)));
}
