using System.Management.Automation;
using TestDataGen.Generation;
using TestDataGen.Generators;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Test-TdgSchema</c>: what is wrong with <c>.tdg</c> files, as objects.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TdgSchema", DefaultParameterSetName = "Path")]
[OutputType(typeof(SchemaDiagnostic), typeof(bool))]
public sealed class TestTdgSchemaCommand : ReadingCommand
{
    /// <summary>Only whether data can be made: true or false for each file.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process(ReadResult result, string path) => Guard(
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
}
