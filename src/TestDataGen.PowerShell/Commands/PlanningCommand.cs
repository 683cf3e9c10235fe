using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Generators;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary>A cmdlet that plans a run: how much, of what, with which seed, locale and clock.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlanningCommand : TdgCommand
{
    /// <summary>Rows of every table that is not counted by its parents.</summary>
    [Parameter]
    [CountTransformation]
    public long? Count { get; set; }

    /// <summary>Rows by table name.</summary>
    [Parameter]
    [TableCountTransformation]
    [ValidateNotNull]
    public Hashtable? TableCount { get; set; }

    /// <summary>The tables wanted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string[]? Table { get; set; }

    /// <summary>The slice wanted: rows as <c>TABLE [where CONDITION]</c>, with all that hangs on them and everything that these need.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string[]? Only { get; set; }

    /// <summary>The named profile.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>The seed of all random values.</summary>
    [Parameter]
    [SeedTransformation]
    public long? Seed { get; set; }

    /// <summary>The locale of names, addresses and the like.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocaleCompleter))]
    public string? Locale { get; set; }

    /// <summary>What <c>now</c> means.</summary>
    [Parameter]
    [DateTransformation]
    public DateTime? Now { get; set; }

    /// <summary>Which part of each table.</summary>
    [Parameter]
    [PartitionTransformation]
    public Partition? Partition { get; set; }

    // Made when the first script runs, closed with the command.
    private ScriptPool? _scripts;

    private ScriptPool Scripts => _scripts ??= new ScriptPool(SessionState.LanguageMode, Stopped);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _scripts?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The database whose rows those of a schema join; null: there is none.</summary>
    private protected virtual DatabaseTarget? JoinedBy(Schema schema) => null;

    /// <summary>Most seconds that it may take for a question; 0: any time.</summary>
    private protected virtual int SecondsToAsk => 0;

    private protected Plan CreatePlan(Schema schema)
    {
        Plan plan = Guard(
            () =>
            {
                using ExistingRows? existing = JoinedBy(schema) is { } target ? new ExistingRows(target, SecondsToAsk, Stopped) : null;
                return Plan.Create(schema.Model, Options() with { Existing = existing }, Stopped);
            },
            schema);
        foreach (Language.Diagnostic warning in plan.Warnings)
            WriteWarning(warning.ToDisplayString());
        return plan;
    }

    private PlanOptions Options() => new()
    {
        Count = Count,
        TableCounts = TableCount is null
            ? new Dictionary<string, long>()
            : TableCount.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (long)e.Value!, StringComparer.OrdinalIgnoreCase),
        Tables = Table ?? [],
        Only = Only ?? [],
        Generators = GeneratorRegistry.OfSession().ForRun(Scripts),
        Profile = Profile,
        Seed = Seed,
        Locale = Locale,
        Now = Now,
        Partition = Partition?.Part ?? 1,
        PartitionCount = Partition?.Count ?? 1,
    };
}
