using System.ComponentModel;
using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Rows;

namespace TestDataGen.Commands;

/// <summary>
/// A cmdlet that writes rows somewhere. A schema from the pipeline goes straight from its plan to the destination; rows and other objects are gathered into
/// batches. What is not complete when the pipeline ends, in whatever way, is taken back.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExportCommand : PlanningCommand
{
    private RowSink? _sink;
    private RowGatherer? _rows;
    private ProgressLine? _progress;
    private bool _isDeclined;

    /// <summary>A schema, rows, or other objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>On how many threads a schema's rows are made and written out.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <summary>Whether files that are there may be replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject.BaseObject is Schema schema)
            ExportSchema(schema);
        else if (!_isDeclined)
            ExportObject(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_rows is null)
            return;
        IReadOnlyList<ExportResult> results = Guard(() => _rows.Complete(Stopped), MyInvocation.MyCommand.Name);
        _progress?.Complete();
        WriteSummary(results, _sink!.Warnings);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _sink?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The folder or file that is written.</summary>
    /// <param name="name">The schema's name, or that of the table where there is no schema.</param>
    private protected abstract string DestinationFor(string name);

    /// <summary>Opens the destination.</summary>
    private protected abstract RowSink Open(string destination);

    /// <summary>The statements that a run would execute, where it executes any.</summary>
    private protected virtual IReadOnlyList<string> Explain(Plan plan) => [];

    /// <summary>Whether the user wants what can't be taken back.</summary>
    private protected virtual bool IsConfirmed(string destination) => true;

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    // As -WhatIf tells everything: by the host.
    private void Tell(Plan plan)
    {
        IReadOnlyList<string> statements = Guard(() => Explain(plan), MyInvocation.MyCommand.Name);
        if (statements.Count == 0)
            return;
        foreach (TablePlan table in plan.Tables)
            ShouldProcess(FormattableString.Invariant($"{table.Table.Name}: {table.RowCount:N0} rows{(table.ExistingRows > 0 ? FormattableString.Invariant($" behind {table.ExistingRows:N0}") : "")}"), null, null);
        foreach (string statement in statements)
            ShouldProcess(statement + ";", null, null);
    }

    /// <summary>A path of the file system from what the user gave, which may be relative to the current location and does not have to exist.</summary>
    private protected string FilePathOf(string path)
    {
        string file = GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider);
        if (provider.Name == "FileSystem")
            return file;
        var wrong = new PSNotSupportedException($"'{path}' belongs to the provider {provider.Name}; files are written to the file system.");
        ThrowTerminatingError(Failure.Of(wrong, "NotAFile", ErrorCategory.InvalidArgument, path, "Give a path of the file system."));
        return file;
    }

    private string GetUnresolvedProviderPathFromPSPath(string path, out ProviderInfo provider) =>
        SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);

    private void ExportSchema(Schema schema)
    {
        Plan plan = CreatePlan(schema);
        string destination = DestinationFor(schema.Name);
        long rows = plan.Tables.Sum(t => t.RowCount);
        if (!ShouldProcess(destination, FormattableString.Invariant($"Write {rows:N0} rows of {plan.Tables.Count} tables")))
        {
            if (IsWhatIf)
                Tell(plan);
            return;
        }

        if (!IsConfirmed(destination))
            return;
        IReadOnlyList<string> warnings = [];
        var progress = new ProgressLine(this, $"Writing {schema.Name} to {destination}");
        IReadOnlyList<ExportResult> results = Guard(
            () =>
            {
                using RowSink sink = Open(destination);
                IReadOnlyList<ExportResult> written = Exporter.Run(plan, sink, ThrottleLimit, progress, Stopped);
                warnings = sink.Warnings;
                return written;
            },
            schema);
        progress.Complete();
        WriteSummary(results, warnings);
    }

    private void ExportObject(PSObject value)
    {
        var row = value.BaseObject as Row;
        if (_rows is null)
        {
            RefuseParametersOfARun();
            string destination = DestinationFor(row?.Batch.Table.Schema.Name ?? HandMadeTable(value));
            if (!ShouldProcess(destination, "Write rows") || !IsConfirmed(destination))
            {
                _isDeclined = true;
                return;
            }

            _progress = new ProgressLine(this, $"Writing to {destination}");
            _sink = Guard(() => Open(destination), destination);
            _rows = new RowGatherer(_sink, _progress);
        }

        // Called for each row: no closure unless something fails.
        try
        {
            if (row is not null)
                _rows.Add(row);
            else
                _rows.Add(value, HandMadeTable(value));
        }
        catch (Exception exception) when (Failure.TryDescribe(exception, value, out ErrorRecord? error))
        {
            ThrowTerminatingError(error);
        }
    }

    private string HandMadeTable(PSObject value) => HandMadeRow.TableOf(value) ?? Table?[0] ?? "rows";

    private void RefuseParametersOfARun()
    {
        string? given = Count is not null ? nameof(Count)
            : TableCount is not null ? nameof(TableCount)
            : Only is not null ? nameof(Only)
            : Profile is not null ? nameof(Profile)
            : Seed is not null ? nameof(Seed)
            : Locale is not null ? nameof(Locale)
            : Now is not null ? nameof(Now)
            : Partition is not null ? nameof(Partition)
            : Table is { Length: > 1 } ? nameof(Table)
            : null;
        if (given is null)
            return;
        var misplaced = new PSArgumentException($"-{given} says how rows are made of a schema, but the pipeline brings rows that are made already.", given);
        string advice = $"Give -{given} to New-TdgData, or pipe the schema itself to {MyInvocation.MyCommand.Name}.";
        ThrowTerminatingError(Failure.Of(misplaced, "ParameterNeedsASchema", ErrorCategory.InvalidArgument, given, advice));
    }

    private void WriteSummary(IEnumerable<ExportResult> results, IEnumerable<string> warnings)
    {
        foreach (string warning in warnings)
            WriteWarning(warning);
        foreach (ExportResult result in results)
            WriteObject(new ExportSummary(result));
    }
}
