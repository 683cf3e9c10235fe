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
            Report(PlanDiagnostic.Option(e.Message, "Choose one that Get-TdgFormat completes after -Locale."));
        }
    }

    public Schema Schema { get; }

    public Profile Profile { get; }

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

    /// <summary>The tables wanted, parents before their children.</summary>
    /// <exception cref="SchemaException">There are errors.</exception>
    public IReadOnlyList<TablePlan> Build()
    {
        CheckOptions();
        // A reference may point at a table that comes later, where another way would lead in a circle: all rows are counted before any is linked.
        foreach (Table table in TableOrder.ParentsFirst(Schema))
            _plans.Add(table, new TablePlan(table));
        foreach (TablePlan plan in _plans.Values)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            CountRows(plan);
        }

        foreach (TablePlan plan in _plans.Values)
            LinkParents(plan);
        foreach (TablePlan plan in _plans.Values)
            new SourceBuilder(this, plan).Build();
        if (_diagnostics.Count > 0)
            throw new SchemaException([.. _diagnostics.OrderBy(d => d.Span.Start)]);
        HashSet<string> wanted = new(_options.Tables, StringComparer.OrdinalIgnoreCase);
        return [.. _plans.Values.Where(p => wanted.Count == 0 || wanted.Contains(p.Table.Name))];
    }

    private void CheckOptions()
    {
        if (_options.Count is < 0 or > PlanLimits.MaxRows)
            Report(PlanDiagnostic.Option($"A count of {_options.Count:N0} rows is out of range.", $"Give a number from 0 to {PlanLimits.MaxRows:N0}."));
        foreach ((string name, long rows) in _options.TableCounts)
        {
            CheckTable(name);
            if (rows is < 0 or > PlanLimits.MaxRows)
                Report(PlanDiagnostic.Option($"A count of {rows:N0} rows for table {name} is out of range.", $"Give a number from 0 to {PlanLimits.MaxRows:N0}."));
        }

        foreach (string name in _options.Tables)
            CheckTable(name);
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
            Report(PlanDiagnostic.Option($"Schema {Schema.Name} has no table {name}.", $"It has: {string.Join(", ", Schema.Tables.Select(t => t.Name))}."));
    }

    private void CountRows(TablePlan plan)
    {
        Table table = plan.Table;
        Profile.Counts.TryGetValue(table, out RowCount? count);
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
                Report(PlanDiagnostic.TooManyRows(table, per.Span));
            }
        }

        plan.TotalRows = given ?? _options.Count ?? Profile.Scaled((count as FixedCount)?.Rows ?? DefaultRows);
        if (plan.TotalRows > PlanLimits.MaxRows)
            Report(PlanDiagnostic.TooManyRows(table, count!.Span));
        plan.FirstRow = (long)((Int128)plan.TotalRows * (_options.Partition - 1) / _options.PartitionCount);
        plan.RowCount = (long)((Int128)plan.TotalRows * _options.Partition / _options.PartitionCount) - plan.FirstRow;
    }

    private void LinkParents(TablePlan plan)
    {
        foreach (Reference reference in plan.Table.References)
        {
            TablePlan parent = _plans[reference.Parent];
            if (parent.TotalRows == 0 && plan.TotalRows > 0 && !reference.IsNullable)
                Report(PlanDiagnostic.NoParents(reference, plan.TotalRows));
            ParentSource source = ParentSourceOf(plan, reference, parent);
            NullDraw? nulls = reference.NullFraction > 0 && source is not PerParent ? new NullDraw(reference.NullFraction, Key(reference, "null")) : null;
            plan.Parents[reference.Index] = new ParentLink(parent, source, nulls);
        }
    }

    /// <summary>The key of one of a reference's random streams.</summary>
    public ulong Key(Reference reference, string purpose) =>
        StreamKey.Of(Seed, Schema.Name, reference.Table.Name, string.Join(",", reference.Fields.Select(f => f.Name)), purpose);

    private ParentSource ParentSourceOf(TablePlan plan, Reference reference, TablePlan parent)
    {
        if (plan.Children is { } children && Profile.Counts[plan.Table] is PerParentCount per && per.Reference == reference)
            return new PerParent(children, per.Min == per.Max ? $"{per.Min} per {parent.Table.Name}" : $"{per.Min}..{per.Max} per {parent.Table.Name}");
        ulong key = Key(reference, "parent");
        if (reference.IsSelf)
            return new EarlierParent(key);
        if (reference.IsUnique)
        {
            if (plan.TotalRows > parent.TotalRows)
                Report(PlanDiagnostic.DomainTooSmall(reference.Fields[0], plan.TotalRows, (UInt128)parent.TotalRows, $"{parent.Table.Name} has rows", "Give the parent more rows, or take unique away."));
            return new PermutedParent(new Permutation((ulong)Math.Max(1, parent.TotalRows), key));
        }

        switch (reference.Distribution)
        {
            case null or { Name: "uniform" }:
                return new RandomParent(parent.TotalRows, key);
            case { Name: "zipf" } zipf:
                return new ZipfParent(new Zipf(Math.Max(1, parent.TotalRows), zipf.Arguments[0]), key);
            case { } other:
                Report(PlanDiagnostic.Field(reference.Fields[0], "TDG0607", $"Parents can't be drawn by {other.Name}.", "Use zipf(exponent), or none for parents that are all as likely."));
                return new RandomParent(parent.TotalRows, key);
        }
    }
}
