using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Generators;
using TestDataGen.Language;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary><c>Test-TdgSchema</c>: what is wrong with <c>.tdg</c> files, or in what a database differs from them, as objects.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TdgSchema", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SchemaDiagnostic), typeof(SchemaDifference), typeof(bool))]
public sealed class TestTdgSchemaCommand : ReadingCommand, IDynamicParameters
{
    private readonly DriftParameters _connection = new();

    /// <summary>Files, wildcards allowed; also where they are compared with a database.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ConnectionParameters.StringSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ConnectionParameters.ServerSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ConnectionParameters.InstanceSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ConnectionParameters.ConnectionSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string[] Path { get; set; } = [];

    /// <summary>Only whether data can be made, or the database is as the file says: true or false for each file.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override bool IsFlat => _connection.Flatten;

    /// <inheritdoc/>
    public object GetDynamicParameters() => _connection;

    private protected override void Process(ReadResult result, string path)
    {
        if (ConnectionParameters.IsNamedBy(ParameterSetName))
            Compare(result, path);
        else
            Diagnose(result, path);
    }

    private void Diagnose(ReadResult result, string path) => Guard(
        () =>
        {
            using var scripts = new ScriptPool(SessionState.LanguageMode, Stopped);
            IReadOnlyDictionary<string, ITdgGenerator> generators = GeneratorRegistry.OfSession().ForRun(scripts);
            Diagnostic[] found = [.. result.Diagnostics, .. result.Schemas.SelectMany(s => Plan.Diagnose(s, generators, Stopped))];
            if (Quiet)
                WriteObject(!found.Any(d => d.Severity == DiagnosticSeverity.Error));
            else
                WriteObject(found.Select(d => new SchemaDiagnostic(d)), enumerateCollection: true);
        },
        path);

    private void Compare(ReadResult result, string path)
    {
        // Of a file with errors nothing is known that could be compared.
        if (result.HasErrors)
        {
            if (Quiet)
                WriteObject(false);
            else
                WriteObject(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => new SchemaDiagnostic(d)), enumerateCollection: true);
            return;
        }

        DatabaseTarget target = TargetOf(_connection);
        IReadOnlyList<Export.SchemaDifference> found = Guard(() => new SchemaDrift(target, Stopped).Compare([.. result.Schemas.SelectMany(s => s.Tables)]), path);
        if (Quiet)
            WriteObject(found.Count == 0);
        else
            WriteObject(found.Select(d => new SchemaDifference(d)), enumerateCollection: true);
    }
}
