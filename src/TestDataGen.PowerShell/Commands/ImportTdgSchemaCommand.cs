using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Export;
using TestDataGen.Language;
using TestDataGen.Parameters;

namespace TestDataGen.Commands;

/// <summary><c>Import-TdgSchema</c>: the schemas of <c>.tdg</c> files, of SQL scripts or of a database, ready to make data of.</summary>
[Cmdlet(VerbsData.Import, "TdgSchema", DefaultParameterSetName = "Path")]
[OutputType(typeof(Schema))]
public sealed class ImportTdgSchemaCommand : ReadingCommand, IDynamicParameters
{
    private readonly ImportParameters _connection = new();

    /// <summary>Make columns of the parts of composite types.</summary>
    [Parameter]
    public SwitchParameter Flatten { get; set; }

    /// <summary>In whose SQL a script is written.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [ArgumentCompleter(typeof(DialectCompleter))]
    public string? Dialect { get; set; }

    /// <summary>The schema's name.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [Parameter(ParameterSetName = ConnectionParameters.StringSet)]
    [Parameter(ParameterSetName = ConnectionParameters.ServerSet)]
    [Parameter(ParameterSetName = ConnectionParameters.InstanceSet)]
    [Parameter(ParameterSetName = ConnectionParameters.ConnectionSet)]
    [ValidateNotNullOrEmpty]
    public string? SchemaName { get; set; }

    private protected override bool IsFlat => Flatten;

    /// <inheritdoc/>
    public object GetDynamicParameters() => _connection;

    private protected override void ProcessFile(string file)
    {
        if (!string.Equals(System.IO.Path.GetExtension(file), ".sql", StringComparison.OrdinalIgnoreCase))
        {
            base.ProcessFile(file);
            return;
        }

        SqlDialect? dialect = Dialect is null ? null : SqlDialects.Find(Dialect);
        if (dialect is null)
        {
            string advice = $"Give -Dialect {string.Join(", ", SqlDialects.All.Select(d => d.Name))}.";
            var unknown = new PSArgumentException(Dialect is null ? $"{file} is a script, and it can't be told in whose SQL it is written." : $"There is no dialect '{Dialect}'.");
            WriteError(Failure.Of(unknown, "UnknownDialect", ErrorCategory.InvalidArgument, file, advice));
            return;
        }

        Take(Guard(() => SchemaImport.FromScript(file, dialect, new ImportOptions { Name = SchemaName }), file), file);
    }

    private protected override void ProcessOther()
    {
        DatabaseTarget target = TargetOf(_connection);
        ImportedSchema imported = Guard(() => SchemaImport.From(target, new ImportOptions { Name = SchemaName, WithLookupRows = _connection.WithLookupRows }, Stopped), target.Display);
        Take(imported, target.Display);
    }

    private void Take(ImportedSchema imported, string from)
    {
        foreach (ImportNote note in imported.Notes)
            WriteWarning(note.ToString());
        ProcessText(imported.Text, from);
    }

    private protected override void Process(ReadResult result, string path)
    {
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                WriteError(Failure.Of(diagnostic, path));
            else
                WriteWarning(diagnostic.ToDisplayString());
        }

        if (result.Schemas.Count == 0 && !result.HasErrors)
            WriteWarning($"{path} has no schema of its own: it holds what other files import.");
        foreach (Language.Schema schema in result.Schemas)
            WriteObject(new Schema(schema));
    }
}
